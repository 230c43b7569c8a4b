"""Visitors who mean no good, while a person asks: without the secret, malformed, too large, too slow, random."""

import json
import random
import socket
import time
from collections import Counter
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from serving_bot import PATH, SECRET, ServingBot
from telegram_server import TelegramProcess
from telegram_server.people import Person
from test_random_updates import spoiled, whole

from careerbot.bot.channels.telegram.webhook import LARGEST

RANDOM = 10_000
EACH = 1_000
SLOW = 500
"""Connections that never finish their request."""


def run(updates: int = RANDOM, each: int = EACH, slow: int = SLOW) -> dict[str, Any]:
    with TemporaryDirectory() as folder, TelegramProcess() as telegram, ServingBot(telegram, Path(folder)) as bot:
        ann = telegram.user("Ann")
        line = HTTPConnection("127.0.0.1", bot.port, timeout=60)
        good = json.dumps(whole(0)).encode()
        found: dict[str, Any] = {}
        for name, body, secret in (
            ("without the secret", good, ""),
            ("a wrong secret", good, SECRET[:-1] + "x"),
            ("malformed", good[:-1], SECRET),
            ("too large", b"x" * (LARGEST + 1), SECRET),
        ):
            times = each if len(body) < LARGEST else each // 10
            found[name] = dict(Counter(_post(bot, body, secret) for _ in range(times)))
        found["answered by them"] = len(telegram.calls("sendMessage"))
        found["random updates"] = _random(line, updates, ann)
        line.close()
        found["slow visitors"] = _slow(bot, slow, ann)
        found["a person asked meanwhile, longest wait in ms"] = round(1_000 * max(found["random updates"].pop("waits")))
        found["still up"] = bot.get("/healthz")[0] == 200
        found["answers that failed, in the log"] = bot.log.count("An answer failed")
        return found


def _post(bot: ServingBot, body: bytes, secret: str) -> int:
    return bot.post(body, secret=secret or None)


def _random(line: HTTPConnection, updates: int, ann: Person) -> dict[str, Any]:
    chance = random.Random(11)  # noqa: S311  the same updates in every run
    statuses: Counter[int] = Counter()
    waits = []
    for number in range(updates):
        update = whole(number)
        id = update.pop("update_id")  # left as it is, or most were refused at the door
        body = json.dumps(spoiled(update, chance) | {"update_id": id})
        line.request("POST", PATH, body, {"X-Telegram-Bot-Api-Secret-Token": SECRET})
        reply = line.getresponse()
        reply.read()
        statuses[reply.status] += 1
        if number % (updates // 20) == 0:
            waits.append(_asks(ann))
    return {"updates": updates, "statuses": dict(statuses), "waits": waits}


def _slow(bot: ServingBot, visitors: int, ann: Person) -> dict[str, Any]:
    began = time.monotonic()
    held = [socket.create_connection(("127.0.0.1", bot.port)) for _ in range(visitors)]
    for n, visitor in enumerate(held):
        head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\n"
        body = f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: 100\r\n\r\n{{"
        visitor.sendall((head + body if n % 2 else head).encode())
    wait = _asks(ann)
    for visitor in held:
        visitor.settimeout(60)
        while visitor.recv(4_096):
            pass
        visitor.close()
    return {
        "visitors": visitors,
        "a person's wait in ms": round(1_000 * wait),
        "all put out after seconds": round(time.monotonic() - began, 1),
    }


def _asks(ann: Person) -> float:
    """Seconds until the person has the right answer."""
    began = time.monotonic()
    assert "$140,000" in ann.ask("what does an sre earn", timeout=30)["text"]  # noqa: S101
    return time.monotonic() - began
