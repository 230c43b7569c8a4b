"""Something to be done again and again, in the background, if it is not over before."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Self


class Later:
    """Until it is cancelled, or left where it was opened with `with`.

    Costs next to nothing, not even a task, when that is before the first time.
    """

    def __init__(self, first: float, then: float, work: Callable[[], Awaitable[object]]) -> None:
        """Seconds to the first time, and between the others. `work` raises nothing."""
        self._then = then
        self._work = work
        self._task: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(first, self._begin)

    @property
    def has_begun(self) -> bool:
        """It was done once, or is being done."""
        return self._task is not None

    def cancel(self) -> None:
        self._timer.cancel()
        if self._task:
            self._task.cancel()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.cancel()

    def _begin(self) -> None:
        self._task = asyncio.create_task(self._go_on())

    async def _go_on(self) -> None:
        while True:
            await self._work()
            await asyncio.sleep(self._then)
