"""A method in the body of the reply to a webhook: carried out, its result thrown away."""

import json
from urllib.parse import parse_qsl

from .requests import Call, made_call
from .world import Json

_NEVER = {"deletewebhook", "setwebhook", "close", "logout"}


def method_in_reply(text: str, content_type: str) -> Call | None:
    """The call, if there is one that may be made this way."""
    data = _fields(text, content_type)
    method = str(data.pop("method", "")).lower()
    if not method or method in _NEVER or method.startswith("get"):
        return None
    return made_call(method, data, {})


def _fields(text: str, content_type: str) -> Json:
    """Of a JSON or form body."""
    if content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(text))
    try:
        data = json.loads(text)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
