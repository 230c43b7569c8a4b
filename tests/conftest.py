"""One adviser for the whole run: compiling the knowledge takes seconds, answering does not."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis_server import PROGRAM, RedisServer

from careerbot.bot.compiled import load_adviser
from careerbot.bot.conversation import Adviser
from careerbot.bot.settings import Settings

# A shell that starts the tests in the background has Ctrl-C ignored, and whatever they start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


LONGEST = "test_authors_guide.py"
"""A file of one test that takes minutes: begun last, it would have one worker wait for the other (see the Makefile)."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest file first; all others as they stand."""
    items.sort(key=lambda item: item.path.name != LONGEST)


@pytest.fixture(scope="session")
def adviser() -> Adviser:
    """The real one, from the usual cache."""
    return load_adviser(cache=Settings.read().cache)


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """One real Redis for the whole run; each test takes a prefix of its own."""
    if shutil.which(PROGRAM) is None:
        pytest.skip("redis-server is not installed (apt-get install redis-server)")
    with RedisServer(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture
def own_redis(redis_server: RedisServer, tmp_path: Path) -> Iterator[RedisServer]:
    """One that may be stopped. The shared one is asked for because it skips where there is none."""
    (tmp_path / "redis").mkdir()
    with RedisServer(tmp_path / "redis") as server:
        yield server
