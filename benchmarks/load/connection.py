"""One HTTP connection that stays open, with as little work as possible: the visitor must not be what is measured."""

import asyncio
from dataclasses import dataclass
from typing import cast


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    retry_after: float = 0.0
    """Seconds."""


class Connection(asyncio.Protocol):
    """Posts one body after the other; the caller waits for each reply. A reply of 0 is a connection that broke."""

    def __init__(self, host: str, path: str, headers: dict[str, str]) -> None:
        own = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._head = f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n{own}".encode()
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Future[Reply] | None = None
        self._read = b""

    async def open(self, port: int) -> "Connection":
        await asyncio.get_running_loop().create_connection(lambda: self, "127.0.0.1", port)
        return self

    async def post(self, body: bytes) -> Reply:
        if self._transport is None or self._transport.is_closing():
            return Reply(0)
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(b"%bContent-Length: %d\r\n\r\n%b" % (self._head, len(body), body))
        return await self._waiting

    def close(self) -> None:
        if self._transport:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._transport = None
        self._answer(Reply(0))

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, ended, body = self._read.partition(b"\r\n\r\n")
        if not ended:
            return
        fields = _fields(head)
        if len(body) < int(fields.get(b"content-length", b"0")):
            return
        self._read = b""
        self._answer(Reply(int(head[9:12]), float(fields.get(b"retry-after", b"0"))))

    def _answer(self, reply: Reply) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(reply)


def _fields(head: bytes) -> dict[bytes, bytes]:
    lines = (line.partition(b":") for line in head.split(b"\r\n")[1:])
    return {name.strip().lower(): value.strip() for name, _, value in lines}
