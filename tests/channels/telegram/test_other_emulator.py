"""A second opinion: npm `telegram-test-api`, an emulator that nobody here wrote.

Set TELEGRAM_EMULATOR to a folder where it is installed and a start_emulator.js starts it on a given port.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from waiting import until

from careerbot.bot.conversation import Adviser

FOLDER = os.environ.get("TELEGRAM_EMULATOR")
TOKEN = "123456:ABCdefGHIjklMNOpqrSTUvwxYZ0123456789"  # noqa: S105  nobody's
ANN = {"id": 1, "is_bot": False, "first_name": "Ann", "username": "ann"}
CHAT = {"id": 1, "type": "private", "first_name": "Ann", "username": "ann"}
Post = Callable[..., Any]

pytestmark = pytest.mark.skipif(not FOLDER, reason="TELEGRAM_EMULATOR is not set")


@pytest.fixture
def post(adviser: Adviser, tmp_path: Path) -> Iterator[Post]:
    """The emulator with the bot behind it, as a function that posts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    emulator = subprocess.Popen(["node", "start_emulator.js", str(port), "shim"], cwd=FOLDER, stdout=subprocess.PIPE)
    assert emulator.stdout is not None
    assert b"READY" in emulator.stdout.readline()
    environment = {**os.environ, "CAREERBOT_TELEGRAM_TOKEN": TOKEN, "CAREERBOT_TELEGRAM_API": url}
    with (tmp_path / "log.txt").open("wb") as log:
        bot = subprocess.Popen(
            [sys.executable, "-m", "careerbot", "telegram", "--state", str(tmp_path)], env=environment, stderr=log
        )

    def send(path: str, **data: Any) -> Any:
        request = urllib.request.Request(  # noqa: S310
            url + path, json.dumps({"botToken": TOKEN, "token": TOKEN} | data).encode()
        )
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request) as response:  # noqa: S310
            return json.load(response)

    yield send
    bot.send_signal(signal.SIGTERM)
    assert bot.wait(20) == 0
    emulator.terminate()
    emulator.wait(20)
    emulator.stdout.close()
    assert '"level": "error"' not in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_talk_and_press(post: Post) -> None:
    """A talk, a command and a press read the same there."""

    def said() -> list[Any]:
        return [each for each in post("/getUpdatesHistory")["result"] if "chat_id" in each.get("message", {})]

    def by_bot() -> list[str]:
        return [each["message"]["text"] for each in said()]

    def ask(text: str, answer: str) -> None:
        more: dict[str, Any] = {}
        if text.startswith("/"):
            more = {"entities": [{"offset": 0, "length": len(text.split()[0]), "type": "bot_command"}]}
        path = "/sendCommand" if text.startswith("/") else "/sendMessage"
        post(path, **{"from": ANN}, chat=CHAT, text=text, date=int(time.time()), **more)
        until(lambda: any(answer in words for words in by_bot()))

    ask("/start", "Hi!")
    ask("what does an sre earn", "$140,000")
    ask("and the skills?", "distributed systems")
    ask("/pay", "Which role")
    picker = next(each for each in said() if "Which role" in each["message"]["text"])
    message = {"message_id": picker["messageId"], "date": int(time.time()), "text": "x", "chat": CHAT, "from": ANN}
    post("/sendCallback", **{"from": ANN}, data="1|=pay:data_scientist", message=message)
    until(lambda: any("$130,000" in words for words in by_bot()))
