"""One conversation at a time and floods, among all processes that answer for the bot.

A single process needs nothing but its own memory (Alone). With a store that shares (Replicas), a message and a button
press of one conversation wait for each other wherever Telegram brings them, and a person has one bucket everywhere.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from typing import Protocol
from uuid import uuid4

from careerbot.bot.channels.telegram.events import this_turn
from careerbot.bot.channels.telegram.flood import BURST, RATE, WAITING, Admission, FloodGate
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.later import Later
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.sharing import Bucket, Hold, Sharing

HELD = 10.0
"""Seconds after which a conversation is free again if its process dies; a living one holds on in time."""
LOOKING = 0.01
"""Seconds between the first looks at a conversation that is held; later ones are further apart."""
LOOKING_LATER = 0.25
PATIENCE = HELD + 5.0


class BusyError(Exception):
    """The conversation stayed held by another process. The update is to come again."""


class Together(Protocol):
    async def admit(self, person: str, conversation: str | None) -> Admission:
        """`conversation`: that of the update, if nobody stands in line for it here."""
        ...

    def turn(self, conversation: str) -> AbstractAsyncContextManager[None]:
        """To be held while one update of this conversation is answered."""
        ...


class Alone(Together):
    def __init__(self) -> None:
        self._gate = FloodGate()

    async def admit(self, person: str, conversation: str | None) -> Admission:  # noqa: ARG002
        return self._gate.admit(person)

    def turn(self, conversation: str) -> AbstractAsyncContextManager[None]:  # noqa: ARG002
        return nullcontext()


class Replicas(Alone):
    """While the store fails, each is as if alone, unless the store is needed: then updates are to come again."""

    def __init__(self, sharing: Sharing, keeping: Keeping) -> None:
        super().__init__()
        self._sharing = sharing
        self._keeping = keeping
        self._holder = uuid4().hex
        """The process as a whole: among its own updates, those of a conversation are in line already."""

    async def admit(self, person: str, conversation: str | None) -> Admission:
        if self._keeping.failing:  # nobody is to wait for what will hardly come, such as those who type inline
            return await super().admit(person, conversation)
        bucket, turn = Bucket(person, BURST, RATE, WAITING), this_turn()
        try:
            if conversation and turn.update is not None and self._keeping.needed:
                hold, mark = self._hold_of(conversation), self._keeping.mark(turn.update)
                entry = await self._keeping.reach(lambda _: self._sharing.enter(bucket, hold, mark.kind, mark.key))
                drawn, turn.opening = entry.draw, entry.opening
            else:
                drawn = await self._keeping.reach(lambda _: self._sharing.draw(bucket))
        except StoreError:
            return await super().admit(person, conversation)
        return Admission(drawn.wait, drawn.refused, drawn.notice)

    @asynccontextmanager
    async def turn(self, conversation: str) -> AsyncIterator[None]:
        turn = this_turn()
        try:
            if turn.opening is None:
                await self._hold(conversation)
        except StoreError:
            if self._keeping.needed:
                raise
            yield
            return

        async def hold_on() -> None:
            with suppress(StoreError):
                await self._held(conversation)

        holding_on = Later(HELD / 3, HELD / 3, hold_on)
        if self._keeping.needed:
            turn.holds = conversation, self._holder
        try:
            with holding_on:
                yield
        finally:
            # What the turn leaves behind has let go, unless it took so long that it may have been held again since.
            if turn.holds or holding_on.has_begun or not self._keeping.needed:
                with suppress(StoreError):  # it ends by itself
                    await self._keeping.reach(lambda _: self._sharing.let_go(conversation, self._holder))

    async def _hold(self, conversation: str) -> None:
        ends, wait = time.monotonic() + PATIENCE, LOOKING
        while not await self._held(conversation):
            if time.monotonic() > ends:
                raise BusyError
            await asyncio.sleep(wait)
            wait = min(wait * 2, LOOKING_LATER)

    async def _held(self, conversation: str) -> bool:
        hold = self._hold_of(conversation)
        return await self._keeping.reach(lambda _: self._sharing.hold(hold))

    def _hold_of(self, conversation: str) -> Hold:
        return Hold(conversation, self._holder, HELD)


def together(keeping: Keeping) -> Together:
    """As the store allows."""
    return Replicas(keeping.sharing, keeping) if keeping.sharing else Alone()
