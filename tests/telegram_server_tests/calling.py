"""Calls over plain HTTP, without any bot library."""

import json
import urllib.error
import urllib.parse
import urllib.request
import zlib
from dataclasses import dataclass
from typing import Any


@dataclass
class Refused:
    """Code, description and parameters of a refusal."""

    code: int
    description: str
    parameters: dict[str, Any]


class Api:
    """Calls methods of one bot: the result, or what was refused."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token

    def __call__(self, method: str, **params: Any) -> Any:
        """JSON by POST."""
        return self.post(method, json.dumps(params).encode(), "application/json")

    def form(self, method: str, **params: Any) -> Any:
        """A form by POST."""
        body = urllib.parse.urlencode(params).encode()
        return self.post(method, body, "application/x-www-form-urlencoded")

    def query(self, method: str, **params: Any) -> Any:
        """GET."""
        return self._open(urllib.request.Request(f"{self._root(method)}?{urllib.parse.urlencode(params)}"))  # noqa: S310

    def multipart(self, method: str, files: dict[str, bytes], **params: str) -> Any:
        """Files and texts."""
        parts = [(f'name="{name}"', value.encode()) for name, value in params.items()]
        parts += [(f'name="{name}"; filename="{name}.png"', content) for name, content in files.items()]
        body = b"".join(
            f"--edge\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + content + b"\r\n"
            for head, content in parts
        )
        return self.post(method, body + b"--edge--\r\n", "multipart/form-data; boundary=edge")

    def post(self, method: str, body: bytes, content_type: str) -> Any:
        """A body by POST."""
        headers = {"Content-Type": content_type}
        return self._open(urllib.request.Request(self._root(method), body, headers))  # noqa: S310

    def _root(self, method: str) -> str:
        """Address of a method."""
        return f"{self.url}/bot{self.token}/{method}"

    def _open(self, request: urllib.request.Request) -> Any:
        """Send it."""
        try:
            with urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
                return json.load(response)["result"]
        except urllib.error.HTTPError as error:
            with error:
                data = json.load(error)
            return Refused(data["error_code"], data["description"], data.get("parameters", {}))


def words(refused: Any) -> str:
    """The description of a refusal."""
    assert isinstance(refused, Refused), refused
    return refused.description


def png(width: int, height: int) -> bytes:
    """A plain picture of that size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    header = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
