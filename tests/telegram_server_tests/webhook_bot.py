"""A bot that only takes webhooks, and says what it is told to say."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass
class Answer:
    """Of the bot to one update."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: dict[str, Any] | None = None


class _Server(ThreadingHTTPServer):
    """A bot that was too slow finds nobody to answer to, which is no news."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing."""


class WebhookBot:
    """Listens in a thread; keeps what came, with the secret of each."""

    def __init__(self, answer: Callable[[dict[str, Any]], Answer] = lambda _update: Answer()) -> None:
        self.updates: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        bot = self

        class Handler(BaseHTTPRequestHandler):
            """One request."""

            def do_POST(self) -> None:
                """An update."""
                update = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                bot.updates.append(update)
                bot.secrets.append(self.headers.get("X-Telegram-Bot-Api-Secret-Token"))
                said = answer(update)
                body = json.dumps(said.body).encode() if said.body else b""
                self.send_response(said.status)
                for name, value in {"Content-Type": "application/json", **said.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/hook"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
