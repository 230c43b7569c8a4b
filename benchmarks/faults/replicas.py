"""Two replicas on a Redis of their own, behind a load balancer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from balancer import Balancer
from redis_server import RedisServer
from serving_bot import ServingBot
from telegram_server import TelegramProcess


class Pair(NamedTuple):
    telegram: TelegramProcess
    store: RedisServer
    bots: list[ServingBot]
    """Not started yet."""


@contextmanager
def two_replicas() -> Iterator[Pair]:
    with (
        TemporaryDirectory() as folder,
        TelegramProcess() as telegram,
        RedisServer(Path(folder)) as store,
        Balancer() as balancer,
    ):
        options = {"CAREERBOT_STATE": store.url}
        balancer.replicas = [ServingBot(telegram, Path(folder), balancer.url, **options) for _ in range(2)]
        yield Pair(telegram, store, balancer.replicas)
