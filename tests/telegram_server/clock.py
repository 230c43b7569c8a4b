"""The server's time: may run faster than ours, and can be moved forward."""

import asyncio
import time


class Clock:
    """Unix time that starts now, runs `speed` times as fast as ours and jumps when told."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._start = time.time()
        self._zero = time.monotonic()
        self._jumped = 0.0
        self._jump = asyncio.Event()

    def now(self) -> float:
        """Seconds since 1970, on this clock."""
        return self._start + (time.monotonic() - self._zero) * self.speed + self._jumped

    def date(self) -> int:
        """The same, as Telegram writes dates."""
        return int(self.now())

    def advance(self, seconds: float) -> None:
        """Move forward; whoever sleeps on this clock looks at it again."""
        self._jumped += seconds
        self._jump.set()
        self._jump = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Sleep so long on this clock."""
        until = self.now() + seconds
        while (left := until - self.now()) > 0:
            try:
                await asyncio.wait_for(self._jump.wait(), left / self.speed)
            except TimeoutError:
                continue
