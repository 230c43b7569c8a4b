"""The HTTP that a test talks to: POST /control/<command> with a JSON object."""

from aiohttp import web

from .backend import Backend
from .control import COMMANDS, ControlError
from .control.registry import run


def control_app(backend: Backend) -> web.Application:
    """The application."""
    app = web.Application()

    async def do(request: web.Request) -> web.Response:
        arguments = await request.json() if request.can_read_body else {}
        try:
            return web.json_response({"result": await run(backend, request.match_info["command"], arguments)})
        except ControlError as error:
            return web.json_response({"error": str(error)}, status=400)

    async def show(request: web.Request) -> web.Response:
        return web.json_response({name: (function.__doc__ or "") for name, function in sorted(COMMANDS.items())})

    app.router.add_post("/control/{command}", do)
    app.router.add_get("/control", show)
    return app
