"""Python's collector of reference cycles, told what will stay: else it walks through all knowledge again and again."""

import gc

SPANS = 10_000, 5, 2
"""Objects made, and not yet gone, between two walks through the new ones; such walks between two through those that
outlived one; and of these between two through all that is not set aside, which is little. With Python's own 700, 10, 10
what is still under way is walked through several times, and what it leaves behind waits for long."""


def settle() -> None:
    """To be called when what is to stay is loaded, and again when something has taken its place."""
    gc.unfreeze()  # what had to stay until now may be garbage
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SPANS)
