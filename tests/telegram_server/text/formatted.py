"""Text that a bot sends: parsed, cleaned, trimmed, measured, with entities as the reader sees them."""

import re
from typing import Any

from telegram_server.errors import ApiError, ViolationError
from telegram_server.world import Json

from .find import found_entities
from .html import parse_html
from .units import is_boundary, units

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_SPACE = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_OWN = {"code", "pre", "text_link", "text_mention", "mention", "url", "bot_command", "email", "hashtag", "cashtag"}


def formatted(text: str, parse_mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """The text and its entities after parsing; refused in Telegram's words if it can't be read."""
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError:
        raise ApiError("Strings must be encoded in UTF-8") from None
    if size > 1 << 15:
        raise ApiError("Text is too long")
    mode = (parse_mode or "none").lower()
    if mode == "html":
        text, marks = parse_html(text)
    elif mode == "none":
        marks = _given(text, entities or [])
    elif mode in {"markdown", "markdownv2"}:
        raise ViolationError(f"the test server does not read parse_mode {parse_mode}")
    else:
        raise ApiError("Unsupported parse_mode")
    return _trimmed(*_cleaned(text, marks))


def message_text(text: str, parse_mode: str | None, entities: list[Json] | None) -> Json:
    """Content of a text message: 1-4096 characters after entity parsing."""
    if not text:
        raise ApiError("Message text is empty")
    plain, marks = formatted(text, parse_mode, entities)
    if not plain:
        raise ApiError("Text must be non-empty")
    if units(plain) > TEXT_LIMIT:
        raise ApiError("Message is too long")
    return _content("text", "entities", plain, marks)


def caption(text: str | None, parse_mode: str | None, entities: list[Json] | None) -> Json:
    """Caption of a photo: 0-1024 characters after entity parsing."""
    plain, marks = formatted(text or "", parse_mode, entities)
    if units(plain) > CAPTION_LIMIT:
        raise ApiError("Message caption is too long")
    return _content("caption", "caption_entities", plain, marks) if plain else {}


def written(text: str) -> Json:
    """Content of a text message that a person wrote."""
    return _content("text", "entities", text, found_entities(text))


def _content(text_name: str, entities_name: str, text: str, entities: list[Json]) -> Json:
    """Fields of a message."""
    data: Json = {text_name: text}
    if entities:
        data[entities_name] = entities
    return data


def _given(text: str, entities: list[Json]) -> list[Json]:
    """Entities that the bot gave, checked against the text."""
    length = units(text)
    for item in sorted(entities, key=lambda item: (item["offset"], -item["length"])):
        start, end = item["offset"], item["offset"] + item["length"]
        if start < 0:
            raise ApiError(f"Receive an entity with incorrect offset {start}")
        if item["length"] < 0:
            raise ApiError(f"Receive an entity with incorrect length {item['length']}")
        if start > length:
            raise ApiError(f"Entity begins after the end of the text at UTF-16 offset {start}")
        if end > length:
            raise ApiError(
                f"Entity beginning at UTF-16 offset {start} ends after the end of the text at UTF-16 offset {end}"
            )
        if not is_boundary(text, start):
            raise ApiError(f"Entity begins in a middle of a UTF-16 symbol at byte offset {start}")
    return [dict(item) for item in entities if item["length"] > 0]


def _cleaned(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Control characters become spaces, carriage returns and direction marks go."""
    gone = [units(text[: match.start()]) for match in _REMOVED.finditer(text)]
    if gone:
        entities = [_moved(item, gone) for item in entities]
    return _SPACE.sub(" ", _REMOVED.sub("", text)), [item for item in entities if item["length"] > 0]


def _moved(item: Json, gone: list[int]) -> Json:
    """An entity after characters at those offsets went."""
    start, end = item["offset"], item["offset"] + item["length"]
    before = sum(at < start for at in gone)
    return {**item, "offset": start - before, "length": end - start - sum(start <= at < end for at in gone)}


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without spaces at both ends, save those in front that an entity covers; with what Telegram finds itself."""
    text = text.rstrip(" \n")
    end = units(text)
    marks: list[Json] = [
        {**item, "length": min(item["length"], end - item["offset"])} for item in entities if item["offset"] < end
    ]
    first = min((item["offset"] for item in marks), default=end)
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    marks = [{**item, "offset": item["offset"] - lead} for item in marks]
    text = text[lead:]
    marks += [item for item in found_entities(text) if not any(_clash(item, other) for other in marks)]
    marks.sort(key=lambda item: (item["offset"], -item["length"]))
    return text, marks[:ENTITY_LIMIT]


def _clash(found: Json, given: Json) -> bool:
    """Whether a found entity lies in a given one that allows no other, or crosses its border."""
    start, end = found["offset"], found["offset"] + found["length"]
    other, other_end = given["offset"], given["offset"] + given["length"]
    if end <= other or other_end <= start:
        return False
    inside = other <= start and end <= other_end
    return given["type"] in _OWN or not inside


def as_list(value: Any) -> list[Json] | None:
    """Entities as given in a call."""
    return value if isinstance(value, list) else None
