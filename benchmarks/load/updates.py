"""Updates as Telegram brings them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from load.messages import talks

FIRST_PERSON = 10_000_000
BEGAN = 1_790_000_000
"""Seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Said:
    """The updates of one person, in order: each a body of JSON."""

    person: int
    bodies: tuple[bytes, ...]


def people(first: int = 0, seed: int = 1, mistyped: bool = False) -> Iterator[Said]:
    """One person after the other, without end. `first`: how many came before, so that nobody comes twice.

    `mistyped`: each message has a slip in it.
    """
    number = count(first * 10 + 1)
    for person, texts in zip(count(FIRST_PERSON + first), talks(seed + first, mistyped), strict=False):
        yield Said(person, tuple(_body(next(number), person, text) for text in texts))


def _body(number: int, person: int, text: str) -> bytes:
    user = {"id": person, "is_bot": False, "first_name": "Ann", "last_name": "Example", "language_code": "en"}
    chat = {"id": person, "first_name": "Ann", "last_name": "Example", "type": "private"}
    message = {"message_id": number, "from": user, "chat": chat, "date": BEGAN + number, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()
