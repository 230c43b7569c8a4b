"""How to ask the C library for memory so that a process that lives for months does not grow."""

import ctypes
from contextlib import suppress

MOST = 1
"""glibc's own choice is eight for each processor. What a thread frees stays in its pool and others do not get it, so
that a process with many threads holds more than it needs, and ever more of it. Python's threads take turns anyway."""
_M_ARENA_MAX = -8
"""Of glibc's malloc.h."""

READ_AT_ONCE = 16 << 10
"""Bytes. Whoever reads from a socket allocates that much each time and gives back what was not filled. With the usual
64 or 256 KiB, what lives longer settles in between, and the gaps are soon too small for the next read: with Redis the
process grew by 0.33 KiB for every person. Nearly everything that is read here has less than four."""


def one_arena() -> None:
    """To be called before the first thread is made. Without effect where the C library is not glibc."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, MOST)
