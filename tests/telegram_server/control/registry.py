"""Which function is which command."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.oracle import ShapeError

_F = TypeVar("_F", bound=Callable[..., Any])
COMMANDS: dict[str, Callable[..., Any]] = {}


class ControlError(Exception):
    """The test asked for what can't be, such as pressing a button that is not there."""


def command(function: _F) -> _F:
    """The function is the command of its name."""
    COMMANDS[function.__name__] = function
    return function


async def run(backend: Backend, name: str, arguments: dict[str, Any]) -> Any:
    """Carry out a command."""
    if name not in COMMANDS:
        raise ControlError(f"no command {name}; there are {', '.join(sorted(COMMANDS))}")
    try:
        result = COMMANDS[name](backend, **arguments)
        return await result if asyncio.iscoroutine(result) else result
    except (ApiError, ShapeError, KeyError, TypeError) as error:
        raise ControlError(f"{name}: {error!r}") from error
