"""Short messages come again and again, written just so by one person and the next: what they lead to is remembered."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

SHORT = 100
"""Characters of a message that more than one person may write just so."""
REMEMBERED = 2_048
"""Short messages."""


def remembering(work: Callable[[str], T]) -> Callable[[str], T]:
    """The same work on a text, done once for each short one."""
    remembered = lru_cache(maxsize=REMEMBERED)(work)
    return lambda text: remembered(text) if len(text) <= SHORT else work(text)
