"""Waiting for something to change without looking at it all the time."""

import asyncio
from collections.abc import Callable


class Bell:
    """Rings at every change; those who wait look again."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Something changed."""
        self._rung.set()
        self._rung = asyncio.Event()

    async def wait_until(self, true: Callable[[], bool], timeout: float) -> bool:
        """Whether it became true within so many real seconds."""
        try:
            async with asyncio.timeout(timeout):
                while not true():
                    await self._rung.wait()
        except TimeoutError:
            return true()
        return True
