"""Load that comes whether the bot keeps up or not."""

import asyncio
import time
from collections.abc import Iterator

from load.bot_api import BotApi
from load.connection import Connection
from load.figures import Figures
from load.process import Measured
from load.updates import Said
from load.visitors import Watching, connected

MOST_CONNECTIONS = 1_500
"""More than one bot works on at the same time, so that it has to refuse some."""
DRAINED_WITHIN = 60.0
"""Seconds after the last update came."""


async def offered(
    ports: list[int], bots: list[Measured], api: BotApi, coming: Iterator[Said], rate: float, seconds: float
) -> Figures:
    """`rate` updates a second for so long, each of its own person; then all that is left is brought to its end.

    A 503 is brought again after its Retry-After. Waits count from the first time that an update was due.
    """
    figures = Figures()
    free: asyncio.LifoQueue[Connection] = asyncio.LifoQueue()
    opened = 0

    async def connection() -> Connection:
        nonlocal opened
        if free.empty() and opened < MOST_CONNECTIONS:
            opened += 1
            return await connected(ports[opened % len(ports)])
        return await free.get()

    async def bring(body: bytes, due: float) -> None:
        while True:
            line = await connection()
            reply = await line.post(body)
            free.put_nowait(line)
            if reply.status == 200:
                figures.answered += 1
                figures.waits.append(time.perf_counter() - due)
                return
            if reply.status != 503:
                figures.refused += 1
                return
            figures.told_to_come_back += 1
            await asyncio.sleep(reply.retry_after)

    with Watching(figures, bots, api):
        began = time.perf_counter()
        under_way = []
        for n in range(int(rate * seconds)):
            due = began + n / rate
            if (wait := due - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            elif n % 50 == 0:
                await asyncio.sleep(0)  # the loop has to come round even when we are late
            under_way.append(asyncio.create_task(bring(next(coming).bodies[0], due)))
        await asyncio.wait(under_way, timeout=DRAINED_WITHIN)
    while not free.empty():
        free.get_nowait().close()
    return figures
