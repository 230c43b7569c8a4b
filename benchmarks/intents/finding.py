"""A system by where it stands."""

from collections.abc import Callable
from importlib import import_module
from inspect import ismethod
from typing import Any, cast

from .own import Own
from .system import System


def found(where: str) -> Callable[[], System]:
    """`module:Class`. A class whose `fit` is a constructor, as careerbot's, is wrapped."""
    module, _, name = where.partition(":")
    made: Any = getattr(import_module(module), name)
    if ismethod(made.fit):
        return lambda: Own(made)
    return cast("Callable[[], System]", made)
