"""The HTTP server in front: patience with visitors has an end."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from careerbot.bot.channels.telegram import http
from careerbot.bot.channels.telegram.webhook import Receive, Scope, Send, respond


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    await receive()
    await asyncio.sleep(0.5)
    await respond(send, 200, b"done")


async def talk(port: int, *pieces: bytes) -> bytes:
    """All that comes back until the server ends the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
    said = await reader.read()
    writer.close()
    await writer.wait_closed()
    return said


@asynccontextmanager
async def served() -> AsyncIterator[int]:
    """The port of a server that runs meanwhile."""
    with socket.create_server(("127.0.0.1", 0)) as ear:
        server = http.http_server(app, grace=1)
        serving = asyncio.create_task(server.serve([ear]))
        while not server.started:
            await asyncio.sleep(0.01)
        yield ear.getsockname()[1]
        server.should_exit = True
        await serving


def test_slow_heads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not finish the head of a request is put out; who waits for an answer is not, however long it takes."""
    monkeypatch.setattr(http, "SLOWEST", 0.2)
    whole = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"

    async def visits() -> list[bytes]:
        async with served() as port:
            closing = whole.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
            said = await asyncio.gather(
                talk(port), talk(port, b"GET / HT"), talk(port, whole, b"GET / HT"), talk(port, closing)
            )
            return list(said)

    silent, half, second_half, patient = asyncio.run(visits())

    assert silent == half == b""
    assert second_half.endswith(b"done")
    assert patient.endswith(b"done")


def test_endless_heads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sends a head without end is put out long before the time is over."""
    monkeypatch.setattr(http, "LONGEST_HEAD", 1_000)
    header = b"X-More: and more\r\n"

    async def visit() -> tuple[bytes, bytes]:
        async with served() as port:
            begin = b"GET / HTTP/1.1\r\nHost: x\r\n"
            return await asyncio.gather(
                talk(port, begin, header * 100), talk(port, begin, header * 10, b"Connection: close\r\n\r\n")
            )

    endless, long = asyncio.run(visit())

    assert endless == b""
    assert long.endswith(b"done")
