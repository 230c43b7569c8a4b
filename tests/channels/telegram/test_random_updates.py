"""Updates in shapes that nobody promised: fields gone, of another type, nested, huge. The service outlives them all."""

import json
import random
from copy import deepcopy
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from serving_bot import PATH, SECRET, ServingBot
from telegram_server import TelegramServer

from careerbot.bot.conversation import Adviser

UPDATES = 2_000
TAKEN = {200, 400, 503}
ODD: list[Any] = [
    None,
    True,
    -1,
    0,
    2**70,
    1.5,
    "",
    "x",
    "\ud83d",
    "a" * 5_000,
    [],
    [[]],
    {},
    {"id": "x"},
    [None, {"a": []}],
]


def whole(number: int) -> dict[str, Any]:
    """An update as Telegram sends it, of one kind after the other."""
    person = {"id": 900_000_000 + number, "is_bot": False, "first_name": "R", "language_code": "en"}
    chat = {"id": person["id"], "type": "private", "first_name": "R"}
    message = {"message_id": number + 1, "date": 1_790_000_000, "chat": chat, "from": person, "text": "sre pay"}
    command = {**message, "text": "/pay sre", "entities": [{"type": "bot_command", "offset": 0, "length": 4}]}
    kinds: list[dict[str, Any]] = [
        {"message": message},
        {"message": command},
        {"edited_message": {**message, "edit_date": 1_790_000_001}},
        {"callback_query": {"id": "1", "from": person, "chat_instance": "1", "data": "x", "message": message}},
        {"inline_query": {"id": "1", "from": person, "query": "sre vs devops", "offset": ""}},
        {
            "message": {
                **message,
                "chat": {"id": -100_1, "type": "supergroup", "title": "G"},
                "reply_to_message": message,
            }
        },
    ]
    return {"update_id": 5_000_000 + number, **json.loads(json.dumps(kinds[number % len(kinds)]))}


def spoiled(update: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The same with one to three fields, at any depth, gone or of another type."""
    for _ in range(chance.randint(1, 3)):
        place: Any = update
        while True:
            key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
            inner = place[key]
            if not isinstance(inner, dict | list) or not inner or chance.random() < 0.2:
                break
            place = inner
        if isinstance(place, dict) and len(place) > 1 and chance.random() < 0.3:
            del place[key]
        else:
            place[key] = deepcopy(chance.choice(ODD))
    return update


def test_spoiled_updates(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> None:
    """Each is taken, refused or put off; nothing crashes, and a person is answered all the while."""
    telegram.configure(speed=20)
    chance = random.Random(7)  # noqa: S311  the same updates in every run
    with ServingBot(telegram, tmp_path) as bot:
        ann = telegram.user("Ann")
        line = HTTPConnection("127.0.0.1", bot.port, timeout=30)
        for number in range(UPDATES):
            body = json.dumps(spoiled(whole(number), chance))
            headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
            line.request("POST", PATH, body, headers)
            reply = line.getresponse()
            reply.read()
            assert reply.status in TAKEN, body
            if number % (UPDATES // 4) == 0:
                assert "$140,000" in ann.ask("what does an sre earn", timeout=20)["text"]
        line.close()
        assert "$140,000" in ann.ask("what does an sre earn", timeout=20)["text"]
        assert bot.get("/healthz")[0] == 200
