"""Waiting for something that the server has no bell for."""

import time
from collections.abc import Callable

LONGEST = 20.0
"""Seconds after which it is not going to happen. Nothing here measures time."""


def until(happened: Callable[[], object], within: float = LONGEST) -> None:
    """Return once it has happened; fail when it does not."""
    ends = time.monotonic() + within
    while not happened():
        assert time.monotonic() < ends, "it did not happen"
        time.sleep(0.01)
