"""Order within a conversation, concurrency across conversations."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from careerbot.bot.channels.telegram.flood import FloodGate
from careerbot.bot.channels.telegram.places import order_key, person_of

log = logging.getLogger(__name__)

MOST = 10_000
"""Updates that may wait or be worked on. The intake takes fewer; this is the library's own bound."""

Notice = Callable[[Update], Awaitable[None]]


class ConversationOrder(BaseUpdateProcessor):
    """The updates of one conversation in the order they came; a flood from one person waits or is skipped."""

    def __init__(self, gate: FloodGate, notice: Notice) -> None:
        super().__init__(MOST)
        self._gate = gate
        self._notice = notice
        self._lines: dict[str, tuple[asyncio.Lock, int]] = {}

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        if not isinstance(update, Update):
            await coroutine
            return
        person = person_of(update)
        admission = self._gate.admit(person) if person else None
        turn_comes = time.monotonic() + (admission.wait if admission else 0)
        if admission and admission.notice:
            await self._notice(update)
        if admission and admission.skipped:
            log.debug("One message of a flood is skipped")
            if isinstance(coroutine, Coroutine):
                coroutine.close()
            return
        async with self._line(order_key(update)):
            if (wait := turn_comes - time.monotonic()) > 0:
                await asyncio.sleep(wait)
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
