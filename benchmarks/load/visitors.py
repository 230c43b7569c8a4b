"""Telegram's side of a webhook: it brings updates, waits for 200, and comes back when it is told to."""

import asyncio
import os
import time
from collections.abc import Iterator

from load.bot_api import BotApi
from load.connection import Connection
from load.figures import Figures
from load.process import Measured, cpu_of
from load.updates import Said

SECRET = "a-secret-of-the-benchmark"  # noqa: S105
PATH = "/telegram/updates"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS = 64
"""Updates that are brought at the same time. Telegram's most for one bot is 100."""


async def connected(port: int) -> Connection:
    return await Connection("127.0.0.1", PATH, {HEADER: SECRET}).open(port)


async def all_at_once(
    ports: list[int], bots: list[Measured], api: BotApi, coming: Iterator[Said], seconds: float
) -> Figures:
    """Closed loop: on each connection the next update follows the answer to the one before. Saturates the bot.

    Ends sooner when nobody is coming any more. The connections are spread evenly over `ports`.
    """
    figures = Figures()
    ends = time.perf_counter() + seconds

    async def bring(port: int) -> None:
        connection = await connected(port)
        while time.perf_counter() < ends and (said := next(coming, None)):
            for body in said.bodies:
                began = time.perf_counter()
                reply = await connection.post(body)
                if reply.status == 200:
                    figures.answered += 1
                    figures.waits.append(time.perf_counter() - began)
                else:
                    figures.refused += 1
                    return
        connection.close()

    with Watching(figures, bots, api):
        await asyncio.gather(*(bring(ports[n % len(ports)]) for n in range(CONNECTIONS)))
    return figures


class Watching:
    """What bots and visitors used while it was open."""

    def __init__(self, figures: Figures, bots: list[Measured], api: BotApi) -> None:
        self._figures = figures
        self._bots = bots
        self._api = api

    def __enter__(self) -> None:
        self._before = self._now()

    def __exit__(self, *error: object) -> None:
        began, sent, bots, own = self._before
        ended, sent_then, bots_then, own_then = self._now()
        self._figures.seconds = ended - began
        self._figures.sent = sent_then - sent
        self._figures.cpu = bots_then - bots
        self._figures.visitors = (own_then - own) / (ended - began)

    def _now(self) -> tuple[float, int, float, float]:
        return time.perf_counter(), self._api.sent, sum(bot.cpu for bot in self._bots), cpu_of(os.getpid())
