"""The server as a process of its own."""

import json
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Self

from .client import Telegram
from .control.registry import ControlError

TESTS = Path(__file__).parents[1]


class TelegramProcess(Telegram):
    """Real HTTP for the bot and for the test."""

    def __init__(self, *options: str) -> None:
        command = [sys.executable, "-m", "telegram_server", *options]
        self._process = subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        about = json.loads(self._process.stdout.readline())
        self.port = about["port"]
        self.token = about["token"]
        self.username = about["username"]
        self._control = f"http://127.0.0.1:{about['control_port']}/control"

    def call(self, command: str, **arguments: Any) -> Any:
        """One command of the control API."""
        body = json.dumps(arguments).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self._control}/{command}", body, headers)  # noqa: S310
        try:
            with urllib.request.urlopen(request) as response:  # noqa: S310
                return json.load(response)["result"]
        except urllib.error.HTTPError as error:
            with error:
                raise ControlError(json.load(error)["error"]) from None

    def stop(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(10)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()
