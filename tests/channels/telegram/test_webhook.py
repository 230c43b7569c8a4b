"""Updates that Telegram brings: the same bot behind a webhook."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from telegram_server import TelegramServer
from waiting import until
from webhook_bot import PATH, SECRET

from careerbot.bot.channels.telegram.webhook import LARGEST, Webhook
from careerbot.bot.channels.telegram.webhook import SECRET as HEADER
from careerbot.bot.conversation import Adviser


class WebhookBot:
    def __init__(self, telegram: TelegramServer, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.telegram = telegram
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        environment = {
            **os.environ,
            "CAREERBOT_TELEGRAM_TOKEN": self.telegram.token,
            "CAREERBOT_TELEGRAM_API": self.telegram.url,
        }
        program = [sys.executable, str(Path(__file__).with_name("webhook_bot.py")), str(self.folder), str(self.port)]
        with (self.folder / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(program, env=environment, stdout=log, stderr=log)
        self.telegram.wait_calls("setWebhook", count=len(self.telegram.calls("setWebhook")) + 1, timeout=60)

    def end(self, how: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(how)
        self.process.wait(20)


@pytest.fixture
def bot(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> Iterator[WebhookBot]:
    telegram.configure(speed=20)
    bot = WebhookBot(telegram, tmp_path)
    bot.start()
    yield bot
    if bot.process and bot.process.poll() is None:
        bot.end(signal.SIGTERM)
    assert telegram.violations() == []
    assert telegram.token not in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_talk(bot: WebhookBot) -> None:
    """Talk, buttons and inline mode work by webhook as they do by polling."""
    ann = bot.telegram.user("Ann")
    reply = ann.ask("what does an sre earn")
    assert "$140,000" in reply["text"]
    ann.press(reply, "Site Reliability Engineer skills")
    assert "distributed systems" in ann.wait(after=reply)[0]["text"]
    asked = ann.inline("sre vs devops")
    assert "$10,000" in bot.telegram.wait_answer(asked["query_id"])["results"][0]["description"]


def test_delivered_twice(bot: WebhookBot) -> None:
    """An update that is brought again is answered once."""
    ann = bot.telegram.user("Ann")
    said = ann.say("what does an sre earn")
    ann.wait(after=said)
    bot.telegram.wait_settled()
    bot.telegram.repeat(said["update_id"])
    bot.telegram.wait_settled()

    assert len(ann.by_bot()) == 1


def test_killed(bot: WebhookBot) -> None:
    """Kill -9 before the answer: Telegram brings the update to the next process, context and all."""
    ann = bot.telegram.user("Ann")
    ann.ask("what does an sre earn")
    bot.telegram.wait_settled()
    bot.telegram.fault("hang", method="sendMessage", times=-1, seconds=60)
    said = ann.say("and the skills?")
    until(lambda: len(bot.telegram.calls("sendMessage")) == 2)
    bot.end(signal.SIGKILL)
    bot.telegram.call("clear_faults")
    bot.start()

    assert "distributed systems" in ann.wait(after=said, timeout=15)[0]["text"]


def test_poison(bot: WebhookBot) -> None:
    """An update that cannot be read is taken, so that Telegram does not bring it for a day."""
    bot.telegram.poison()
    assert bot.telegram.user("Ann").ask("hi")
    bot.telegram.wait_settled()


def post(bot: WebhookBot, body: bytes, path: str = PATH, secret: str = SECRET) -> int:
    request = urllib.request.Request(f"http://127.0.0.1:{bot.port}{path}", body, method="POST")
    request.add_header("X-Telegram-Bot-Api-Secret-Token", secret)
    try:
        with urllib.request.urlopen(request) as response:  # noqa: S310
            return int(response.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_refused(bot: WebhookBot) -> None:
    """Without the secret, on another path or with nonsense, nothing is done."""
    update = json.dumps({"update_id": 1}).encode()

    assert post(bot, update) == 200
    assert post(bot, update, secret="wrong") == 403  # noqa: S106
    assert post(bot, update, path="/") == 404
    assert post(bot, b"{") == 400
    assert post(bot, b"[]") == 400
    assert post(bot, b'{"update_id": "1"}') == 400


class Busy:
    """An intake that never comes to an end."""

    async def take(self, raw: dict[str, Any]) -> None:  # noqa: ARG002
        await asyncio.sleep(3600)


def respond(hook: Webhook, body: bytes) -> MutableMapping[str, Any]:
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
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
