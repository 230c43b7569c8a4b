"""What goes back over HTTP for a call."""

import json
from dataclasses import dataclass
from typing import Any

from .errors import ApiError


@dataclass
class Reply:
    """Status, body and headers; or a connection that is cut."""

    status: int = 200
    body: str = ""
    content_type: str = "application/json"
    retry_after: int | None = None
    cut: bool = False


def success(result: Any) -> Reply:
    """It worked."""
    return Reply(body=json.dumps({"ok": True, "result": result}, ensure_ascii=False))


def refusal(error: ApiError) -> Reply:
    """It did not."""
    body = json.dumps(error.as_json(), ensure_ascii=False)
    return Reply(error.code, body, retry_after=error.parameters.get("retry_after"))


def html(status: int) -> Reply:
    """What a proxy in front of Telegram answers."""
    names = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}
    title = f"{status} {names.get(status, 'Error')}"
    page = f"<html>\r\n<head><title>{title}</title></head>\r\n<body><center><h1>{title}</h1></center>\r\n</body></html>"
    return Reply(status, page, "text/html")
