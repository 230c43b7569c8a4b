"""Order within a conversation, concurrency across conversations."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from careerbot.bot.channels.telegram.events import this_turn
from careerbot.bot.channels.telegram.places import order_key, person_of
from careerbot.bot.channels.telegram.together import Together

MOST = 10_000
"""Updates that may wait or be worked on. The intake takes fewer; this is the library's own bound."""

Notice = Callable[[Update], Awaitable[None]]


class ConversationOrder(BaseUpdateProcessor):
    """The updates of one conversation in the order they came; a flood from one person waits or is skipped."""

    def __init__(self, together: Together, notice: Notice) -> None:
        super().__init__(MOST)
        self._together = together
        self._notice = notice
        self._lines: dict[str, tuple[asyncio.Lock, int]] = {}

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        try:
            if isinstance(update, Update):
                await self._in_turn(update, coroutine)
            else:
                await coroutine
        finally:
            if isinstance(coroutine, Coroutine):
                coroutine.close()  # without effect on one that has run

    async def _in_turn(self, update: Update, coroutine: Awaitable[Any]) -> None:
        person = person_of(update)
        admission = await self._together.admit(person) if person else None
        turn_comes = time.monotonic() + (admission.wait if admission else 0)
        if admission and admission.notice:
            await self._notice(update)
        if admission and admission.skipped:
            this_turn().outcome = "skipped"
            return
        key = order_key(update)
        async with self._line(key):
            if (wait := turn_comes - time.monotonic()) > 0:
                await asyncio.sleep(wait)
            if key is None:
                await coroutine
                return
            async with self._together.turn(key):
                await coroutine

    @asynccontextmanager
    async def _line(self, key: str | None) -> AsyncIterator[None]:
        """First come, first served; a line that nobody stands in is forgotten."""
        if key is None:
            yield
            return
        lock, standing = self._lines.get(key, (asyncio.Lock(), 0))
        self._lines[key] = lock, standing + 1
        try:
            async with lock:
                yield
        finally:
            _, standing = self._lines[key]
            if standing == 1:
                del self._lines[key]
            else:
                self._lines[key] = lock, standing - 1
