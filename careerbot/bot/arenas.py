"""One pool of memory for all threads."""

import ctypes
from contextlib import suppress

MOST = 1
"""glibc's own choice is eight for each processor. What a thread frees stays in its pool and others do not get it, so
that a process with many threads holds more than it needs, and ever more of it. Python's threads take turns anyway."""
_M_ARENA_MAX = -8
"""Of glibc's malloc.h."""


def one_arena() -> None:
    """To be called before the first thread is made. Without effect where the C library is not glibc."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, MOST)
