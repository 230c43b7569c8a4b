"""Telegram out of reach for thirty seconds while people write, by webhook and by polling.

Messages still arrive by webhook, as in an outage of the way from here to Telegram.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from running_bot import RunningBot
from serving_bot import ServingBot
from telegram_server import TelegramProcess

from .crowd import Crowd

RATE = 30.0
"""Messages a second."""
BEFORE, DOWN, AFTER = 5.0, 30.0, 5.0
"""Seconds."""


def run(rate: float = RATE, down: float = DOWN) -> dict[str, Any]:
    return {way.__name__.lower(): _outage(way, rate, down) for way in (ServingBot, RunningBot)}


def _outage(way: type[ServingBot | RunningBot], rate: float, down: float) -> dict[str, Any]:
    with TemporaryDirectory() as folder, TelegramProcess() as telegram, way(telegram, Path(folder)) as bot:
        crowd = Crowd(telegram)
        talking = crowd.talk(rate, BEFORE + down + AFTER)
        time.sleep(BEFORE)
        telegram.go_down()
        time.sleep(down)
        telegram.go_up()
        back = time.monotonic()
        talking.join()
        crowd.settled()
        return {
            "seconds down": down,
            **crowd.counted(),
            "seconds until all were answered, after it was back": round(time.monotonic() - back, 1),
            "lines of warnings and errors in the log": sum(
                f'"level": "{level}"' in line for line in bot.log.splitlines() for level in ("warning", "error")
            ),
            "violations of the Bot API": len(telegram.violations()),
        }
