"""`careerbot serve` in a process of its own, against the test server."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Self

from telegram_server import Telegram
from waiting import until

SECRET = "a-secret-of-the-test"  # noqa: S105
PATH = "/telegram/updates"
STOPS_WITHIN = 20
"""Seconds. Far more than it takes: nothing here measures time."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class ServingBot:
    """`public`: the address that Telegram is told, if it is not the bot's own."""

    def __init__(self, telegram: Telegram, folder: Path, public: str = "", **environment: str) -> None:
        self.telegram = telegram
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log_file = folder / f"log-{self.port}.txt"
        self.environment = {
            **os.environ,
            "CAREERBOT_TELEGRAM_TOKEN": telegram.token,
            "CAREERBOT_TELEGRAM_API": telegram.url,
            "CAREERBOT_STATE": str(folder / "state"),
            "CAREERBOT_LISTEN": f"127.0.0.1:{self.port}",
            "CAREERBOT_WEBHOOK_URL": public or self.url,
            "CAREERBOT_WEBHOOK_SECRET": SECRET,
            **environment,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        with self.log_file.open("ab") as log:
            command = [sys.executable, "-m", "careerbot", "serve"]
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        return self

    def ready(self) -> Self:
        """Started, and able to answer people."""
        self.start()
        until(lambda: self.get("/readyz")[0] == 200)
        return self

    def tell(self, sign: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(sign)

    def end(self, sign: signal.Signals = signal.SIGTERM) -> int:
        """The exit code."""
        assert self.process is not None
        self.tell(sign)
        return self.process.wait(STOPS_WITHIN)

    def get(self, path: str) -> tuple[int, str]:
        """Status and body; 0 while nobody listens."""
        return ask(f"{self.url}{path}")

    def post(self, body: bytes, path: str = PATH, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        return ask(f"{self.url}{path}", body, headers)[0]

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    @property
    def turns(self) -> list[dict[str, Any]]:
        """The lines of log that tell of turns."""
        lines = [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]
        return [line for line in lines if line["event"] == "turn"]

    def metric(self, name: str, **labels: str) -> float:
        """The value of a metric; 0 when it is not there."""
        inside = ",".join(f'{label}="{value}"' for label, value in sorted(labels.items()))
        begin = f"{name}{{{inside}}} " if labels else f"{name} "
        lines = self.get("/metrics")[1].splitlines()
        return next((float(line.removeprefix(begin)) for line in lines if line.startswith(begin)), 0.0)

    def __enter__(self) -> Self:
        return self.ready()

    def __exit__(self, *error: object) -> None:
        if self.process and self.process.poll() is None:
            self.end()


def ask(url: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> tuple[int, str]:
    request = urllib.request.Request(url, body, headers or {})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
            return int(response.status), response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()
    except OSError:
        return 0, ""
