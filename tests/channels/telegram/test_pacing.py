"""How long a call to Telegram is made again."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from telegram.error import NetworkError

from careerbot.bot.channels.telegram.pacing import ATTEMPTS, GIVEN_UP, Pacing
from careerbot.bot.channels.telegram.request import NotSentError

FAST = 1e6
"""Waits are over at once."""


def call(pacing: Pacing, work: Callable[[], Awaitable[bool]], chat: int = 1) -> Awaitable[object]:
    return pacing.process_request(work, (), {}, "sendMessage", {"chat_id": chat}, None)  # type: ignore[arg-type]


async def passes() -> bool:
    return True


class Failing:
    def __init__(self, times: float, after: Callable[[], object] = lambda: None) -> None:
        self.times = times
        self.made = 0
        self._after = after

    async def __call__(self) -> bool:
        self.made += 1
        if self.made <= self.times:
            self._after()
            raise NotSentError("Telegram cannot be reached")
        return True


def test_outage() -> None:
    """While Telegram takes nothing from anybody, a call waits for it, however long that lasts."""
    failing = [Failing(ATTEMPTS * 10) for _ in range(5)]

    async def calls() -> list[object]:
        pacing = Pacing(speed=FAST)
        return await asyncio.gather(*(call(pacing, each, chat) for chat, each in enumerate(failing)))

    assert asyncio.run(calls()) == [True] * 5


def test_broken_call() -> None:
    """A call that fails while others pass is given up, so that it cannot hold its chat for good."""
    pacing = Pacing(speed=FAST)
    failing = Failing(float("inf"))

    async def calls() -> None:
        broken = asyncio.ensure_future(call(pacing, failing))
        while not broken.done():
            await call(pacing, passes, chat=2)
            await asyncio.sleep(0)
        await broken

    with pytest.raises(NetworkError):
        asyncio.run(calls())
    assert failing.made >= ATTEMPTS


def test_a_day() -> None:
    """After a day nobody waits any more, not Telegram either."""
    now = [0.0]

    def later() -> None:
        now[0] += GIVEN_UP / 3

    failing = Failing(float("inf"), later)
    with pytest.raises(NetworkError):
        asyncio.run(asyncio.wait_for(call(Pacing(FAST, lambda: now[0]), failing), 20))
    assert failing.made == 3
