"""Kill -9 in the middle of a burst of 5,000 messages: webhook, polling, and one of two replicas.

In flight is what Telegram had handed over and the store had not yet noted as answered.
"""

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGSTOP, SIGTERM, Signals
from tempfile import TemporaryDirectory
from typing import Any

import redis
from running_bot import RunningBot
from serving_bot import ServingBot
from telegram_server import TelegramProcess

from .crowd import Crowd
from .replicas import two_replicas

PEOPLE = 1_000
KILLED_WITH = 3_000
"""Messages that are still waiting when it happens."""


def run(people: int = PEOPLE, killed_with: int = KILLED_WITH) -> dict[str, Any]:
    ways = {"serve": _serve, "telegram": _poll, "two replicas, one killed": _replicas}
    return {name: way(people, killed_with) for name, way in ways.items()}


def _serve(people: int, killed_with: int) -> dict[str, Any]:
    with TemporaryDirectory() as folder, TelegramProcess() as telegram:
        bots = [ServingBot(telegram, Path(folder))]
        return _burst(telegram, people, killed_with, bots, _in_file(folder))


def _poll(people: int, killed_with: int) -> dict[str, Any]:
    with TemporaryDirectory() as folder, TelegramProcess() as telegram:
        bots = [RunningBot(telegram, Path(folder))]
        return _burst(telegram, people, killed_with, bots, _in_file(folder))


def _replicas(people: int, killed_with: int) -> dict[str, Any]:
    with two_replicas() as (telegram, store, bots):

        def marked() -> int:
            with redis.Redis.from_url(store.url) as kept:
                return sum(1 for _ in kept.scan_iter("careerbot:r:answered:*", count=1_000))

        return _burst(telegram, people, killed_with, bots, marked)


def _burst(
    telegram: TelegramProcess,
    people: int,
    killed_with: int,
    bots: Sequence[ServingBot | RunningBot],
    marked: Callable[[], int],
) -> dict[str, Any]:
    """The first of the bots is killed; it is started anew when it is the only one."""
    crowd = Crowd(telegram)
    crowd.ask_at_once(people)
    for bot in bots:
        bot.start()
    while len(telegram.state()["pending"]) > killed_with:
        time.sleep(0.02)
    for bot in bots:
        _tell(bot, SIGSTOP)  # while it is counted
    in_flight = len({delivery["update_id"] for delivery in telegram.deliveries()}) - marked()
    _tell(bots[0], SIGKILL)
    for bot in bots[1:]:
        _tell(bot, SIGCONT)
    if len(bots) == 1:
        _gone(bots[0])
        bots[0].start()
    took = crowd.settled()
    counted = crowd.counted()
    for bot in bots[-1:]:
        _tell(bot, SIGTERM)
    for bot in bots:
        _gone(bot)
    return {
        **counted,
        "in flight at the kill": in_flight,
        "seconds until all were answered": took,
        "violations of the Bot API": len(telegram.violations()),
    }


def _tell(bot: ServingBot | RunningBot, sign: Signals) -> None:
    if bot.process:
        bot.process.send_signal(sign)


def _gone(bot: ServingBot | RunningBot) -> None:
    if bot.process:
        bot.process.wait()


def _in_file(folder: str) -> Callable[[], int]:
    def marked() -> int:
        with closing(sqlite3.connect(Path(folder) / "state" / "memory.sqlite3")) as db:
            return int(db.execute("SELECT count(*) FROM records WHERE kind = 'answered'").fetchone()[0])

    return marked
