"""The disk is full for ten seconds while people write, by webhook and by polling; then the bot is started anew.

Needs leave to mount a small disk: root, or `unshare --map-root-user --mount python -m benchmarks.faults disk_full`.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from running_bot import RunningBot
from serving_bot import ServingBot
from small_disk import SmallDisk
from telegram_server import TelegramProcess

from .crowd import Crowd

RATE = 20.0
"""Messages a second."""
BEFORE, FULL, AFTER = 5.0, 10.0, 5.0
"""Seconds."""


def run(rate: float = RATE, full: float = FULL) -> dict[str, Any]:
    return {way.__name__.lower(): _filled(way, rate, full) for way in (ServingBot, RunningBot)}


def _filled(way: type[ServingBot | RunningBot], rate: float, full: float) -> dict[str, Any]:
    with TemporaryDirectory() as folder, TelegramProcess() as telegram, SmallDisk(Path(folder) / "state") as disk:
        crowd = Crowd(telegram)
        with way(telegram, Path(folder)) as bot:
            talking = crowd.talk(rate, BEFORE + full + AFTER)
            time.sleep(BEFORE)
            disk.fill()
            time.sleep(full)
            disk.empty()
            talking.join()
            crowd.settled()
            told = [line for line in bot.log.splitlines() if "is full" in line or "works again" in line]
        with way(telegram, Path(folder)):
            crowd.ask_again()
            crowd.ask_again()
            crowd.settled()
            return {
                "seconds full": full,
                **crowd.counted(),
                "lines of log about it": len(told),
                "violations of the Bot API": len(telegram.violations()),
            }
