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
    answered: int = 0
    """Of those who stood in it."""


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
        key = order_key(update)
        if key is None:
            if (turn_comes := await self._admitted(update, None)) is not None:
                await _until(turn_comes)
                await coroutine
            return
        line = self._lines.setdefault(key, _Line())
        line.standing += 1
        try:
            turn_comes = await self._admitted(update, key if line.standing == 1 else None)
            if turn_comes is not None:
                await self._answer(line, turn_comes, key, coroutine)
        finally:
            line.standing -= 1
            if not line.standing:
                del self._lines[key]

    async def _admitted(self, update: Update, free: str | None) -> float | None:
        """When its turn may come; None for one that is skipped. `free`: its conversation, if nobody waits for that."""
        person = person_of(update)
        if person is None:
            return 0.0
        admission = await self._together.admit(person, free)
        if admission.notice:
            await self._notice(update)
        if admission.skipped:
            this_turn().outcome = "skipped"
            return None
        return time.monotonic() + admission.wait

    async def _answer(self, line: "_Line", turn_comes: float, key: str, coroutine: Awaitable[Any]) -> None:
        async with line.lock:
            if line.answered:
                this_turn().opening = None  # somebody else came first after all, and changed what it says
            await _until(turn_comes)
            try:
                async with self._together.turn(key):
                    await coroutine
            finally:
                line.answered += 1


async def _until(moment: float) -> None:
    if (wait := moment - time.monotonic()) > 0:
        await asyncio.sleep(wait)
