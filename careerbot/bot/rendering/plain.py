"""Answer -> plain text: no markup, no colors, no trailing spaces."""

from collections.abc import Iterable
from itertools import chain, zip_longest
from pathlib import Path

from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.progress import box
from careerbot.bot.rendering.wording import wording
from careerbot.intents.base import (
    Answer,
    Block,
    Bullets,
    Card,
    Checklist,
    Move,
    PayRanges,
    RoleMap,
    Suggestion,
    Table,
    Text,
)

WORDING = Path(__file__).with_name("en.yaml")
WIDEST_TABLE = 90
"""Characters of all columns together: beyond it no window shows the lines whole."""


def plain(answer: Answer, suggestions: bool = False) -> str:
    """The blocks one below the other; with `suggestions`, the follow-ups as a last line."""
    lines = [line for block in answer.blocks for line in _lines(block)]
    if suggestions and answer.suggestions:
        lines.append(_follow_ups(answer.suggestions))
    shown = (line.rstrip() for line in clean("\n".join(lines)).split("\n"))
    return "\n".join(line for line in shown if line)


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
            return [in_words(move) for move in block.moves]
        case Card():
            pay = [f"{pay.label}: {pay.text}" for pay in block.pay]
            below = ([section.title, *(f"- {line}" for line in section.lines)] for section in block.sections)
            return [block.title, block.subtitle, *pay, *chain.from_iterable(below)]


def in_words(move: Move) -> str:
    """A move as a line of its own."""
    return wording(WORDING)[f"move_{move.kind}"].format(**move._asdict())


def _listed(items: Iterable[str], ordered: bool, bullet: str) -> list[str]:
    return [f"{n}. {item}" if ordered else f"{bullet}{item}" for n, item in enumerate(items, 1)]


def _table(table: Table) -> list[str]:
    """Columns side by side; cells that hold sentences are listed below the name of their row instead."""
    rows = [[" ".join(cell.split()) for cell in row] for row in (table.columns, *table.rows)]
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    if sum(widths) > WIDEST_TABLE:
        return list(chain.from_iterable(_row(rows[0], row) for row in rows[1:]))
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)) for row in rows]


def _row(titles: list[str], row: list[str]) -> list[str]:
    name, *cells = row
    below = zip_longest(titles[1:], cells, fillvalue="")
    return [f"{name}:", *(f"- {title}: {cell}" if title else f"- {cell}" for title, cell in below if cell)]


def _follow_ups(suggestions: tuple[Suggestion, ...]) -> str:
    words = wording(WORDING)
    return words["suggestions"].format(questions=words["separator"].join(each.text for each in suggestions))
