"""Calls to Telegram through what the environment asks for."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData

from careerbot.bot.channels.telegram.request import AiohttpRequest, NotSentError

Answering = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"


async def asked_for(url: str, ear: socket.socket) -> bytes:
    """The head of the request that whoever listens at `ear` gets for a call of this address."""
    heads: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
        writer.close()

    server = await asyncio.start_server(answer, sock=ear)
    request = AiohttpRequest()
    await request.initialize()
    assert await request.do_request(url, "GET") == (200, b"{}")
    await request.shutdown()
    server.close()
    await server.wait_closed()
    return heads[0]


def test_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls go through the proxy of the environment, with the name and password that stand in its address."""
    with socket.create_server(("127.0.0.1", 0)) as ear:
        monkeypatch.setenv("http_proxy", f"http://ann:secret@127.0.0.1:{ear.getsockname()[1]}")
        monkeypatch.delenv("no_proxy", raising=False)
        head = asyncio.run(asked_for("http://telegram.invalid/bot1/getMe", ear))

    assert head.startswith(b"GET http://telegram.invalid/bot1/getMe ")
    assert b"Proxy-Authorization: Basic YW5uOnNlY3JldA==" in head


def test_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hosts that the environment excepts are called themselves."""
    with socket.create_server(("127.0.0.1", 0)) as ear:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        head = asyncio.run(asked_for(f"http://127.0.0.1:{ear.getsockname()[1]}/bot1/getMe", ear))

    assert head.startswith(b"GET /bot1/getMe ")


async def posted(answer: Answering, calls: int = 1, read: float = 5.0) -> list[tuple[int, bytes]]:
    """What calls without files get, one after the other, from a server that answers each connection so."""
    request = AiohttpRequest(read=read)
    visits: list[asyncio.Task[None]] = []

    async def visited(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await answer(reader, writer)
        with suppress(ConnectionError):
            writer.close()
            await writer.wait_closed()

    def came(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visits.append(asyncio.create_task(visited(reader, writer)))

    async with await asyncio.start_server(came, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot1/sendMessage"
        await request.initialize()
        try:
            return [await request.do_request(url, "POST", RequestData()) for _ in range(calls)]
        finally:
            await request.shutdown()
            await asyncio.gather(*visits)


def answers(*replies: bytes) -> tuple[Answering, list[bytes]]:
    """Gives these replies over each connection, which then ends; and notes what was asked."""
    heads: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for reply in replies:
            heads.append(await reader.readuntil(b"\r\n\r\n"))
            await reader.readexactly(2)
            writer.write(reply)

    return answer, heads


@pytest.mark.parametrize("reply", [OK, CHUNKED], ids=["whole", "in chunks"])
def test_kept_open(reply: bytes) -> None:
    """Several calls go over one connection, each with its own reply."""
    answer, heads = answers(reply, reply, reply)

    assert asyncio.run(posted(answer, calls=3)) == [(200, b"{}")] * 3
    assert all(head.startswith(b"POST /bot1/sendMessage HTTP/1.1") for head in heads)


def test_opened_anew() -> None:
    """After a connection that the other side does not keep, the next call has another."""
    answer, heads = answers(OK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))

    assert asyncio.run(posted(answer, calls=2)) == [(200, b"{}")] * 2
    assert len(heads) == 2


@pytest.mark.parametrize("reply", [b"", OK[:20], b"no HTTP at all\r\n\r\n"], ids=["none", "half", "of another kind"])
def test_broken(reply: bytes) -> None:
    """A connection that ends before the reply is a failed call; where it went to is not told."""
    answer, _ = answers(reply)
    with pytest.raises(NetworkError) as caught:
        asyncio.run(posted(answer))

    assert "bot1" not in str(caught.value)


def test_no_reply_in_time() -> None:
    """A call does not wait for ever, and what comes too late answers no other call."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()  # until the other side has enough

    with pytest.raises(TimedOut):
        asyncio.run(posted(answer, read=0.05))


def test_nobody_there() -> None:
    """That nothing was sent is known apart: such a call may be made again at once."""

    async def call() -> None:
        request = AiohttpRequest()
        await request.initialize()
        try:
            await request.do_request("http://127.0.0.1:1/bot1/sendMessage", "POST", RequestData())
        finally:
            await request.shutdown()

    with pytest.raises(NotSentError) as caught:
        asyncio.run(call())

    assert "bot1" not in str(caught.value)
