"""Who is measured, and how each is started."""

import asyncio
import importlib.util
import shutil
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from load.bot_api import BotApi
from load.connection import Connection
from load.process import CORES, Measured
from load.visitors import PATH, SECRET

TOKEN = "1234567:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105  of nobody
STARTS_WITHIN = 60.0
OWN = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Contestant:
    name: str
    command: tuple[str, ...]
    needs: str = ""
    """A module or program without which it is left out."""
    environment: dict[str, str] = field(default_factory=dict)
    processes: int = 1

    @property
    def can_run(self) -> bool:
        return not self.needs or bool(shutil.which(self.needs) or importlib.util.find_spec(self.needs))


CAREERBOT = ("-m", "careerbot", "serve")
FULL_PATH = Contestant("careerbot, full path", CAREERBOT)
ECHO = Contestant("echo on the same library", ("-m", "load.echo_on_the_library"))
AIOGRAM = Contestant("echo on aiogram", ("-m", "load.echo_on_aiogram"), needs="aiogram")
ONE_REPLICA = Contestant("careerbot, one replica on Redis", CAREERBOT, needs="redis-server")
TWO_REPLICAS = Contestant("careerbot, two replicas on Redis", CAREERBOT, needs="redis-server", processes=2)


@asynccontextmanager
async def running(who: Contestant, api: BotApi, folder: Path) -> AsyncIterator[tuple[list[int], list[Measured]]]:
    """The ports and processes of one that is ready. The first process has a core of its own."""
    with_redis = who.needs == "redis-server"
    first, other = CORES
    async with AsyncExitStack() as stack:
        state = str(folder / "state")
        if with_redis:
            from redis_server import RedisServer

            (folder / "redis").mkdir(parents=True)
            state = stack.enter_context(RedisServer(folder / "redis")).url
        ports, bots = [], []
        for n in range(who.processes):
            port = free_port()
            log = folder / f"log-{n}.txt"
            environment = _environment(port, api, state) | who.environment
            core = first if n == 0 else other
            bots.append(stack.enter_context(Measured([sys.executable, *who.command], environment, log, core)))
            ports.append(port)
        for port, bot in zip(ports, bots, strict=True):
            await _ready(port, bot, folder)
        yield ports, bots


def _environment(port: int, api: BotApi, state: str) -> dict[str, str]:
    address = f"http://127.0.0.1:{api.port}"
    return {
        "PORT": str(port),
        "API": address,
        "TOKEN": TOKEN,
        "SECRET": SECRET,
        "PYTHONPATH": str(OWN),
        "CAREERBOT_TELEGRAM_TOKEN": TOKEN,
        "CAREERBOT_TELEGRAM_API": address,
        "CAREERBOT_STATE": state,
        "CAREERBOT_LISTEN": f"127.0.0.1:{port}",
        "CAREERBOT_WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "CAREERBOT_WEBHOOK_SECRET": SECRET,
    }


async def _ready(port: int, bot: Measured, folder: Path) -> None:
    """Wait until it does its work: until then it answers nothing, or 503."""
    ends = time.monotonic() + STARTS_WITHIN
    probe = b'{"update_id": 1}'
    while True:
        if not bot.alive or time.monotonic() > ends:
            logs = "".join(path.read_text() for path in folder.glob("log-*.txt"))
            raise RuntimeError(f"It did not start:\n{logs[-2_000:]}")
        try:
            connection = await Connection("127.0.0.1", PATH, {"X-Telegram-Bot-Api-Secret-Token": SECRET}).open(port)
        except OSError:
            await asyncio.sleep(0.05)
            continue
        reply = await connection.post(probe)
        connection.close()
        if reply.status == 200:
            return
        await asyncio.sleep(0.05)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
