"""Roles side by side: pay on one scale, and below it whatever rows the table has.

Two roles stand in two columns, as a column of half a phone takes some 25 letters. More roles stand below each other
within each row, so that what is compared is together.
"""

import re
from collections.abc import Sequence

from careerbot.bot.rendering.pictures import style
from careerbot.bot.rendering.pictures.bars import draw_bars
from careerbot.bot.rendering.pictures.paper import Paper
from careerbot.bot.rendering.pictures.picture import SideBySide
from careerbot.bot.rendering.pictures.words import WORDS
from careerbot.intents.filters import capital

COLUMNS = 2
HALF = (style.INSIDE - style.BETWEEN) / COLUMNS
FEW = 3
"""Roles up to which words stand large: a taller picture is shown smaller."""
AFTER = 22

# Cells join what they list with semicolons or have it in lines.
_APART = re.compile(r";\s+|\n")


def fill(paper: Paper, content: SideBySide) -> None:
    paper.title(WORDS["title_beside"])
    paper.y = paper.write(WORDS["pay"], style.EDGE, paper.y, size=style.SMALL, color=paper.colors.faint) + 14
    draw_bars(paper, content.pay.ranges)
    titles = content.table.columns[1:]
    for name, *cells in content.table.rows:
        if not any(cells):
            continue
        paper.y += AFTER
        paper.line((style.EDGE, style.WIDTH - style.EDGE), (paper.y, paper.y), paper.colors.grid)
        paper.y += AFTER * 0.6
        if name:
            paper.heading(name)
        _row(paper, titles, cells)


def _row(paper: Paper, titles: Sequence[str], cells: Sequence[str]) -> None:
    if len(set(cells)) == 1:  # holds for all of them
        paper.y = paper.items(_items(cells[0]), style.EDGE, paper.y, style.INSIDE)
    elif len(titles) == COLUMNS:
        starts = (style.EDGE, style.EDGE + HALF + style.BETWEEN)
        heads = [
            paper.write(title, x, paper.y, HALF, size=style.SMALL, color=paper.colors.faint)
            for title, x in zip(titles, starts, strict=False)
        ]
        below = max(heads) + 4
        paper.y = max(
            paper.items(_items(cell), x, below, HALF) if cell else below for cell, x in zip(cells, starts, strict=False)
        )
    else:
        for title, cell in zip(titles, cells, strict=False):
            if cell:
                below = paper.write(title, style.EDGE, paper.y, size=style.SMALL, color=paper.colors.faint)
                size = style.BODY if len(titles) <= FEW else style.SMALL
                paper.y = paper.write(_in_a_line(cell), style.EDGE, below, size=size) + 10


def _items(cell: str) -> list[str]:
    return [capital(item) for item in _APART.split(cell) if item.strip()]


def _in_a_line(cell: str) -> str:
    """Sentences keep their full stops and need no semicolons."""
    items = [item for item in _APART.split(cell) if item.strip()]
    return capital((" " if all(item.endswith(".") for item in items) else "; ").join(items))
