"""The listening socket: open, or closed for a while."""

import asyncio

from aiohttp import web


class Gate:
    """One port of one aiohttp runner."""

    def __init__(self, runner: web.AppRunner, host: str, port: int) -> None:
        self.runner = runner
        self.host = host
        self.port = port
        self._site: web.TCPSite | None = None

    async def open(self) -> None:
        """Listen; port 0 takes a free one and keeps it."""
        if self._site is None:
            self._site = web.TCPSite(self.runner, self.host, self.port, reuse_address=True)
            await self._site.start()
            self.port = int(self.runner.addresses[-1][1])

    async def close(self) -> None:
        """Stop listening and cut all connections."""
        if self._site is not None:
            await self._site.stop()
            self._site = None
            await asyncio.sleep(0.01)  # a connection accepted just now needs some rounds of the loop to be known
        if self.runner.server is not None:
            for connection in list(self.runner.server.connections):
                if connection.transport is not None:
                    connection.transport.abort()
