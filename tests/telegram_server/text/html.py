"""Telegram's HTML, read as its own parser reads it, with its own complaints and byte offsets."""

import re

from telegram_server.errors import ApiError
from telegram_server.world import Json

from .html_tags import TAGS, Tag, argument, entity

_SPACES = b" \t\r\n\0\v"
_NAMES = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_REFERENCE = re.compile(rb"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<dec>[0-9]+)|(?P<name>[A-Za-z]+));?")


def parse_html(text: str) -> tuple[str, list[Json]]:
    """The text without tags, and its entities."""
    return _Parser(text).run()


def _wrong(text: str) -> ApiError:
    """A complaint."""
    return ApiError(f"Can't parse entities: {text}")


class _Parser:
    """Goes through the bytes once."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8") + b"\0"
        self.end = len(self.data) - 1
        self.at = 0
        self.out = bytearray()
        self.offset = 0
        self.open: list[Tag] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        """All of it."""
        while self.at < self.end:
            if self.data[self.at] == ord("<"):
                if self.data[self.at + 1] == ord("/"):
                    self._close()
                else:
                    self._open()
            elif not self._reference():
                self._put(self.data[self.at : self.at + 1])
                self.at += 1
        if self.open:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        for item in self.entities:
            if item["type"] == "code":
                item.pop("language", None)
        self.entities.sort(key=lambda item: (item["offset"], -item["length"]))
        return self.out.decode("utf-8", "replace"), self.entities

    def _put(self, part: bytes) -> None:
        """Text that stays."""
        for byte in part:
            if byte & 0xC0 != 0x80:
                self.offset += 1 + (byte >= 0xF0)
        self.out += part

    def _reference(self) -> bool:
        """A character reference; an unknown one stays as it is written."""
        match = _REFERENCE.match(self.data, self.at)
        character = match and _character(match)
        if not match or not character:
            return False
        self._put(character.encode("utf-8", "replace"))
        self.at = match.end()
        return True

    def _skip_spaces(self) -> None:
        """Spaces, but not the end."""
        while self.at < self.end and self.data[self.at] in _SPACES:
            self.at += 1

    def _word(self, stop: bytes) -> str:
        """Up to a space or one of those."""
        start = self.at
        while self.data[self.at] not in _SPACES + stop:
            self.at += 1
        return self.data[start : self.at].decode("utf-8", "replace")

    def _open(self) -> None:
        """A start tag with its attributes."""
        begin = self.at
        self.at += 1
        name = self._word(b">").lower()
        if self.at >= self.end:
            raise _wrong(f"Unclosed start tag at byte offset {begin}")
        if name not in TAGS:
            raise _wrong(f'Unsupported start tag "{name}" at byte offset {begin}')
        said = ""
        while True:
            self._skip_spaces()
            if self.data[self.at] == ord(">"):
                break
            attribute, value = self._attribute(name, begin)
            new = argument(name, attribute, value)
            said = said if new is None else new
        self.at += 1
        if name == "span" and said != "spoiler":
            raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(Tag(name, said, self.offset, len(self.out)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        """Name and value of one attribute."""
        name = self._word(b"=>/\"'")
        if not name:
            raise _wrong(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._skip_spaces()
        unclosed = _wrong(f'Unclosed start tag "{tag}" at byte offset {begin}')
        if self.at >= self.end:
            raise unclosed
        if self.data[self.at] != ord("="):
            return name, ""
        self.at += 1
        self._skip_spaces()
        if self.at >= self.end:
            raise unclosed
        value = self._quoted() if self.data[self.at] in b"\"'" else self._token()
        if self.at >= self.end:
            raise _wrong(f"Unclosed start tag at byte offset {begin}")
        return name, value

    def _token(self) -> str:
        """A value without quotes: letters, digits, dots and hyphens."""
        start = self.at
        while chr(self.data[self.at]).isascii() and (chr(self.data[self.at]).isalnum() or self.data[self.at] in b".-"):
            self.at += 1
        if self.data[self.at] not in _SPACES + b">":
            raise _wrong(f"Unexpected end of name token at byte offset {start}")
        return self.data[start : self.at].decode().lower()

    def _quoted(self) -> str:
        """A value in quotes."""
        quote = self.data[self.at : self.at + 1]
        start = self.at + 1
        stop = self.data.find(quote, start)
        self.at = self.end if stop < 0 else stop + 1
        raw = self.data[start : self.end if stop < 0 else stop]
        plain = _REFERENCE.sub(lambda match: (_character(match) or match[0].decode()).encode(), raw)
        return plain.decode("utf-8", "replace")

    def _close(self) -> None:
        """An end tag."""
        begin = self.at
        if not self.open:
            raise _wrong(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        name = self._word(b">").lower()
        self._skip_spaces()
        if self.data[self.at] != ord(">"):
            raise _wrong(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        tag = self.open[-1]
        if name and name != tag.name:
            raise _wrong(
                f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{name}>"',
            )
        self.open.pop()
        if self.offset > tag.offset:
            self._add(tag)

    def _add(self, tag: Tag) -> None:
        """The entity of a closed tag; <pre><code class="language-x"> is one code block."""
        new = entity(tag, self.offset, self.out[tag.byte :].decode("utf-8", "replace"))
        last = self.entities[-1] if self.entities else None
        if (
            new is not None
            and last is not None
            and _same_place(new, last)
            and {new["type"], last["type"]} == {"code", "pre"}
        ):
            language = new.get("language") or last.get("language")
            if language:
                self.entities[-1] = {**new, "type": "pre", "language": language}
                return
        if new is not None:
            self.entities.append(new)


def _same_place(one: Json, other: Json) -> bool:
    """Whether both cover the same text."""
    return bool((one["offset"], one["length"]) == (other["offset"], other["length"]))


def _character(match: re.Match[bytes]) -> str | None:
    """What a reference stands for."""
    if match["name"]:
        return _NAMES.get(match["name"])
    code = int(match["hex"], 16) if match["hex"] else int(match["dec"])
    return None if code == 0 or code >= 0x10FFFF or len(match[0].rstrip(b";")) >= 10 else chr(code)
