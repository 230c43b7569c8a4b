"""Calls that carry JSON and no file, which is nearly all of them, over connections that stay open.

A client for everybody takes longer to make such a call than careerbot to find an answer. This one knows one way of
calling; files and proxies are left to aiohttp.
"""

import asyncio
import ssl
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from httptools import HttpParserError, HttpResponseParser

from careerbot.bot.arenas import READ_AT_ONCE

IDLE = 30.0
"""Seconds after which an idle connection is not used again: the other side may be about to close it."""


class BrokenError(Exception):
    """The connection ended before the reply."""


class UnreachableError(Exception):
    """There was no connection; nothing was sent. The message has no address in it."""


class _Address(NamedTuple):
    host: str
    port: int
    secure: bool
    path: str
    name: str
    """As the other side wants to be called."""


class Posting:
    """A pool of connections for each host."""

    def __init__(self, most: int, agent: str) -> None:
        """`most`: connections at the same time."""
        self._free: dict[tuple[str, int, bool], list[_Line]] = {}
        self._room = asyncio.Semaphore(most)
        self._agent = agent
        self._secured = ssl.create_default_context()

    async def post(self, url: str, body: bytes, connect: float | None, read: float | None) -> tuple[int, bytes]:
        """Status and body of the reply. `connect`, `read`: seconds, None for however long it takes.

        Raises UnreachableError, BrokenError, or TimeoutError when the reply does not come in time.
        """
        to = _address(url)
        head = (
            f"POST {to.path} HTTP/1.1\r\nHost: {to.name}\r\nUser-Agent: {self._agent}\r\nAccept: */*\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        async with self._room:
            line = self._idle(to) or await self._opened(to, connect)
            try:
                reply = await line.ask(head.encode() + body, read)
            except BaseException:  # also when we are told to stop: what comes late must not answer the next call
                line.close()
                raise
            if line.is_open:
                self._free.setdefault(to[:3], []).append(line)
            return reply

    def close(self) -> None:
        for lines in self._free.values():
            for line in lines:
                line.close()
        self._free.clear()

    def _idle(self, to: _Address) -> "_Line | None":
        lines = self._free.get(to[:3], [])
        now = asyncio.get_running_loop().time()
        while lines:
            line = lines.pop()  # the latest: those that are not needed any more grow old and are closed
            if line.is_open and now - line.used < IDLE:
                return line
            line.close()
        return None

    async def _opened(self, to: _Address, patience: float | None) -> "_Line":
        loop = asyncio.get_running_loop()
        secured = self._secured if to.secure else None
        try:
            async with asyncio.timeout(patience):
                _, line = await loop.create_connection(_Line, to.host, to.port, ssl=secured, happy_eyeballs_delay=0.25)
        except TimeoutError:
            raise UnreachableError("no connection in time") from None
        except OSError as error:  # of a certificate as well
            raise UnreachableError(error.strerror or type(error).__name__) from None
        return line


class _Line(asyncio.Protocol):
    """A connection, with one call at a time on it. The parser calls the methods whose names begin with `on_`."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._reply: asyncio.Future[tuple[int, bytes]] | None = None
        self._parser = HttpResponseParser(self)
        self._body: list[bytes] = []
        self.used = 0.0
        """When it was last called over, in seconds of the loop's clock."""

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    async def ask(self, request: bytes, patience: float | None) -> tuple[int, bytes]:
        if self._transport is None:
            raise BrokenError
        self.used = self._loop.time()
        self._reply = self._loop.create_future()
        timer = None if patience is None else self._loop.call_later(patience, self._fail, TimeoutError)
        self._transport.write(request)
        try:
            return await self._reply
        finally:
            if timer:
                timer.cancel()

    def close(self) -> None:
        if self._transport:
            self._transport.close()

    def connection_made(self, transport: Any) -> None:
        transport.max_size = READ_AT_ONCE
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._transport = None
        self._fail(BrokenError)

    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except HttpParserError:
            self._fail(BrokenError)
            self.close()

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        status, body = self._parser.get_status_code(), b"".join(self._body)
        self._body = []
        if self._reply is None or self._reply.done() or not self._parser.should_keep_alive():
            self.close()
        if self._reply and not self._reply.done():
            self._reply.set_result((status, body))

    def _fail(self, error: Callable[[], Exception]) -> None:
        if self._reply and not self._reply.done():
            self._reply.set_exception(error())


@lru_cache(maxsize=64)
def _address(url: str) -> _Address:
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    return _Address(
        host=parts.hostname or "",
        port=parts.port or (443 if secure else 80),
        secure=secure,
        path=f"{parts.path}?{parts.query}" if parts.query else parts.path,
        name=parts.netloc.rpartition("@")[2],
    )
