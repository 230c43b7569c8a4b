"""Order within a conversation, concurrency across conversations."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from careerbot.bot.channels.telegram.events import this_turn
from careerbot.bot.channels.telegram.places import order_key, person_of
from careerbot.bot.channels.telegram.together import Together

MOST = 10_000
"""Updates that may wait or be worked on. The intake takes fewer; this is the library's own bound."""

Notice = Callable[[Update], Awaitable[None]]


@dataclass(slots=True)
class _Line:
    """First come, first served; a line that nobody stands in is forgotten."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    standing: int = 0


class ConversationOrder(BaseUpdateProcessor):
    """The updates of one conversation in the order they came; a flood from one person waits or is skipped."""

    def __init__(self, together: Together, notice: Notice) -> None:
        super().__init__(MOST)
        self._together = together
        self._notice = notice
        self._lines: dict[str, _Line] = {}

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
        if key is None:
            await _until(turn_comes)
            await coroutine
            return
        line = self._lines.setdefault(key, _Line())
        line.standing += 1
        try:
            async with line.lock:
                await _until(turn_comes)
                async with self._together.turn(key):
                    await coroutine
        finally:
            line.standing -= 1
            if not line.standing:
                del self._lines[key]


async def _until(moment: float) -> None:
    if (wait := moment - time.monotonic()) > 0:
        await asyncio.sleep(wait)
