"""Both sides running on one event loop."""

from aiohttp import web

from .backend import Backend
from .bot_side import bot_app
from .control_side import control_app
from .gate import Gate
from .methods import HANDLERS
from .profile import DEFAULT_TOKEN

HOST = "127.0.0.1"


class Running:
    """A server that runs until stopped."""

    def __init__(self, token: str = DEFAULT_TOKEN, username: str = "career_test_bot", speed: float = 1.0) -> None:
        self._options = (token, username, speed)
        self.backend: Backend
        self.control: Gate
        self._runners: list[web.AppRunner] = []

    async def start(self, port: int = 0, control_port: int = 0) -> None:
        """Listen on both ports."""
        token, username, speed = self._options
        self.backend = Backend(token, username, speed)
        self.backend.handlers = HANDLERS
        self.backend.gate = await self._gate(bot_app(self.backend), port)
        self.control = await self._gate(control_app(self.backend), control_port)

    async def stop(self) -> None:
        """Stop at once."""
        for task in list(self.backend.tasks):
            task.cancel()
        await self.backend.webhook.close()
        await self.backend.gate.close()
        for runner in self._runners:
            await runner.cleanup()

    def about(self) -> dict[str, str | int]:
        """Where it is."""
        return {
            "port": self.backend.gate.port,
            "control_port": self.control.port,
            "token": self.backend.profile.token,
            "username": self.backend.bot.username or "",
        }

    async def _gate(self, app: web.Application, port: int) -> Gate:
        """One side."""
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.0, handler_cancellation=True)
        await runner.setup()
        self._runners.append(runner)
        gate = Gate(runner, HOST, port)
        await gate.open()
        return gate
