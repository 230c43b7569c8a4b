"""Calls to Telegram through what the environment asks for."""

import asyncio
import socket

import pytest

from careerbot.bot.channels.telegram.request import AiohttpRequest


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
