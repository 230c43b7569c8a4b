"""The HTTP that a bot talks to: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import re

from aiohttp import web

from .backend import Backend
from .errors import ApiError
from .replies import Reply, refusal
from .requests import Call, read_call

BODY_LIMIT = 50 << 20
_TOKEN = re.compile(r"[1-9]\d{0,16}:[A-Za-z0-9_-]{1,62}")


def bot_app(backend: Backend) -> web.Application:
    """The application."""
    app = web.Application(client_max_size=BODY_LIMIT)

    async def call(request: web.Request) -> web.StreamResponse:
        try:
            check_token(backend, request.match_info["token"])
            made = await read_call(request, request.match_info["method"])
        except ApiError as error:
            return respond(request, refusal(error))
        return respond(request, await carried_out(backend, made))

    async def download(request: web.Request) -> web.StreamResponse:
        try:
            check_token(backend, request.match_info["token"])
        except ApiError as error:
            return respond(request, refusal(error))
        path = request.match_info["path"]
        for stored in backend.files.all.values():
            if stored.path == path:
                return web.Response(body=stored.content, content_type="application/octet-stream")
        return respond(request, refusal(ApiError("Not Found", 404)))

    async def nothing(request: web.Request) -> web.StreamResponse:
        return respond(request, refusal(ApiError("Not Found", 404)))

    app.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", call)
    app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", download)
    app.router.add_route("*", "/{rest:.*}", nothing)
    return app


async def carried_out(backend: Backend, call: Call) -> Reply:
    """A call goes on when the bot hangs up, as at Telegram; only a getUpdates ends then."""
    if call.method == "getupdates":
        return await backend.answer(call)
    task = asyncio.ensure_future(backend.answer(call))
    backend.tasks.add(task)
    task.add_done_callback(backend.tasks.discard)
    return await asyncio.shield(task)


def check_token(backend: Backend, token: str) -> None:
    """A thing that can't be a token is not found; a wrong one is unauthorized."""
    if not _TOKEN.fullmatch(token):
        raise ApiError("Not Found", 404)
    if token != backend.profile.token:
        raise ApiError("Unauthorized", 401)


def respond(request: web.Request, reply: Reply) -> web.StreamResponse:
    """Send it, or cut the connection."""
    if reply.cut and request.transport is not None:
        request.transport.abort()
    headers = {"Retry-After": str(reply.retry_after)} if reply.retry_after else {}
    return web.Response(status=reply.status, text=reply.body, content_type=reply.content_type, headers=headers)
