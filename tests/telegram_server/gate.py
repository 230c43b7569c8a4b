"""The listening socket: open, or closed for a while."""

import asyncio
import socket

from aiohttp import web


class Gate:
    """One port of one aiohttp runner."""

    def __init__(self, runner: web.AppRunner, host: str, port: int) -> None:
        self.runner = runner
        self.host = host
        self.port = port
        self._listening: socket.socket | None = None
        self._site: web.SockSite | None = None

    async def open(self) -> None:
        """Listen; port 0 takes a free one and keeps it."""
        if self._site is None:
            self._listening = socket.create_server((self.host, self.port))
            self.port = self._listening.getsockname()[1]
            self._site = web.SockSite(self.runner, self._listening)
            await self._site.start()

    async def close(self) -> None:
        """Stop listening and cut all connections."""
        if self._site is not None and self._listening is not None:
            # asyncio leaves a connection open that it accepted just before its server is closed: first accept no more.
            asyncio.get_running_loop().remove_reader(self._listening)
            await asyncio.sleep(0.01)
            await self._site.stop()
            self._site = None
        if self.runner.server is not None:
            for connection in list(self.runner.server.connections):
                if connection.transport is not None:
                    connection.transport.abort()
