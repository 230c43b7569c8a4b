"""Answer -> plain text: no markup, no colors, no trailing spaces."""

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from pathlib import Path

from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.progress import box
from careerbot.bot.rendering.spoken import Words
from careerbot.intents.base import (
    Answer,
    Block,
    Bullets,
    Card,
    Checklist,
    Document,
    PayRanges,
    RoleMap,
    Suggestion,
    Table,
    Text,
)

FOLDER = Path(__file__).parent
WIDEST_TABLE = 90
"""Characters of all columns together: beyond it no window shows the lines whole."""


def plain(answer: Answer, suggestions: bool = False, offers: bool = False) -> str:
    """The blocks one below the other; with `suggestions`, the follow-ups as a last line.

    `offers`: what answers a question that is asked back is listed below it, a line each.
    """
    parts = [_shown(block) for block in answer.blocks]
    if offers and answer.outcome == "clarify":
        parts += _listed((clean(each.text) for each in answer.suggestions), ordered=False, bullet="- ")
    elif suggestions and answer.suggestions:
        parts.append(clean(_follow_ups(answer.suggestions)))
    return "\n".join(part for part in parts if part)


def _shown(block: Block) -> str:
    """Without blank lines, unless it is a document: its lines are its own."""
    lines = [line.rstrip() for line in clean("\n".join(_lines(block))).split("\n")]
    if isinstance(block, Document):
        return "\n".join(lines).strip("\n")
    return "\n".join(line for line in lines if line)


def _lines(block: Block) -> Iterable[str]:
    match block:
        case Text():
            return [block.text]
        case Bullets():
            return [block.title, *_listed(block.items, block.ordered, bullet="- ")]
        case PayRanges():
            return _listed([f"{pay.label}: {pay.text}" for pay in block.ranges], block.ordered, bullet="")
        case Table():
            return _table(block)
        case Checklist():
            return [block.title, *_listed([f"{box(step.done)} {step.text}" for step in block.steps], True, bullet="")]
        case RoleMap():
            return [
                line
                for start, moves in block.by_start.items()
                for line in (f"{start}:", *(f"-> {move.end}: {move.reason}" for move in moves))
            ]
        case Card():
            return _card(block)
        case Document():
            return [block.text]


def _listed(items: Iterable[str], ordered: bool, bullet: str) -> list[str]:
    return [f"{n}. {item}" if ordered else f"{bullet}{item}" for n, item in enumerate(items, 1)]


def _card(card: Card) -> Iterator[str]:
    yield from (card.title, card.subtitle)
    yield from _listed([f"{pay.label}: {pay.text}" for pay in card.unsaid_pay], ordered=False, bullet="- ")
    for section in card.sections:
        yield from (f"{section.title}:", *_listed(section.lines, ordered=False, bullet="- "))


def _table(table: Table) -> list[str]:
    """Columns side by side; cells that hold sentences are listed below the name of their row instead."""
    rows = [[_in_one_line(cell) for cell in row] for row in (table.columns, *table.rows)]
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    if sum(widths) > WIDEST_TABLE:
        return list(chain.from_iterable(_row(rows[0], row) for row in rows[1:]))
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)) for row in rows]


def _in_one_line(cell: str) -> str:
    """The lines of a cell behind each other, as sentences where they are some."""
    lines = [" ".join(line.split()) for line in cell.split("\n")]
    return "".join(f"{line}{' ' if line.endswith('.') else '; '}" for line in lines[:-1]) + lines[-1]


def _row(titles: list[str], row: list[str]) -> list[str]:
    name, *cells = row
    below = zip_longest(titles[1:], cells, fillvalue="")
    return [f"{name}:", *(f"- {title}: {cell}" if title else f"- {cell}" for title, cell in below if cell)]


def _follow_ups(suggestions: tuple[Suggestion, ...]) -> str:
    words = Words(FOLDER)
    return words["suggestions"].format(questions=words["separator"].join(each.text for each in suggestions))
