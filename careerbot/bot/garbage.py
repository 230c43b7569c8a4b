"""Python's collector of reference cycles, told what will stay: else it walks through all knowledge again and again."""

import gc

NEW_ONES = 20_000
"""Objects made, and not yet gone, between two walks through the new ones. One answer makes some thousands and drops
nearly all of them by itself; with Python's own 700 an answer still under way is walked through several times."""


def settle() -> None:
    """To be called when what is to stay is loaded, and again when something has taken its place."""
    gc.unfreeze()  # what had to stay until now may be garbage
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_ONES, *gc.get_threshold()[1:])
