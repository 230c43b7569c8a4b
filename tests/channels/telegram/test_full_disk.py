"""A disk that is full or read-only: people are answered, the log says what to do, what was told meanwhile is kept."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running_bot import RunningBot
from serving_bot import ServingBot
from small_disk import NoDiskError, SmallDisk
from telegram_server import TelegramServer
from telegram_server.people import Person
from waiting import until

from careerbot.bot.conversation import Adviser

Bot = RunningBot | ServingBot
WAYS = ("telegram", "serve")
PAY = "what does an sre earn"
OTHER = "what does a data scientist earn"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """What the bot keeps its state on."""
    try:
        with SmallDisk(tmp_path / "state") as disk:
            yield disk
    except NoDiskError as error:
        pytest.skip(str(error))


@pytest.fixture(params=WAYS)
def bot(
    request: pytest.FixtureRequest, adviser: Adviser, telegram: TelegramServer, disk: SmallDisk, tmp_path: Path
) -> Iterator[Bot]:
    """Not started."""
    telegram.configure(speed=20)
    bot = RunningBot(telegram, tmp_path) if request.param == "telegram" else ServingBot(telegram, tmp_path)
    yield bot
    stop(bot)
    assert telegram.violations() == []
    assert "Traceback" not in bot.log


def stop(bot: Bot) -> int:
    if bot.process is None or bot.process.poll() is not None:
        return 0
    return bot.stop() if isinstance(bot, RunningBot) else bot.end()


def keeps(bot: Bot) -> Callable[[], bool]:
    """Whether the store works, as far as the bot tells."""
    if isinstance(bot, ServingBot):
        return lambda: bool(json.loads(bot.get("/readyz")[1])["store"])
    return lambda: bot.log.count("The store works again") == 1


def in_context(ann: Person) -> bool:
    """Whether the bot remembers that Ann asked about data scientists."""
    return "Data Scientist" in ann.ask("and the skills?", timeout=20)["text"]


def test_full(bot: Bot, disk: SmallDisk, telegram: TelegramServer) -> None:
    """The disk fills up under a running bot: answers and follow-ups go on, and are in the store once there is room."""
    bot.ready()
    ann = telegram.user("Ann")
    assert "$140,000" in ann.ask(PAY)["text"]
    disk.fill()
    assert "distributed systems" in ann.ask("and the skills?")["text"], "what was kept before is still known"
    assert "$130,000" in ann.ask(OTHER)["text"]
    assert in_context(ann)
    if isinstance(bot, ServingBot):
        assert bot.get("/readyz")[0] == 200
        until(lambda: not keeps(bot)())
    assert bot.log.count("is full. Free some space, or choose another folder with CAREERBOT_STATE.") == 1
    assert str(disk.folder / "memory.sqlite3") in bot.log
    disk.empty()
    until(lambda: telegram.user("Bob").ask("hi") and keeps(bot)())
    telegram.wait_settled()
    assert stop(bot) == 0
    bot.ready()

    assert in_context(ann)


@pytest.mark.parametrize("trouble", ["full", "read_only"])
def test_from_the_start(bot: Bot, disk: SmallDisk, telegram: TelegramServer, trouble: str) -> None:
    """Nothing can be written when the bot starts: one line says file, trouble and remedy, before anybody writes."""
    if trouble == "full":
        disk.fill()
    else:
        disk.read_only()
    bot.ready()
    told = "Free some space" if trouble == "full" else "Make it and its folder writable"
    (line,) = (line for line in bot.log.splitlines() if told in line)
    assert str(disk.folder / "memory.sqlite3") in line
    assert "Answering goes on" in line
    ann = telegram.user("Ann")
    assert "$130,000" in ann.ask(OTHER)["text"]
    if trouble == "full":
        disk.empty()
    else:
        disk.writable()
    until(lambda: telegram.user("Bob").ask("hi") and keeps(bot)())
    telegram.wait_settled()
    assert stop(bot) == 0
    bot.ready()

    assert in_context(ann)
