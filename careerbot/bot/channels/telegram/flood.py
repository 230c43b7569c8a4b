"""How many messages one person can send before we slow down."""

import time
from collections.abc import Callable
from dataclasses import dataclass

BURST = 30
"""Messages that are answered at once, however fast they come."""
RATE = 2.0
"""Messages a second after that."""
WAITING = 10
"""Messages of one person that may wait for their turn; what comes on top is not answered."""


@dataclass(frozen=True, slots=True)
class Admission:
    wait: float = 0.0
    """Seconds until its turn."""
    skipped: bool = False
    notice: bool = False
    """True once in a flood: the person is to be told."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    told: bool = False


class FloodGate:
    """A bucket of tokens for each person. Full ones are thrown away, so it holds only people who write right now."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}
        self._swept = clock()

    def admit(self, person: str) -> Admission:
        now = self._clock()
        self._sweep(now)
        bucket = self._buckets.setdefault(person, _Bucket(BURST, now))
        bucket.tokens = min(BURST, bucket.tokens + (now - bucket.at) * RATE)
        bucket.at = now
        if bucket.tokens >= BURST:
            bucket.told = False
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return Admission()
        notice, bucket.told = not bucket.told, True
        if bucket.tokens - 1 < -WAITING:
            return Admission(skipped=True, notice=notice)
        bucket.tokens -= 1
        return Admission(wait=-bucket.tokens / RATE, notice=notice)

    def _sweep(self, now: float) -> None:
        full = BURST / RATE + WAITING / RATE
        if now - self._swept > full:
            self._buckets = {person: bucket for person, bucket in self._buckets.items() if now - bucket.at < full}
            self._swept = now
