"""How much memory a process has had."""

import resource


def peak() -> float:
    """Largest resident memory so far, MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
