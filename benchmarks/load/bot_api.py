"""A lean stand-in for Telegram's Bot API: takes every call at once, keeps nothing, and counts.

The test server in tests/telegram_server checks each call and each result, which takes longer than the bots that are
measured. This one gives back what Telegram gives back, so that a client has as much to read.
"""

import asyncio
import json
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, cast
from urllib.parse import parse_qsl

BOT = {"id": 1234567, "is_bot": True, "first_name": "careerbot", "username": "careerbot"}
ABOUT_THE_BOT: dict[str, Any] = {
    "getme": BOT,
    "getmycommands": [],
    "getmyname": {"name": ""},
    "getmydescription": {"description": ""},
    "getmyshortdescription": {"short_description": ""},
}
PHOTO = [{"file_id": "photo", "file_unique_id": "p", "width": 800, "height": 600}]
DOCUMENT = {"file_id": "document", "file_unique_id": "d", "file_name": "shortlist.md"}


class BotApi:
    """What came in, of all connections."""

    def __init__(self, latency: float = 0.0) -> None:
        """`latency`: seconds that Telegram takes for a message."""
        self.latency = latency
        self.sent = 0
        """Messages."""
        self.pictures = 0
        """Those that came as a file: each was drawn then."""
        self._server: asyncio.Server | None = None

    @property
    def port(self) -> int:
        assert self._server is not None  # noqa: S101
        return int(self._server.sockets[0].getsockname()[1])

    async def open(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Visitor(self), "127.0.0.1", 0, backlog=2_048)

    def close(self) -> None:
        if self._server:
            self._server.close()

    def result(self, method: str, kind: bytes, body: bytes) -> Any:
        if method in ABOUT_THE_BOT:
            return ABOUT_THE_BOT[method]
        if not method.startswith("send") or method == "sendchataction":
            return True
        self.sent += 1
        given = _given(kind, body)
        chat = {"id": int(given["chat_id"]), "first_name": "Ann", "last_name": "Example", "type": "private"}
        message = {"message_id": self.sent, "from": BOT, "chat": chat, "date": 1_790_000_000}
        if method == "sendphoto":
            self.pictures += kind.startswith(b"multipart/")
            message |= {"photo": PHOTO, "caption": given.get("caption", "")}
        elif method == "senddocument":
            message |= {"document": DOCUMENT, "caption": given.get("caption", "")}
        else:
            message |= {"text": given["text"]}
        if markup := given.get("reply_markup"):
            message["reply_markup"] = json.loads(markup) if isinstance(markup, str) else markup
        return message


class _Visitor(asyncio.Protocol):
    """A connection of a bot's: one call after the other."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._read = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, ended, body = self._read.partition(b"\r\n\r\n")
        if not ended:
            return
        first, *lines = head.split(b"\r\n")
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)}
        if fields.get(b"transfer-encoding") == b"chunked":
            if not body.endswith(b"0\r\n\r\n"):
                return
            body = _unchunked(body)
        elif len(body) < int(fields.get(b"content-length", b"0")):
            return
        self._read = b""
        method = first.split(b" ")[1].rpartition(b"/")[2].decode().lower()
        result = self._api.result(method, fields.get(b"content-type", b""), body)
        if self._api.latency and method.startswith("send"):
            asyncio.get_running_loop().call_later(self._api.latency, self._reply, result)
        else:
            self._reply(result)

    def _reply(self, result: Any) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        text = json.dumps({"ok": True, "result": result}).encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(text)
        self._transport.write(head + text)


def _given(kind: bytes, body: bytes) -> dict[str, Any]:
    """The call's parameters, in any of the forms that Telegram takes."""
    if kind.startswith(b"application/json"):
        return cast("dict[str, Any]", json.loads(body))
    if kind.startswith(b"application/x-www-form-urlencoded"):
        return dict(parse_qsl(body.decode()))
    parts = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind + b"\r\n\r\n" + body)
    return {
        str(part.get_param("name", header="content-disposition")): part.get_content() for part in parts.iter_parts()
    }


def _unchunked(body: bytes) -> bytes:
    whole = b""
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size, 16)
        whole, body = whole + rest[:length], rest[length + 2 :]
        if not length:
            break
    return whole
