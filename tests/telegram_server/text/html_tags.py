"""Tags that Telegram's HTML knows, and the entity that each becomes."""

import re
from dataclasses import dataclass

from telegram_server.world import Json

ENTITY_OF = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
TAGS = {*ENTITY_OF, "tg-time"}


@dataclass
class Tag:
    """A tag that was opened: where in the text, in UTF-16 units and in bytes."""

    name: str
    argument: str
    offset: int
    byte: int


def argument(tag: str, attribute: str, value: str) -> str | None:
    """What an attribute says to its tag, if anything."""
    if (tag, attribute) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, attribute) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, attribute) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    if (tag, attribute) == ("blockquote", "expandable"):
        return "1"
    return None


def entity(tag: Tag, end: int, shown: str) -> Json | None:
    """The entity of a closed tag; a link that leads nowhere is none, and a code block may name its language."""
    data: Json = {"type": ENTITY_OF.get(tag.name, ""), "offset": tag.offset, "length": end - tag.offset}
    if tag.name == "a":
        return _link(data, tag.argument or shown)
    if tag.name == "tg-emoji":
        data["custom_emoji_id"] = tag.argument
    if tag.name == "blockquote" and tag.argument:
        data["type"] = "expandable_blockquote"
    if tag.name == "code" and tag.argument:
        data["language"] = tag.argument
    return data if data["type"] else None


def _link(data: Json, url: str) -> Json | None:
    """A link, or a mention of a user."""
    user = re.fullmatch(r"tg://user\?id=(\d+)", url)
    if user:
        return {**data, "type": "text_mention", "user_id": int(user[1])}
    if url.startswith(("tg:", "ton:", "mailto:", "tel:")):
        return {**data, "url": url}
    if not re.match(r"(https?://)?[^\s/.]+\.[^\s/]+", url, re.IGNORECASE):
        return None
    return {**data, "url": url if "://" in url else f"http://{url}"}
