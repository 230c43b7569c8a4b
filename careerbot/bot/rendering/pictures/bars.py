"""Pay ranges on a paper: each has a line of words and below it a bar, all on one scale.

An arrow for a range without an upper bound; one color, as nothing hangs on telling colors apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from careerbot.bot.rendering.pictures import style
from careerbot.bot.rendering.pictures.paper import Align, Paper, width_of
from careerbot.intents.base import PayRange

STEP = 20_000
"""Dollars between two grid lines."""
MOST_LINES = 4
"""Grid lines with a number on them."""
ARROW = 0.04
"""Room for an arrow, as a part of the scale."""
BEFORE = 8
AFTER = 26
"""Around a bar."""


@dataclass(frozen=True, slots=True)
class Scale:
    low: int
    high: int
    room: float
    """Dollars to the right of the highest figure."""

    def x(self, dollars: float) -> float:
        return style.EDGE + (dollars - self.low) / (self.high + self.room - self.low) * style.INSIDE

    @property
    def ticks(self) -> list[int]:
        step = next(n * STEP for n in range(1, 10**6) if (self.high - self.low) / (n * STEP) <= MOST_LINES)
        return list(range(self.low, self.high + 1, step))


def draw_bars(paper: Paper, ranges: Sequence[PayRange], ordered: bool = False) -> None:
    """All of them, with the scale below."""
    scale = _scale_of(ranges)
    for n, pay in enumerate(ranges, 1):
        _row(paper, f"{n}. {pay.label}" if ordered else pay.label, pay, scale)
    _numbers(paper, scale)


def in_short(pay: PayRange) -> str:
    """$150–210k, where that is exact."""
    if pay.low % 1000 or pay.high % 1000:
        return pay.text
    return f"${pay.low // 1000}–{pay.high // 1000}k" + ("+" if pay.open_ended else "")


def _scale_of(ranges: Sequence[PayRange]) -> Scale:
    low = min(pay.low for pay in ranges) // STEP * STEP
    high = max(-(-max(pay.high for pay in ranges) // STEP) * STEP, low + STEP)
    return Scale(low, high, (high - low) * ARROW if any(pay.open_ended for pay in ranges) else 0)


def _row(paper: Paper, label: str, pay: PayRange, scale: Scale) -> None:
    amounts = in_short(pay)
    below = paper.write(amounts, style.WIDTH - style.EDGE, paper.y, bold=True, align="right")
    room = style.INSIDE - width_of(amounts, style.BODY, bold=True) - style.BETWEEN
    y = max(paper.write(label, style.EDGE, paper.y, room), below) + BEFORE
    start, stop = scale.x(pay.low), scale.x(pay.high)
    for dollars in scale.ticks:  # behind the bar only, not behind words
        x = scale.x(dollars)
        paper.line((x, x), (y - 4, y + style.BAR + AFTER * 0.5), paper.colors.grid)
    paper.bar(start, y, stop - start, style.BAR, paper.colors.bar)
    if pay.open_ended:
        middle, half = y + style.BAR / 2, style.BAR * 0.68
        tip = stop + ARROW * style.INSIDE * 0.7
        paper.shape([(stop, middle - half), (tip, middle), (stop, middle + half)], paper.colors.bar)
    paper.y = y + style.BAR + AFTER


def _numbers(paper: Paper, scale: Scale) -> None:
    top = paper.y - AFTER * 0.4
    for n, dollars in enumerate(scale.ticks):
        last = n == len(scale.ticks) - 1 and not scale.room
        align: Align = "left" if n == 0 else "right" if last else "center"
        paper.write(
            f"${dollars // 1000}k", scale.x(dollars), top, align=align, size=style.SMALL, color=paper.colors.faint
        )
    paper.y = top + style.SMALL * style.LINE
