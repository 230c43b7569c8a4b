"""Moves between roles as a map: the roles in a column, an arc for each move, its label where the arc is farthest out.

No two labels can meet. Arcs around the same middle reach over an even number of rows more or less, so that their labels
are two lanes apart; all others are half a row apart in height.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from matplotlib.path import Path

from careerbot.bot.rendering.pictures import style
from careerbot.bot.rendering.pictures.paper import Paper, lines, width_of
from careerbot.bot.rendering.pictures.picture import MOST_REASONS
from careerbot.bot.rendering.pictures.words import WORDS
from careerbot.intents.base import Move, RoleMap

NAMES = 372
"""Most room for the titles; longer ones take two lines."""
WIDEST_LANE = 220
PILL = style.SMALL * style.LINE
ROW = 118
APART = 15
"""Between two arcs that end at the same role, and between two around the same roles."""
ROUND = 0.5523
"""How far the handles of a quarter of an ellipse reach."""


class Look(NamedTuple):
    width: float
    dashes: tuple[float, ...]
    """In widths of the line."""


KINDS = {"same": Look(7, ()), "similar": Look(5, (3, 1.6)), "duty": Look(5, (1, 1))}


class Arc(NamedTuple):
    move: Move
    upper: int
    """Row in which it begins, and below it the one in which it ends."""
    lower: int
    nth: int
    """Of those between the same roles."""
    together: int

    @property
    def rows(self) -> int:
        return self.lower - self.upper


def fill(paper: Paper, content: RoleMap) -> None:
    roles = in_order(content.moves)
    arcs = _arcs(content.moves, roles)
    paper.title(WORDS["title_moves"])
    row = max(ROW, 2 * PILL * max(arc.together for arc in arcs) + 8)
    middles = [paper.y + row * (n + 0.5) for n in range(len(roles))]
    left = _names(paper, roles, middles)
    widest = max(_label_width(kind) for kind in KINDS)
    lane = min((style.WIDTH - style.EDGE - left - widest / 2) / max(arc.rows for arc in arcs), WIDEST_LANE)
    ends = _ends(arcs, middles)
    for n, arc in enumerate(arcs):
        out = left + arc.rows * lane
        kind, width = arc.move.kind, _label_width(arc.move.kind)
        middle = (middles[arc.upper] + middles[arc.lower]) / 2
        _draw(paper, kind, left, out - APART * arc.nth, ends[n, arc.upper], middle, ends[n, arc.lower])
        top = middle + (arc.nth - arc.together / 2) * PILL
        paper.bar(out - width / 2, top + 2, width, PILL - 4, paper.colors.paper, order=2)
        paper.write(WORDS[kind], out, top, size=style.SMALL, align="center")
    paper.y += row * len(roles) + 16
    _legend(paper, {arc.move.kind for arc in arcs})
    if len(content.moves) <= MOST_REASONS:
        _reasons(paper, content.moves)


def in_order(moves: Sequence[Move]) -> list[str]:
    """The roles so that those with moves between them stand close: swapped in pairs as long as that helps."""
    roles = list(dict.fromkeys(role for move in moves for role in (move.start, move.end)))

    def reach(order: list[str]) -> int:
        place = {role: n for n, role in enumerate(order)}
        return sum((place[move.start] - place[move.end]) ** 2 for move in moves)

    better = True
    while better:
        better = False
        for one, other in combinations(range(len(roles)), 2):
            swapped = [*roles]
            swapped[one], swapped[other] = roles[other], roles[one]
            if reach(swapped) < reach(roles):
                roles, better = swapped, True
    return roles


def _arcs(moves: Iterable[Move], roles: Sequence[str]) -> list[Arc]:
    """One for each kind of move between two roles: there and back is the same."""
    place = {role: n for n, role in enumerate(roles)}
    kinds = list(KINDS)

    def between(move: Move) -> tuple[int, int]:
        upper, lower = sorted((place[move.start], place[move.end]))
        return upper, lower

    once = {(between(move), move.kind): move for move in moves}
    ordered = sorted(once.values(), key=lambda move: (*between(move), kinds.index(move.kind)))
    found = []
    for (upper, lower), group in groupby(ordered, between):
        same = list(group)
        found += [Arc(move, upper, lower, n, len(same)) for n, move in enumerate(same)]
    return found


def _names(paper: Paper, roles: Sequence[str], middles: Sequence[float]) -> float:
    """The titles, each with a post that its arcs end at. Returns where the arcs begin."""
    broken = [lines(role, NAMES, style.BODY) for role in roles]
    left = style.EDGE + max(width_of(line, style.BODY) for each in broken for line in each) + 24
    for each, role, middle in zip(broken, roles, middles, strict=True):
        paper.write(role, style.EDGE, middle - style.BODY * style.LINE * len(each) / 2, NAMES)
        paper.bar(left - 8, middle - ROW * 0.36, 6, ROW * 0.72, paper.colors.faint)
    return left


def _ends(arcs: Sequence[Arc], middles: Sequence[float]) -> dict[tuple[int, int], float]:
    """(arc, row) -> height at which it ends there: upward ones above downward ones, so that they do not cross."""
    found = {}
    for row, middle in enumerate(middles):
        here = [(n, arc) for n, arc in enumerate(arcs) if row in (arc.upper, arc.lower)]
        here.sort(key=lambda each: (each[1].upper == row, each[1].rows * (-1 if each[1].upper == row else 1)))
        apart = min(APART, ROW * 0.68 / len(here))
        for place, (n, _) in enumerate(here):
            found[n, row] = middle + (place - (len(here) - 1) / 2) * apart
    return found


def _label_width(kind: str) -> float:
    return width_of(WORDS[kind], style.SMALL) + 14


def _draw(paper: Paper, kind: str, left: float, out: float, start: float, middle: float, end: float) -> None:
    """Two quarters of ellipses that meet farthest out, in the middle, where the label is."""
    handle = left + ROUND * (out - left)
    points = [
        (left, start),
        (handle, start),
        (out, middle - ROUND * (middle - start)),
        (out, middle),
        (out, middle + ROUND * (end - middle)),
        (handle, end),
        (left, end),
    ]
    look = KINDS[kind]
    paper.curve(Path(points, [Path.MOVETO, *[Path.CURVE4] * 6]), _color(paper, kind), look.width, look.dashes)


def _color(paper: Paper, kind: str) -> str:
    return {"same": paper.colors.bar, "similar": paper.colors.faint}.get(kind, paper.colors.other)


def _legend(paper: Paper, kinds: set[str]) -> None:
    """How each kind of line looks, what it is called and what it means."""
    sample = 96
    for kind, look in KINDS.items():
        if kind not in kinds:
            continue
        middle = paper.y + style.SMALL * 0.68
        line = Path([(style.EDGE, middle), (style.EDGE + sample, middle)])
        paper.curve(line, _color(paper, kind), look.width, look.dashes)
        x: float = style.EDGE + sample + 18
        paper.write(WORDS[kind], x, paper.y, size=style.SMALL, bold=True)
        x += width_of(WORDS[kind], style.SMALL, bold=True) + 14
        paper.y = paper.write(
            WORDS[f"means_{kind}"], x, paper.y, style.WIDTH - style.EDGE - x, size=style.SMALL, color=paper.colors.faint
        )


def _reasons(paper: Paper, moves: Sequence[Move]) -> None:
    for move in moves:
        paper.y += 14
        paper.y = paper.write(f"{move.start} – {move.end}", style.EDGE, paper.y, size=style.SMALL, bold=True)
        paper.y = paper.write(move.reason, style.EDGE, paper.y, size=style.SMALL)
