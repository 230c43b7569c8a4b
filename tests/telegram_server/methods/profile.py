"""Name, description and short description, by language."""

from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.requests import Call
from telegram_server.text.units import units
from telegram_server.world import Json

from .commands import language
from .registry import method

NAME = 64
DESCRIPTION = 512
SHORT_DESCRIPTION = 120


def _set(texts: dict[str, str], params: Json, field: str, limit: int, words: str) -> bool:
    """One of the three; an empty one removes it for that language."""
    code, text = language(params), str(params.get(field) or "").strip()
    if units(text) > limit:
        raise ApiError(words)
    if text:
        texts[code] = text
    else:
        texts.pop(code, None)
    return True


def _get(texts: dict[str, str], params: Json, default: str = "") -> str:
    """That of the language, else that for all."""
    return texts.get(language(params), texts.get("", default))


@method("setMyName")
def set_name(backend: Backend, call: Call) -> bool:
    """0-64 characters."""
    return _set(backend.profile.names, call.params, "name", NAME, "BOT_TITLE_INVALID")


@method("getMyName")
def get_name(backend: Backend, call: Call) -> Json:
    """The name."""
    return {"name": _get(backend.profile.names, call.params, backend.bot.first_name)}


@method("setMyDescription")
def set_description(backend: Backend, call: Call) -> bool:
    """0-512 characters."""
    words = "BOT_DESCRIPTION_TOO_LONG"
    return _set(backend.profile.descriptions, call.params, "description", DESCRIPTION, words)


@method("getMyDescription")
def get_description(backend: Backend, call: Call) -> Json:
    """What an empty chat shows."""
    return {"description": _get(backend.profile.descriptions, call.params)}


@method("setMyShortDescription")
def set_short_description(backend: Backend, call: Call) -> bool:
    """0-120 characters."""
    texts = backend.profile.short_descriptions
    return _set(texts, call.params, "short_description", SHORT_DESCRIPTION, "BOT_ABOUT_TOO_LONG")


@method("getMyShortDescription")
def get_short_description(backend: Backend, call: Call) -> Json:
    """What the profile page shows."""
    return {"short_description": _get(backend.profile.short_descriptions, call.params)}
