"""A call as it comes over HTTP: GET or POST; query, form, multipart or JSON."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from .errors import ApiError, ViolationError
from .oracle import MODELS, UPLOADED, is_structure
from .world import Json


@dataclass
class Upload:
    """A file that came with the call."""

    name: str
    content: bytes


@dataclass
class Call:
    """A method, its parameters, and files by the name of their part."""

    method: str
    params: Json
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The method as the documentation spells it."""
        model = MODELS.get(self.method)
        return model.__api_method__ if model else self.method

    def file(self, name: str) -> Upload | str | None:
        """A file parameter: uploaded under its own name or as attach://, or the text given (file_id or URL)."""
        value = self.params.get(name)
        if value is UPLOADED:
            return self.files[name]
        return self.attached(value) if isinstance(value, str) else None

    def attached(self, value: str) -> Upload | str:
        """The part that attach:// names."""
        if not value.startswith("attach://"):
            return value
        part = value.removeprefix("attach://")
        if part not in self.files:
            raise ViolationError(f"there is no part {part} in the request")
        return self.files[part]


async def read_call(request: web.Request, method: str) -> Call:
    """The call of a request."""
    method = method.lower()
    raw: Json = dict(request.query)
    files: dict[str, Upload] = {}
    if request.method == "POST":
        if request.content_type == "application/json":
            raw |= _object(await request.text())
        else:
            for name, value in (await request.post()).items():
                if isinstance(value, FileField):
                    files[name] = Upload(value.filename, value.file.read())
                else:
                    raw[name] = value
    return made_call(method, raw, files)


def made_call(method: str, raw: Json, files: dict[str, Upload]) -> Call:
    """Texts of arrays and objects read; files under the name of a parameter put in its place."""
    if method not in MODELS:
        return Call(method, raw, files)
    params = {name: _read(method, name, value) for name, value in raw.items()}
    fields = MODELS[method].model_fields
    return Call(method, params | {name: UPLOADED for name in files if name in fields}, files)


def _read(method: str, name: str, value: Any) -> Any:
    """One parameter."""
    if not isinstance(value, str) or not is_structure(method, name):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise ApiError(f"can't parse {name} JSON object") from None


def _object(text: str) -> Json:
    """A JSON body."""
    try:
        data = json.loads(text or "{}")
    except ValueError:
        raise ApiError("Bad Request: can't parse JSON object") from None
    if not isinstance(data, dict):
        raise ApiError("Bad Request: object expected")
    return data
