"""A server of its own for each test."""

from collections.abc import Iterator

import pytest
from telegram_server import Person, TelegramServer

from telegram_server_tests.calling import Api


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    """The server."""
    with TelegramServer() as server:
        yield server


@pytest.fixture
def api(telegram: TelegramServer) -> Api:
    """Calls to it."""
    return Api(telegram.url, telegram.token)


@pytest.fixture
def ann(telegram: TelegramServer) -> Person:
    """Somebody."""
    return telegram.user("Ann")
