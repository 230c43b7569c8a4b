"""A real redis-server of a test's own, on a free port."""

import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Self

PROGRAM = "redis-server"
STARTS_WITHIN = 20.0


class RedisServer:
    """What it holds survives `stop` and `start`, as it does a restart in production."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        settings = {"port": self.port, "bind": "127.0.0.1", "dir": self._folder, "save": "", "appendonly": "yes"}
        options = [part for name, value in settings.items() for part in (f"--{name}", str(value))]
        self._process = subprocess.Popen([PROGRAM, *options], stdout=subprocess.DEVNULL)
        ends = time.monotonic() + STARTS_WITHIN
        while not self._answers():
            assert time.monotonic() < ends, "redis-server did not start"
            time.sleep(0.02)
        return self

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(STARTS_WITHIN)

    def freeze(self) -> None:
        """It takes connections and says nothing."""
        self._tell(signal.SIGSTOP)

    def thaw(self) -> None:
        self._tell(signal.SIGCONT)

    def _tell(self, sign: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(sign)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as connection:
                connection.sendall(b"PING\r\n")
                return connection.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *error: object) -> None:
        self.stop()
