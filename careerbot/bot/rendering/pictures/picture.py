"""What can be drawn, and what is said of it in words. Light: imports nothing that draws."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from careerbot.bot.rendering.pictures.words import WORDS
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Answer, Block, Card, PayRange, PayRanges, RoleMap, Table


class SideBySide(NamedTuple):
    """Two to four roles: what they pay on one scale, and below it the rows of the table."""

    pay: PayRanges
    table: Table
    """Columns as the ranges have their labels, in the same order, behind the one that names the rows."""


Drawable = PayRanges | SideBySide | RoleMap | Card

FEWEST_RANGES = 2
MOST_RANGES = 20
MOST_ROLES = 10
"""On a map: as many lanes as there is room for."""
MOST_REASONS = 6
"""Moves up to which a map says the reason of each."""
MOST_LETTERS = 4_000
MOST_ITEMS = 100
"""Of both, so many that a picture stays lower than 8,000 pixels: Telegram takes 10,000, width and height together."""

_ITEM = re.compile(r"[;\n]")
_NAMES: Mapping[type, str] = {PayRanges: "pay", SideBySide: "beside", RoleMap: "moves", Card: "card"}


class Picture(NamedTuple):
    content: Drawable
    decision: str
    """What leads to the same picture again, "compare:devops_engineer,site_reliability_engineer"; "" for nothing."""


def worth_drawing(content: Drawable) -> bool:
    """Whether a picture of it says something, and is no taller than a channel takes."""
    if not _says_something(content):
        return False
    if isinstance(content, RoleMap):  # has the reasons of a few moves on it, and never all of its words
        return sum(len(move.reason) for move in content.moves[:MOST_REASONS]) < MOST_LETTERS
    words = plain(Answer(in_blocks(content)))
    return len(words) < MOST_LETTERS and len(_ITEM.split(words)) < MOST_ITEMS


def _says_something(content: Drawable) -> bool:
    match content:
        case PayRanges():
            return FEWEST_RANGES <= len(content.ranges) <= MOST_RANGES
        case RoleMap():
            roles = {role for move in content.moves for role in (move.start, move.end)}
            return 1 < len(roles) <= MOST_ROLES
        case SideBySide() | Card():
            return True


def title(content: Drawable) -> str:
    return content.title if isinstance(content, Card) else WORDS[f"title_{_NAMES[type(content)]}"]


def file_name(content: Drawable) -> str:
    return WORDS[f"file_{_NAMES[type(content)]}"]


def in_blocks(content: Drawable) -> tuple[Block, ...]:
    """The same as blocks that every renderer can say: the text alternative of the picture."""
    return (content.pay, content.table) if isinstance(content, SideBySide) else (content,)


def ranges_of(content: Drawable) -> tuple[PayRange, ...]:
    match content:
        case PayRanges():
            return content.ranges
        case SideBySide():
            return content.pay.ranges
        case Card():
            return content.pay
        case RoleMap():
            return ()


def notes(content: Drawable, source: str) -> list[str]:
    """What stands at the foot. `source`: the title of where the figures come from, unless the content has it itself."""
    is_open = any(pay.open_ended for pay in ranges_of(content))
    named = [] if _names(content, source) else [WORDS["source"].format(source=source)]
    return [*named, *([WORDS["open"]] if is_open else [])]


def _names(content: Drawable, source: str) -> bool:
    """A card that is made to be passed on says by itself where it comes from."""
    return isinstance(content, Card) and any(source in line for section in content.sections for line in section.lines)
