"""uvicorn, with a limit on how long a request may take to begin: a few slow visitors must not hold every connection."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from careerbot.bot.arenas import READ_AT_ONCE

SLOWEST = 10.0
"""Seconds for the head of a request."""
LONGEST_HEAD = 64 << 10
"""Bytes. The parser itself knows no limit."""
KEPT_OPEN = 75
"""Seconds that an idle connection of Telegram or a load balancer stays open."""
WAITING = 2_048
"""Connections that the system holds for us while we are busy."""


class Impatient(HttpToolsProtocol):
    """Puts out who does not finish the head of a request in time, or sends one without end."""

    _deadline: asyncio.TimerHandle | None = None
    _begun = False
    """The head of a request is being read."""
    _head = 0
    """Bytes that arrived since it began."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        transport.max_size = READ_AT_ONCE
        self._begin()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._head = self._head + len(data) if self._begun else 0
        if self._head > LONGEST_HEAD:
            self.transport.close()
        elif self._is_answering():
            self._end()
        elif self._deadline is None:
            self._begin()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begun = True

    def on_headers_complete(self) -> None:
        self._begun = False
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._begun and not self._is_answering() and self._deadline is None:  # the next one came before the answer
            self._begin()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()
        super().connection_lost(exc)

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _begin(self) -> None:
        self._deadline = self.loop.call_later(SLOWEST, self.transport.close)

    def _end(self) -> None:
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None


class HttpServer(uvicorn.Server):
    """Signals are the caller's: uvicorn's own handling ends the process before the bot is put away."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def http_server(application: Any, grace: float) -> HttpServer:
    return HttpServer(
        uvicorn.Config(
            application,
            http=Impatient,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=KEPT_OPEN,
            timeout_graceful_shutdown=round(grace),
        )
    )


def listening(address: str) -> socket.socket:
    """A socket at this address, "host:port". Raises OSError."""
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, int(port)), family=family, backlog=WAITING)
