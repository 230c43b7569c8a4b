"""Updates that Telegram brings: the same bot behind a webhook."""

import asyncio
import json
import signal
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from serving_bot import PATH, SECRET, ServingBot
from telegram_server import TelegramServer
from waiting import until

from careerbot.bot.channels.telegram import webhook
from careerbot.bot.channels.telegram.webhook import LARGEST, Webhook
from careerbot.bot.channels.telegram.webhook import SECRET as HEADER
from careerbot.bot.conversation import Adviser
from careerbot.bot.stores.errors import StoreError


@pytest.fixture
def bot(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> Iterator[ServingBot]:
    telegram.configure(speed=20)
    with ServingBot(telegram, tmp_path) as bot:
        yield bot
    assert telegram.violations() == []
    assert telegram.token not in bot.log


def test_talk(bot: ServingBot) -> None:
    """Talk, buttons and inline mode work by webhook as they do by polling."""
    ann = bot.telegram.user("Ann")
    reply = ann.ask("what does an sre earn")
    assert "$140,000" in reply["text"]
    ann.press(reply, "Site Reliability Engineer skills")
    assert "distributed systems" in ann.wait(after=reply)[0]["text"]
    asked = ann.inline("sre vs devops")
    assert "$10,000" in bot.telegram.wait_answer(asked["query_id"])["results"][0]["description"]


def test_delivered_twice(bot: ServingBot) -> None:
    """An update that is brought again is answered once."""
    ann = bot.telegram.user("Ann")
    said = ann.say("what does an sre earn")
    ann.wait(after=said)
    bot.telegram.wait_settled()
    bot.telegram.repeat(said["update_id"])
    bot.telegram.wait_settled()

    assert len(ann.by_bot()) == 1


def test_killed(bot: ServingBot) -> None:
    """Kill -9 before the answer: Telegram brings the update to the next process, context and all."""
    ann = bot.telegram.user("Ann")
    ann.ask("what does an sre earn")
    bot.telegram.wait_settled()
    bot.telegram.fault("hang", method="sendMessage", times=-1, seconds=60)
    said = ann.say("and the skills?")
    until(lambda: len(bot.telegram.calls("sendMessage")) == 2)
    bot.end(signal.SIGKILL)
    bot.telegram.call("clear_faults")
    bot.ready()

    assert "distributed systems" in ann.wait(after=said, timeout=15)[0]["text"]


def test_outage(bot: ServingBot) -> None:
    """Telegram out of reach for a while: what it brought is answered once it is back, each once and in its order."""
    ann = bot.telegram.user("Ann")
    bot.telegram.go_down()
    first = ann.say("what does an sre earn")
    ann.say("and the skills?")
    until(lambda: "does not answer" in bot.log)
    bot.telegram.go_up()
    pay, skills = ann.wait(after=first, count=2, timeout=20)
    bot.telegram.wait_settled()

    assert ("$140,000" in pay["text"], "distributed systems" in skills["text"]) == (True, True)
    assert len(ann.by_bot()) == 2


def test_poison(bot: ServingBot) -> None:
    """An update that cannot be read is taken, so that Telegram does not bring it for a day."""
    bot.telegram.poison()
    assert bot.telegram.user("Ann").ask("hi")
    bot.telegram.wait_settled()


def test_refused(bot: ServingBot) -> None:
    """Without the secret, on another path or with nonsense, nothing is done."""
    update = json.dumps({"update_id": 1}).encode()

    assert bot.post(update) == 200
    assert bot.post(update, secret="wrong") == 403  # noqa: S106
    assert bot.post(update, secret=None) == 403
    assert bot.post(update, path="/") == 404
    assert bot.post(b"{") == 400
    assert bot.post(b"[]") == 400
    assert bot.post(b'{"update_id": "1"}') == 400
    assert bot.post(b"x" * (LARGEST + 1)) == 413
    assert bot.get(PATH)[0] == 405
    assert bot.telegram.calls("sendMessage") == []
    assert bot.log.count("refused with 400") == 1


class Busy:
    """An intake that never comes to an end."""

    async def take(self, raw: dict[str, Any]) -> None:  # noqa: ARG002
        await asyncio.sleep(3600)


def respond(hook: Webhook, body: bytes | None) -> MutableMapping[str, Any]:
    """The head of the answer. None: the body never comes."""
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        if body is None:
            await asyncio.sleep(3600)
        return {"type": "http.request", "body": body}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    headers = [(HEADER, SECRET.encode())]
    asyncio.run(hook({"type": "http", "path": PATH, "method": "POST", "headers": headers}, receive, send))
    return sent[0]


def test_too_much_at_work() -> None:
    """With too much at work, Telegram is told when to come back."""
    answer = respond(Webhook(Busy(), PATH, SECRET, at_work=100_000), b'{"update_id": 1}')  # type: ignore[arg-type]

    assert answer["status"] == 503
    assert b"retry-after" in dict(answer["headers"])


def test_too_large() -> None:
    """A body larger than any update is refused before it is read whole."""
    assert respond(Webhook(Busy(), PATH, SECRET), b"x" * (LARGEST + 1))["status"] == 413  # type: ignore[arg-type]


def test_slow_body(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not send the body that was announced is told so, and not kept connected."""
    monkeypatch.setattr(webhook, "SLOWEST", 0.01)
    answer = respond(Webhook(Busy(), PATH, SECRET), None)  # type: ignore[arg-type]

    assert answer["status"] == 408
    assert (b"connection", b"close") in answer["headers"]


class Down:
    """An intake whose store is down."""

    async def take(self, raw: dict[str, Any]) -> None:  # noqa: ARG002
        raise StoreError("redis_unreachable", "redis://host", "refused")


def test_store_is_down() -> None:
    """Without the store it needs, Telegram is told when to come back."""
    answer = respond(Webhook(Down(), PATH, SECRET), b'{"update_id": 1}')  # type: ignore[arg-type]

    assert answer["status"] == 503
    assert int(dict(answer["headers"])[b"retry-after"]) > 0
