"""What many people cost in memory: that of the serving process must not grow with everybody who ever wrote.

    python benchmarks/many_people.py [--people N] [--store sqlite|redis]

Each person is a conversation of their own with one question. After a first thousand everything that is made once is
made; from then on the process may grow by its bounded caches, and the rest belongs to the store.
"""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from load.bot_api import BotApi
from load.contestants import FULL_PATH, ONE_REPLICA, running
from load.figures import table
from load.process import CORES
from load.updates import Said, people
from load.visitors import all_at_once

FIRST = 1_000
"""People before the first look."""
LOOKS = 10
NO_END = 1e9
"""Seconds."""


async def main(many: int, store: str) -> None:
    _, other = CORES
    if other is not None:
        os.sched_setaffinity(0, {other})
    api = BotApi()
    await api.open()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        async with running(ONE_REPLICA if store == "redis" else FULL_PATH, api, Path(folder)) as (ports, bots):
            coming = (Said(each.person, each.bodies[:1]) for each in people(1_000_000))
            rows.append(["0", f"{bots[0].memory / 2**20:.0f}", "", "", ""])
            seen = 0
            for part in (FIRST, *[(many - FIRST) // LOOKS] * LOOKS):
                began = time.perf_counter()
                figures = await all_at_once(ports, bots, api, islice(coming, part), NO_END)
                seen += figures.answered
                rate = figures.answered / (time.perf_counter() - began)
                rows.append(
                    [
                        f"{seen:,}",
                        f"{bots[0].memory / 2**20:.0f}",
                        f"{rate:.0f}",
                        str(api.pictures),
                        str(figures.refused),
                    ]
                )
                print(" ".join(rows[-1]), flush=True)
    api.close()
    print(table([f"people, {store}", "memory of the process, MiB", "answered/s", "charts drawn", "refused"], rows))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--store", choices=("sqlite", "redis"), default="sqlite")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the bots are to be stopped then, too
    asyncio.run(main(given.people, given.store))
