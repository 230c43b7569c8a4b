"""An independent opinion on shapes: aiogram's models of every method and type of the Bot API."""

import inspect
import typing
from functools import cache
from typing import Any

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile, Update
from pydantic import BaseModel, TypeAdapter, ValidationError

from .errors import ViolationError
from .world import Json

MODELS: dict[str, type[TelegramMethod[Any]]] = {
    cls.__api_method__.lower(): cls
    for cls in vars(aiogram.methods).values()
    if inspect.isclass(cls) and issubclass(cls, TelegramMethod) and cls is not TelegramMethod
}
_OWN_WORDS = {"text": "Message text is empty", "chat_id": "chat_id is empty"}
UPLOADED = BufferedInputFile(b"", "uploaded")


class ShapeError(Exception):
    """The server itself is about to send something that the Bot API does not have."""


@cache
def is_structure(method: str, name: str) -> bool:
    """Whether a parameter is an array or an object, so that its text is JSON."""
    field = MODELS[method].model_fields.get(name)
    return field is not None and any(_structured(leaf) for leaf in _leaves(field.annotation))


def _leaves(annotation: Any) -> list[Any]:
    """The alternatives of a union."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _leaves(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) is None or typing.get_origin(annotation) in {list, dict, typing.Literal}:
        return [annotation]
    return [leaf for part in typing.get_args(annotation) for leaf in _leaves(part)]


def _structured(leaf: Any) -> bool:
    """Whether it is an array or an object; a file is neither."""
    if typing.get_origin(leaf) in {list, dict}:
        return True
    return inspect.isclass(leaf) and issubclass(leaf, BaseModel) and not issubclass(leaf, InputFile)


def checked(method: str, params: Json) -> Json:
    """The parameters, numbers and booleans read from text; a wrong shape is a violation."""
    cls = MODELS[method]
    try:
        model = cls.model_validate(params)
    except ValidationError as error:
        raise ViolationError(_words(error)) from None
    strange = sorted(_unknown(model))
    if strange:
        raise ViolationError(f"{cls.__api_method__} has no parameter {', '.join(strange)}")
    return {name: _value(model, name, raw) for name, raw in params.items()}


def _value(model: BaseModel, name: str, raw: Any) -> Any:
    """A scalar as the model reads it, an array or object as it came."""
    value = getattr(model, name, raw)
    return value if isinstance(value, str | int | float | bool) else raw


def _words(error: ValidationError) -> str:
    """The first problem, in Telegram's words where it has any."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"] if not str(part).startswith(("function-", "is-instance")))
    if first["type"] == "missing" and len(first["loc"]) == 1:
        return _OWN_WORDS.get(place, f'Parameter "{place}" is required')
    return f"can't parse parameter {place}: {first['msg']}"


def _unknown(value: Any, path: str = "") -> set[str]:
    """Names that no model knows, at any depth."""
    if isinstance(value, list | tuple):
        return {name for item in value for name in _unknown(item, path)}
    if not isinstance(value, BaseModel):
        return set()
    found = {path + name for name in value.model_extra or {}}
    for name in value.model_fields_set & set(type(value).model_fields):
        found |= _unknown(getattr(value, name), f"{path}{name}.")
    return found


@cache
def _returned(method: str) -> TypeAdapter[Any]:
    """Checks results of a method."""
    return TypeAdapter(MODELS[method].__returning__)


def check_result(method: str, result: Any) -> None:
    """A result that the Bot API does not have is the server's own mistake."""
    _check(_returned(method), result, method)


_UPDATE = TypeAdapter(Update)


def check_update(update: Json) -> None:
    """So is such an update."""
    _check(_UPDATE, update, "update")


def _check(adapter: TypeAdapter[Any], data: Any, what: str) -> None:
    """Raise on a wrong shape or an unknown field."""
    try:
        model = adapter.validate_python(data)
    except ValidationError as error:
        raise ShapeError(f"{what}: {error}") from None
    strange = _unknown(model)
    if strange:
        raise ShapeError(f"{what}: unknown {sorted(strange)}")
