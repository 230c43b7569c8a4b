"""The server in a thread of the test's own process."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, Self

from .client import Telegram
from .control.registry import run
from .profile import DEFAULT_TOKEN
from .running import Running


class TelegramServer(Telegram):
    """Real HTTP for the bot, direct calls for the test."""

    def __init__(self, token: str = DEFAULT_TOKEN, username: str = "career_test_bot", speed: float = 1.0) -> None:
        self.token = token
        self.username = username
        self._running = Running(token, username, speed)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="telegram test server", daemon=True)

    def start(self, port: int = 0) -> None:
        """Begin to listen."""
        self._thread.start()
        self._in_loop(self._running.start(port))
        self.port = self._running.backend.gate.port

    def stop(self) -> None:
        """Stop and clean up."""
        self._in_loop(self._running.stop())
        self._in_loop(_cancel_rest())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def call(self, command: str, **arguments: Any) -> Any:
        """One command of the control API."""
        return self._in_loop(run(self._running.backend, command, arguments))

    def _in_loop(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Done in the server's loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


async def _cancel_rest() -> None:
    """Handlers that hang."""
    rest = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    await asyncio.sleep(0.01)  # their connections take another round of the loop to close
