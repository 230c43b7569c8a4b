"""Answer -> a terminal, through rich. Nothing here is parsed as markup: texts go in as rich.text.Text.

Meaning never hangs on color alone, so the same lines serve a terminal without colors.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Styled

from careerbot.bot.rendering.bars import ASCII, UNICODE, Scale
from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.plain import in_words
from careerbot.bot.rendering.progress import bar, box
from careerbot.intents.base import (
    Answer,
    Block,
    Bullets,
    Card,
    Checklist,
    PayRanges,
    RoleMap,
    Suggestion,
    Table,
    Text,
)

WIDEST = 96
"""Columns. Longer lines are hard to read, however wide the window is."""
SHORTEST_BAR = 16
LONGEST_BAR = 40
NARROWEST_CELL = 14


def draw(answer: Answer, console: Console) -> None:
    """Print the blocks, a blank line around lists and tables, and the follow-ups with the numbers that pick them."""
    width = min(console.width, WIDEST)
    for n, block in enumerate(answer.blocks):
        if n and not (isinstance(block, Text) and isinstance(answer.blocks[n - 1], Text)):
            console.print()
        for part in _parts(block, width, plain_strokes=console.options.ascii_only):
            console.print(part, width=width)
    if answer.suggestions:
        console.print()
        console.print(_numbered(answer.suggestions), width=width)


def styled(text: str, style: str = "") -> Styled:
    return Styled(clean(text), style)


def _parts(block: Block, width: int, plain_strokes: bool) -> Iterator[RenderableType]:
    match block:
        case Text():
            yield styled(block.text)
        case Bullets():
            if block.title:
                yield styled(block.title, "bold")
            yield _listed(block.items, block.ordered, "-" if plain_strokes else "•")
        case Table():
            yield _table(block, width)
        case PayRanges():
            yield _bars(block, width, plain_strokes)
        case Checklist():
            if block.title:
                yield styled(block.title, "bold")
            yield styled(bar(block.done, len(block.steps), LONGEST_BAR, unicode=not plain_strokes), "cyan")
            yield _listed(
                [f"{box(step.done, unicode=not plain_strokes)} {step.text}" for step in block.steps], True, ""
            )
        case RoleMap():
            yield _listed(map(in_words, block.moves), False, "-" if plain_strokes else "•")
        case Card():
            yield from _card(block, width, plain_strokes)


def _card(card: Card, width: int, plain_strokes: bool) -> Iterator[RenderableType]:
    yield styled(card.title, "bold")
    if card.subtitle:
        yield styled(card.subtitle, "dim")
    if card.pay:
        yield _bars(PayRanges(card.pay), width, plain_strokes)
    for section in card.sections:
        yield styled(section.title, "bold")
        yield _listed(section.lines, False, "-" if plain_strokes else "•")


def _listed(items: Iterable[str], ordered: bool, bullet: str) -> Grid:
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(justify="right")
    grid.add_column()
    for n, item in enumerate(items, 1):
        grid.add_row(f"{n}." if ordered else bullet, styled(item))
    return grid


def _numbered(suggestions: tuple[Suggestion, ...]) -> Grid:
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(style="bold", justify="right")
    grid.add_column(style="dim")
    for n, suggestion in enumerate(suggestions, 1):
        grid.add_row(str(n), styled(suggestion.text))
    return grid


def _table(table: Table, width: int) -> RenderableType:
    """Side by side where every column can be read, otherwise one row below the other."""
    rows = [[styled(cell) for cell in row] for row in table.rows]
    titles = [styled(title) for title in table.columns]
    widths = [max(cell.cell_len for cell in column) for column in zip_longest(titles, *rows, fillvalue=Styled())]
    needed = sum(min(cells, NARROWEST_CELL) for cells in widths) + 2 * (len(widths) - 1)
    if needed > width:
        return _stacked(titles, rows)
    grid = Grid(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for n, (title, cells) in enumerate(zip(titles, widths, strict=False)):
        grid.add_column(title, style="bold" if n == 0 else "", min_width=min(cells, NARROWEST_CELL))
    for row in rows:
        grid.add_row(*row)
    return grid


def _stacked(titles: list[Styled], rows: list[list[Styled]]) -> Grid:
    grid = Grid.grid()
    for n, (name, *cells) in enumerate(rows):
        if n:
            grid.add_row("")
        grid.add_row(Styled.assemble((name.plain, "bold")))
        for title, cell in zip_longest(titles[1:], cells, fillvalue=Styled()):
            if cell:
                grid.add_row(Padding(Styled.assemble((f"{title}: ", "dim") if title else "", cell), (0, 0, 0, 2)))
    return grid


def _bars(block: PayRanges, width: int, plain_strokes: bool) -> RenderableType:
    """One line for each range, or three where the window is narrow; all bars on the same scale."""
    labels = [
        styled(f"{n}. {pay.label}" if block.ordered else pay.label, "bold") for n, pay in enumerate(block.ranges, 1)
    ]
    texts = [styled(pay.text) for pay in block.ranges]
    if len(block.ranges) < 2:  # a bar on a scale of its own says nothing
        return Group(*(Styled.assemble(label, ": ", text) for label, text in zip(labels, texts, strict=True)))
    room = width - max(label.cell_len for label in labels) - max(text.cell_len for text in texts) - 4
    scale = Scale.over(block.ranges, min(room if room >= SHORTEST_BAR else width, LONGEST_BAR))
    strokes = ASCII if plain_strokes else UNICODE
    bars = [Styled(scale.bar(pay, strokes), "cyan") for pay in block.ranges]
    ends = Styled(scale.ends(), "dim")
    if room < SHORTEST_BAR:
        return Group(*chain.from_iterable(zip(labels, texts, bars, strict=True)), ends)
    grid = Grid.grid(padding=(0, 2))
    for row in zip(labels, bars, texts, strict=True):
        grid.add_row(*row)
    grid.add_row("", ends)
    return grid
