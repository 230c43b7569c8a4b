"""New knowledge for a bot that runs."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from running_bot import RunningBot
from serving_bot import ServingBot
from telegram_server import TelegramServer
from waiting import until

from careerbot.bot.built_in import INTENTS, KNOWLEDGE
from careerbot.bot.compiled import load_adviser
from careerbot.bot.conversation import Adviser
from careerbot.bot.folders import folders_in
from careerbot.bot.settings import Settings

COMPILED_WITHIN = 120
"""Seconds, on a busy machine."""
ASKED = "what does an sre earn"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the knowledge that an operator edits."""
    for each in (KNOWLEDGE, INTENTS):
        shutil.copytree(each, tmp_path / "own" / each.name, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    load_adviser(*folders_in(tmp_path / "own"), Settings.read().cache)  # so that starting does not wait for it
    return tmp_path / "own"


def reply(folder: Path, new: Callable[[str], str]) -> None:
    """Change the wording of what is said about pay."""
    file = folder / "intents" / "pay" / "en.yaml"
    file.write_text(new(file.read_text(encoding="utf-8")), encoding="utf-8")


def test_on_request(adviser: Adviser, telegram: TelegramServer, folder: Path, tmp_path: Path) -> None:
    """SIGHUP: new knowledge is taken; an invalid file is told with its line, and the knowledge before stays in use."""
    with ServingBot(telegram, tmp_path, CAREERBOT_KNOWLEDGE=str(folder)) as bot:
        ann = telegram.user("Ann")
        assert "$140,000" in ann.ask(ASKED)["text"]
        reply(folder, lambda text: text.replace("s earn {{", "s make, these days, {{"))
        bot.tell(signal.SIGHUP)
        until(lambda: bot.metric("careerbot_reloads_total", outcome="taken") == 1, COMPILED_WITHIN)
        assert "make, these days," in ann.ask(ASKED)["text"]

        reply(folder, lambda text: text.replace("replies:", "replies: ]", 1))
        bot.tell(signal.SIGHUP)
        until(lambda: bot.metric("careerbot_reloads_total", outcome="refused") == 1, COMPILED_WITHIN)
        assert "make, these days," in ann.ask(ASKED)["text"]
        assert "pay/en.yaml:" in bot.log
        assert "the one before stays in use" in bot.log


def test_on_change(adviser: Adviser, telegram: TelegramServer, folder: Path, tmp_path: Path) -> None:
    """With `watch`, files that changed are taken without being told, by polling as well."""
    with RunningBot(telegram, tmp_path, CAREERBOT_KNOWLEDGE=str(folder), CAREERBOT_RELOAD="watch") as bot:
        ann = telegram.user("Ann")
        assert "$140,000" in ann.ask(ASKED)["text"]
        reply(folder, lambda text: text.replace("s earn {{", "s make, these days, {{"))
        until(lambda: "New knowledge is in use" in bot.log, COMPILED_WITHIN)
        assert "make, these days," in ann.ask(ASKED)["text"]


def test_own_question_type(adviser: Adviser, telegram: TelegramServer, tmp_path: Path) -> None:
    """A folder with only what is added lies over the rest; a question type in it needs no Python."""
    file = tmp_path / "mine" / "intents" / "office_hours" / "en.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "example: when is the career office open\n"
        "phrases:\n  - when is the [career] office open\n  - (what are the|your) office hours\n"
        "suggestion: When is the career office open?\nreplies:\n  reply: On Tuesday afternoons.\n",
        encoding="utf-8",
    )
    load_adviser(*folders_in(tmp_path / "mine"), Settings.read().cache)
    with RunningBot(telegram, tmp_path, CAREERBOT_KNOWLEDGE=str(tmp_path / "mine")) as bot:
        ann = telegram.user("Ann")
        assert ann.ask("what are the office hours?")["text"] == "On Tuesday afternoons."
        assert "$140,000" in ann.ask(ASKED)["text"]
        assert bot.log
