"""Updates that Telegram brings: an ASGI application, for any server of that kind.

It answers 200 only after the work, so Telegram keeps what is not done and keeps each chat's order. What cannot be
taken now is answered 503 with a time to come back.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from careerbot.bot.channels.telegram.intake import Intake
from careerbot.bot.channels.telegram.together import BusyError
from careerbot.bot.stores.errors import StoreError

log = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

SECRET = b"x-telegram-bot-api-secret-token"
LARGEST = 1 << 20
"""Bytes of one update; Telegram's own are far smaller."""
SLOWEST = 10.0
"""Seconds that an update may take to arrive."""
COME_BACK = 2
"""Seconds."""


class RefusedError(Exception):
    """The request is not answered with 200. `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(slots=True)
class Webhook:
    intake: Intake
    path: str
    """Where Telegram posts, "/telegram/…"."""
    secret: str
    """What it sends along, so that nobody else can post there."""
    most_at_work: int = 1_000
    at_work: int = 0
    answered: Callable[[int], None] = lambda status: None  # noqa: ARG005
    """Told the status of every answer."""
    _told: set[int] = field(default_factory=set)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        if scope["type"] != "http":
            return
        status = 200
        try:
            await self._take(scope, receive)
        except RefusedError as refused:
            status = refused.status
            self._tell(status)
        except asyncio.CancelledError:
            await respond(send, 503)  # we are told to stop; what is not done will be brought to the next of us
            raise
        self.answered(status)
        await respond(send, status)

    def _tell(self, status: int) -> None:
        """The first of its kind is told in the log; the rest are counted."""
        if status not in self._told:
            self._told.add(status)
            log.warning("A request to the webhook was refused with %s; later ones are only counted", status)

    async def _take(self, scope: Scope, receive: Receive) -> None:
        if scope["path"] != self.path:
            raise RefusedError(404)
        if scope["method"] != "POST":
            raise RefusedError(405)
        given = dict(scope["headers"]).get(SECRET, b"")
        if not hmac.compare_digest(given, self.secret.encode()):
            raise RefusedError(403)
        if self.at_work >= self.most_at_work:
            raise RefusedError(503)
        self.at_work += 1
        try:
            await self.intake.take(_update(await _in_time(receive)))
        except (StoreError, BusyError):
            raise RefusedError(503) from None
        finally:
            self.at_work -= 1


async def _in_time(receive: Receive) -> bytes:
    try:
        async with asyncio.timeout(SLOWEST):
            return await _body(receive)
    except TimeoutError:
        raise RefusedError(408) from None


async def _body(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RefusedError(400)
        body += message.get("body", b"")
        if len(body) > LARGEST:
            raise RefusedError(413)
        if not message.get("more_body"):
            return bytes(body)


def _update(body: bytes) -> dict[str, Any]:
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raise RefusedError(400) from None
    if not isinstance(raw, dict) or type(raw.get("update_id")) is not int:
        raise RefusedError(400)
    return raw


async def respond(send: Send, status: int, body: bytes = b"", kind: bytes = b"text/plain") -> None:
    headers = [(b"content-length", str(len(body)).encode()), (b"content-type", kind)]
    if status == 503:
        headers.append((b"retry-after", str(COME_BACK).encode()))
    if status == 408:
        headers.append((b"connection", b"close"))  # or who is slow would be kept for as long as who is welcome
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
