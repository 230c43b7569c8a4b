"""How many people a bot answers: careerbot's full path beside bare echo bots, in one run.

    python benchmarks/serving.py [--seconds N] [--rounds N] [--only WORD] [--offered] [--mistyped]

Needs redis-server for the replicas; aiogram (`pip install aiogram`) for the peer. What is missing is left out.
Every bot is a process with a core of its own, visitors and a stand-in for Telegram have the other. What counts are the
ratios: the seconds are this machine's. Each round measures all of them in turn, and the median round counts.
"""

import argparse
import asyncio
import os
import platform
import signal
import statistics
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path

from load.bot_api import BotApi
from load.contestants import AIOGRAM, ECHO, FULL_PATH, ONE_REPLICA, TWO_REPLICAS, Contestant, running
from load.figures import Figures, table
from load.offered import offered
from load.process import CORES
from load.updates import people
from load.visitors import all_at_once

ALL = (FULL_PATH, ECHO, AIOGRAM, ONE_REPLICA, TWO_REPLICAS)
WARMING_UP = 3_000
"""People who do not count. Until then careerbot draws nearly all of its pictures, 0.1 s each, once and for good."""
NO_END = 1e9
"""Seconds."""
STEPS = (0.5, 0.8, 1.0, 1.5, 2.0, 3.0)
"""Offered load, times what the bot can do."""
FAR_AWAY = 0.05
"""Seconds that Telegram takes for a message while load is offered: as in production, not as on one machine."""
PACKAGES = ("python-telegram-bot", "aiogram", "aiohttp", "uvicorn", "httptools", "uvloop", "redis", "hiredis")


async def saturated(who: Contestant, seconds: float, first: int, mistyped: bool) -> Figures:
    """`first`: how many people came before. `mistyped`: as people type."""
    api = BotApi()
    await api.open()
    with tempfile.TemporaryDirectory() as folder:
        async with running(who, api, Path(folder)) as (ports, bots):
            coming = people(first, mistyped=mistyped)
            await all_at_once(ports, bots, api, islice(coming, WARMING_UP), NO_END)
            figures = await all_at_once(ports, bots, api, coming, seconds)
    api.close()
    return figures


async def in_steps(who: Contestant, capacity: float, seconds: float) -> list[tuple[float, Figures]]:
    """What becomes of load at each of the STEPS, by its updates a second."""
    api = BotApi(FAR_AWAY)
    await api.open()
    found = []
    with tempfile.TemporaryDirectory() as folder:
        async with running(who, api, Path(folder)) as (ports, bots):
            coming = people(500_000)
            await all_at_once(ports, bots, api, islice(coming, WARMING_UP), NO_END)
            for step in STEPS:
                rate = capacity * step
                found.append((rate, await offered(ports, bots, api, coming, rate, seconds)))
    api.close()
    return found


def compared(rounds: list[dict[str, Figures]]) -> str:
    names = list(rounds[0])
    beside = FULL_PATH.name if FULL_PATH.name in names else names[0]
    rows = []
    for name in names:
        own = [each[name] for each in rounds]
        middle = sorted(own, key=lambda each: each.rate)[len(own) // 2]
        ratio = statistics.median(each[name].rate / each[beside].rate for each in rounds)
        rows.append(
            [
                name,
                f"{ratio:.2f}",
                f"{middle.rate:.0f}",
                f"{middle.wait(0.5):.1f}",
                f"{middle.wait(0.99):.1f}",
                f"{middle.cost:.2f}",
                f"{middle.visitors:.0%}",
                str(sum(each.refused for each in own)),
            ]
        )
    heads = ["", "ratio", "answered/s", "p50, ms", "p99, ms", "CPU, ms an update", "visitors' core", "refused"]
    return table(heads, rows)


def stepped(capacity: float, steps: list[tuple[float, Figures]]) -> str:
    rows = [
        [
            f"{rate / capacity:.1f}",
            f"{rate:.0f}",
            f"{figures.rate:.0f}",
            f"{figures.answered + figures.refused}",
            f"{figures.sent / max(figures.answered, 1):.2f}",
            f"{figures.wait(0.5):.0f}",
            f"{figures.wait(0.99):.0f}",
            str(figures.told_to_come_back),
            str(figures.refused),
        ]
        for rate, figures in steps
    ]
    heads = ["offered, times capacity", "offered/s", "answered/s", "answered", "messages for each"]
    return table([*heads, "p50, ms", "p99, ms", "503", "refused"], rows)


def machine() -> str:
    def of(package: str) -> str:
        try:
            return f"{package} {version(package)}"
        except PackageNotFoundError:
            return f"no {package}"

    first, other = CORES
    where = f"bot on core {first}, the rest on core {other}" if first is not None else "one core for all"
    return f"{os.cpu_count()} cores ({where}), Python {platform.python_version()}, {', '.join(map(of, PACKAGES))}"


async def main(seconds: float, rounds: int, only: str, steps: bool, mistyped: bool) -> None:
    _, other = CORES
    if other is not None:
        os.sched_setaffinity(0, {other})
    print(machine(), end="\n\n", flush=True)
    chosen = [who for who in ALL if only in who.name]
    for who in chosen:
        if not who.can_run:
            print(f"Left out, as there is no {who.needs} here: {who.name}")
    chosen = [who for who in chosen if who.can_run]
    found = [
        {who.name: await saturated(who, seconds, number * 50_000, mistyped) for who in chosen}
        for number in range(rounds)
    ]
    print(compared(found), flush=True)
    if steps:
        capacity = statistics.median(each[FULL_PATH.name].rate for each in found)
        print()
        print(stepped(capacity, await in_steps(FULL_PATH, capacity, seconds)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=6.0, help="for each measurement")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="those whose name has this in it")
    parser.add_argument("--offered", action="store_true", help="offered load in steps as well")
    parser.add_argument("--mistyped", action="store_true", help="a slip in each message, so that few come twice")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the bots are to be stopped then, too
    asyncio.run(main(given.seconds, given.rounds, given.only, given.offered, given.mistyped))
