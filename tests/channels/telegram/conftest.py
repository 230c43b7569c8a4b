"""One server and one bot for the tests that need nothing special, each test with people of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from running_bot import RunningBot
from telegram_server import TelegramServer
from town import Town

from careerbot.bot.conversation import Adviser


@pytest.fixture(scope="session")
def _shared_town(adviser: Adviser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """`adviser` fills the cache that the bot starts from."""
    with TelegramServer() as telegram, RunningBot(telegram, tmp_path_factory.mktemp("bot")) as bot:
        yield Town(telegram, bot)


@pytest.fixture
def town(_shared_town: Town) -> Iterator[Town]:
    """The shared bot. No test may make it break Telegram's rules or write an error."""
    yield _shared_town
    assert _shared_town.telegram.violations() == []
    assert '"level": "error"' not in _shared_town.bot.log


@pytest.fixture
def own_town(adviser: Adviser, tmp_path: Path) -> Iterator[Town]:
    """A server and a bot for this test alone, for trouble that others must not feel."""
    with TelegramServer() as telegram, RunningBot(telegram, tmp_path) as bot:
        yield Town(telegram, bot)
        assert telegram.violations() == []


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    """A server without a bot."""
    with TelegramServer() as telegram:
        yield telegram
