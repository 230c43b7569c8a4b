"""Redis away for ten seconds while people write to two replicas: stopped, and frozen.

Messages wait at Telegram meanwhile; inline mode, which remembers nothing, goes on.
"""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from redis_server import RedisServer
from telegram_server import ControlError, TelegramProcess

from .crowd import Crowd
from .replicas import two_replicas

RATE = 30.0
"""Messages a second."""
BEFORE, DOWN, AFTER = 5.0, 10.0, 5.0
"""Seconds."""


def run(rate: float = RATE, down: float = DOWN) -> dict[str, Any]:
    return {
        "stopped": _outage(rate, down, RedisServer.stop, RedisServer.start),
        "frozen": _outage(rate, down, RedisServer.freeze, RedisServer.thaw),
    }


def _outage(
    rate: float, down: float, begin: Callable[[RedisServer], object], end: Callable[[RedisServer], object]
) -> dict[str, Any]:
    with two_replicas() as (telegram, store, bots):
        for bot in bots:
            bot.ready()
        crowd = Crowd(telegram)
        talking = crowd.talk(rate, BEFORE + down + AFTER)
        time.sleep(BEFORE)
        begin(store)
        inline = _inline(telegram, down)
        ready = bots[0].get("/readyz")[0]
        end(store)
        back = time.monotonic()
        while bots[0].get("/readyz")[0] != 200:
            time.sleep(0.05)
        ready_again = time.monotonic() - back
        talking.join()
        crowd.settled()
        statuses = Counter(delivery["status"] for delivery in telegram.deliveries())
        ended = sum(bot.process is None or bot.process.poll() is not None for bot in bots)
        for bot in bots:
            bot.end()
        return {
            "seconds down": down,
            **crowd.counted(),
            "put off with 503": statuses[503],
            "inline queries answered meanwhile": inline,
            "/readyz meanwhile": ready,
            "seconds until ready again": round(ready_again, 1),
            "replicas that ended": ended,
            "violations of the Bot API": len(telegram.violations()),
        }


def _inline(telegram: TelegramProcess, seconds: float) -> str:
    """Somebody types inline once a second."""
    ann = telegram.user("Ann")
    ends = time.monotonic() + seconds
    asked = answered = 0
    while (left := ends - time.monotonic()) > 0:
        query = ann.inline("sre vs devops")
        asked += 1
        with suppress(ControlError):
            answered += bool(telegram.wait_answer(query["query_id"], timeout=min(1.0, left)))
        time.sleep(max(0.0, min(ends, ends - left + 1.0) - time.monotonic()))
    return f"{answered} of {asked}"
