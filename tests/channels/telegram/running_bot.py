"""The real program in a process of its own, against the test server."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from telegram_server import Telegram
from waiting import until

STOPS_WITHIN = 20
"""Seconds. Far more than it takes: nothing here measures time."""


class RunningBot:
    """`careerbot telegram`, with its log in a file."""

    def __init__(self, telegram: Telegram, folder: Path, *options: str, **environment: str) -> None:
        self.telegram = telegram
        self.state = folder / "state"
        self.log_file = folder / "log.txt"
        self._options = options
        self._environment = {
            **os.environ,
            "CAREERBOT_TELEGRAM_TOKEN": telegram.token,
            "CAREERBOT_TELEGRAM_API": telegram.url,
            **environment,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        command = [sys.executable, "-m", "careerbot", "telegram", "--state", str(self.state), *self._options]
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)
        return self

    def ready(self) -> Self:
        """Started, and asking for updates."""
        self.start()
        self.telegram.wait_ready(timeout=60)
        return self

    def stop(self) -> int:
        """The exit code after SIGTERM."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOPS_WITHIN)

    def kill(self) -> None:
        """The way power cuts do. What hangs at the server ends as well."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(STOPS_WITHIN)
        until(lambda: not self.telegram.state()["polling"])

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def database(self) -> bytes:
        """All that is on disk."""
        return b"".join(file.read_bytes() for file in self.state.iterdir())

    def __enter__(self) -> Self:
        return self.ready()

    def __exit__(self, *error: object) -> None:
        if self.process and self.process.poll() is None:
            self.stop()
