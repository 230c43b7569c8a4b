"""Answer -> a terminal, through rich. Nothing here is parsed as markup: texts go in as rich.text.Text.

Meaning never hangs on color alone, so the same lines serve a terminal without colors.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table as Grid
from rich.text import Text as Styled

from careerbot.bot.rendering.bars import ASCII, UNICODE, Scale
from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.progress import bar, box
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

WIDEST = 96
"""Columns. Longer lines are hard to read, however wide the window is."""
WIDEST_TABLE = 120
SHORTEST_BAR = 16
LONGEST_BAR = 40
NARROWEST_CELL = 14
NARROWEST_LIST = 18
"""Columns of a cell that holds several lines."""
BETWEEN = 3
"""Columns between two cells of a row."""
FRAME = 4
"""Columns that the frame around a card takes."""


def draw(answer: Answer, console: Console) -> None:
    """Print the blocks, a blank line around lists and tables, and the follow-ups with the numbers that pick them."""
    for n, block in enumerate(answer.blocks):
        width = min(console.width, WIDEST_TABLE if isinstance(block, Table) else WIDEST)
        if n and not (isinstance(block, Text) and isinstance(answer.blocks[n - 1], Text)):
            console.print()
        for part in _parts(block, width, plain_strokes=console.options.ascii_only):
            console.print(part, width=width)
    if answer.suggestions:
        console.print()
        console.print(_numbered(answer.suggestions), width=min(console.width, WIDEST))


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
            yield _table(block, width, plain_strokes)
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
            yield _map(block, "->" if plain_strokes else "→")
        case Card():
            yield _card(block, width, plain_strokes)
        case Document():
            yield styled(block.text.rstrip("\n"))


def _map(block: RoleMap, arrow: str) -> Grid:
    """Below each role the ones it leads to, each on a line of its own with its reason below."""
    grid = Grid.grid()
    for n, (start, moves) in enumerate(block.by_start.items()):
        if n:
            grid.add_row("")
        grid.add_row(styled(start, "bold"))
        for move in moves:
            grid.add_row(Padding(Styled.assemble(f"{arrow} ", (clean(move.end), "bold")), (0, 0, 0, 2)))
            grid.add_row(Padding(styled(move.reason), (0, 0, 0, 4)))
    return grid


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


def _card(card: Card, width: int, plain_strokes: bool) -> RenderableType:
    """In a frame, as it is one thing to share."""
    parts: list[RenderableType] = [styled(card.subtitle, "dim")]
    if card.unsaid_pay:
        parts += ["", _bars(PayRanges(card.unsaid_pay), width - FRAME, plain_strokes)]
    for section in card.sections:
        parts += ["", styled(section.title, "bold")]
        parts.append(_listed(section.lines, ordered=False, bullet="-" if plain_strokes else "•"))
    return Panel(Group(*parts), title=styled(card.title, "bold"), title_align="left", padding=(0, 1))


def _table(table: Table, width: int, plain_strokes: bool) -> RenderableType:
    """Side by side where every column can be read, otherwise one row below the other."""
    bullet = "-" if plain_strokes else "•"
    rows = [[styled(cell) for cell in row] for row in table.rows]
    titles = [styled(title) for title in table.columns]
    columns = list(zip_longest(titles, *rows, fillvalue=Styled()))
    most = [max(_width(cell) for cell in column) for column in columns]
    least = [min(cells, _narrowest(column)) for cells, column in zip(most, columns, strict=True)]
    room = width - BETWEEN * (len(columns) - 1)
    if sum(least) > room:
        return _stacked(titles, rows, bullet)
    listing = any(_is_list(cell) for row in rows for cell in row)
    grid = Grid(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", show_lines=listing)
    fixed = _widths(most, least, room) if listing else [None] * len(columns)
    for n, (title, narrowest, exactly) in enumerate(zip(titles, least, fixed, strict=False)):
        grid.add_column(title, style="bold" if n == 0 else "", min_width=narrowest, width=exactly)
    for name, *cells in rows:
        listed = any(_is_list(cell) for cell in cells)  # one line in a row of lists is a list, too
        grid.add_row(name, *(_lines_of(cell, bullet) if listed and cell else cell for cell in cells))
    return grid


def _widths(most: list[int], least: list[int], room: int) -> list[int]:
    """The names of the rows as wide as there is room; the other columns share the rest evenly."""
    others = len(most) - 1
    first = max(least[0], min(most[0], room - sum(least[1:])))
    return [first, *(min(cells + 2, (room - first) // others) for cells in most[1:])]  # 2: the bullet


def _is_list(cell: Styled) -> bool:
    return "\n" in cell.plain


def _width(cell: Styled) -> int:
    return max(line.cell_len for line in cell.split("\n", allow_blank=True))


def _narrowest(column: Iterable[Styled]) -> int:
    return NARROWEST_LIST if any(_is_list(cell) for cell in column) else NARROWEST_CELL


def _lines_of(cell: Styled, bullet: str) -> Grid:
    return _listed([line.plain for line in cell.split("\n")], ordered=False, bullet=bullet)


def _stacked(titles: list[Styled], rows: list[list[Styled]], bullet: str) -> Grid:
    grid = Grid.grid()
    for n, (name, *cells) in enumerate(rows):
        if n:
            grid.add_row("")
        grid.add_row(Styled.assemble((name.plain, "bold")))
        for title, cell in zip_longest(titles[1:], cells, fillvalue=Styled()):
            if _is_list(cell):
                grid.add_row(Padding(Styled.assemble((f"{title}:", "dim")), (0, 0, 0, 2)))
                grid.add_row(Padding(_lines_of(cell, bullet), (0, 0, 0, 4)))
            elif cell:
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
