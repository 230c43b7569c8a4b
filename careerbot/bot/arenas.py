"""How many pools the C library takes memory for threads from."""

import ctypes
from contextlib import suppress

MOST = 2
"""glibc's own choice is eight for each processor. What a thread frees stays in its pool, so that with many threads a
process holds several times what it needs, and grows for a hundred thousand calls before it has reached that."""
_M_ARENA_MAX = -8
"""Of glibc's malloc.h."""


def few_arenas() -> None:
    """To be called before the first thread is made. Without effect where the C library is not glibc."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, MOST)
