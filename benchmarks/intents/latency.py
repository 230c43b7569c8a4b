"""How long one message takes, one at a time; caches are cold at the start, as every message is new."""

import fcntl
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .system import System

WARM_UP = 20
MESSAGES = 1_000
SECONDS = 20.0
"""After which a slow system has been timed enough."""
FEWEST = 30


@contextmanager
def quiet(lock: Path | None) -> Iterator[None]:
    """While others that hold the same lock stand still: two timings at once would disturb each other."""
    if lock is None:
        yield
        return
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def timed(system: System, texts: Sequence[str]) -> tuple[float, float]:
    """Median and 99th percentile, in milliseconds."""
    chosen = list(texts)
    random.Random(1).shuffle(chosen)
    end = time.perf_counter() + SECONDS
    taken = []
    for text in chosen[: MESSAGES + WARM_UP]:
        start = time.perf_counter()
        system.predict(text)
        now = time.perf_counter()
        taken.append((now - start) * 1_000)
        if now > end and len(taken) >= FEWEST + WARM_UP:
            break
    taken = sorted(taken[WARM_UP:])
    return taken[len(taken) // 2], taken[len(taken) * 99 // 100]
