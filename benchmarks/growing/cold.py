"""How long a process takes from nothing to its answer, beside the interpreter alone."""

import statistics
import subprocess
import sys
import time

REPEATS = 11


def seconds(command: list[str], repeats: int = REPEATS) -> float:
    """Median of some runs of a command, wall clock."""
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def nothing() -> float:
    return seconds([sys.executable, "-c", "pass"])
