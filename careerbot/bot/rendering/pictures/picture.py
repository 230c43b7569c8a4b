"""What can be drawn, and what is said of it in words. Light: imports nothing that draws."""

from collections.abc import Mapping
from typing import NamedTuple

from careerbot.bot.rendering.pictures.words import WORDS
from careerbot.intents.base import Block, Card, PayRange, PayRanges, RoleMap, Table


class SideBySide(NamedTuple):
    """Two to four roles: what they pay on one scale, and below it the rows of the table."""

    pay: PayRanges
    table: Table
    """Columns as the ranges have their labels, in the same order, behind the one that names the rows."""


Drawable = PayRanges | SideBySide | RoleMap | Card

FEWEST_RANGES = 2
MOST_RANGES = 20
MOST_MOVES = 40
MOST_WORDS = 4_000
"""Characters on one picture."""

_NAMES: Mapping[type, str] = {PayRanges: "pay", SideBySide: "beside", RoleMap: "moves", Card: "card"}


class Picture(NamedTuple):
    content: Drawable
    decision: str
    """What leads to the same picture again, "compare:devops_engineer,site_reliability_engineer"; "" for nothing."""


def worth_drawing(content: Drawable) -> bool:
    """Whether a picture of it says something, and is no taller than anybody can look at."""
    match content:
        case PayRanges():
            return FEWEST_RANGES <= len(content.ranges) <= MOST_RANGES
        case SideBySide():
            return (
                worth_drawing(content.pay) and sum(len(cell) for row in content.table.rows for cell in row) < MOST_WORDS
            )
        case RoleMap():
            return 0 < len(content.moves) <= MOST_MOVES
        case Card():
            words = [content.title, content.subtitle, *(line for each in content.sections for line in each)]
            return len(content.pay) <= MOST_RANGES and sum(map(len, words)) < MOST_WORDS


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
    """What stands at the foot. `source`: the title of where the figures come from."""
    is_open = any(pay.open_ended for pay in ranges_of(content))
    return [WORDS["source"].format(source=source), *([WORDS["open"]] if is_open else [])]
