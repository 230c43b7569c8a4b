"""Entities that Telegram finds by itself: /commands, @names, #tags, addresses."""

import re
from collections.abc import Iterator

from telegram_server.world import Json

from .units import units

_TLDS = "com|org|net|io|me|dev|app|ai|co|uk|de|fr|ru|info|edu|gov|eu|us|in"
_PATTERNS = (
    ("mention", re.compile(r"(?<!\w)@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{3,8}(?![\w$])")),
    ("email", re.compile(rf"(?<![\w.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.(?:{_TLDS})(?!\w)", re.IGNORECASE)),
    (
        "url",
        re.compile(
            rf"(?:(?:https?|ftp)://[^\s<>\"]+[^\s<>\".,;:!?')\]])"
            rf"|(?<![\w.@/-])(?:[\w-]+\.)+(?:{_TLDS})(?!\w)(?:/[^\s<>\"]*[^\s<>\".,;:!?')\]])?",
            re.IGNORECASE,
        ),
    ),
)


def found_entities(text: str) -> list[Json]:
    """All of them, in order, none inside another."""
    taken: list[tuple[int, int]] = []
    result: list[Json] = []
    for kind, start, end in sorted(_matches(text), key=lambda match: (match[1], -match[2])):
        if not any(start < other_end and other_start < end for other_start, other_end in taken):
            taken.append((start, end))
            result.append({"type": kind, "offset": units(text[:start]), "length": units(text[start:end])})
    return result


def _matches(text: str) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of each match."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield kind, match.start(), match.end()
