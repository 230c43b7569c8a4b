"""What several turns leave behind, saved at once: under load, much of what a save costs is its transaction."""

import asyncio
from collections.abc import Callable, Sequence

from careerbot.bot.stores.records import Kept

KeepAll = Callable[[Sequence[Kept]], None]


class Gathering:
    """Gathers for one round of the event loop, in which all turns go on that can: nobody waits for a clock."""

    def __init__(self, keep_all: KeepAll) -> None:
        """`keep_all` takes microseconds, and is called on the event loop."""
        self._keep_all = keep_all
        self._waiting: list[tuple[Kept, asyncio.Future[None]]] = []

    async def keep(self, kept: Kept) -> None:
        """Returns when it is saved; raises what `keep_all` raises. Cancelled, it is saved all the same."""
        loop = asyncio.get_running_loop()
        saved = loop.create_future()
        self._waiting.append((kept, saved))
        if len(self._waiting) == 1:
            loop.call_soon(self._save)
        await saved

    def _save(self) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            self._keep_all([kept for kept, _ in waiting])
        except Exception as error:  # noqa: BLE001  it is for those who wait
            for _, saved in waiting:
                if not saved.done():
                    saved.set_exception(error)
            return
        for _, saved in waiting:
            if not saved.done():
                saved.set_result(None)
