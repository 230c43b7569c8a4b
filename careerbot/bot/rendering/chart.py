"""Pay ranges as a picture for a phone: each role has a line of words and below it a bar, all on one scale.

Drawn 1080 pixels wide and seen at some 380, so letters are large. One color, and an arrow for a range without an
upper bound: nothing hangs on telling colors apart.
"""

from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from careerbot.intents.base import PayRange, PayRanges

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Theme = Literal["light", "dark"]

VERSION = 1
"""Part of the name under which an uploaded chart is remembered: to be raised when the drawing changes."""
WIDTH = 7.2
DPI = 150
ROW = 0.78
"""Inches for one role."""
EDGE = 0.32
TOP = 1.05
BOTTOM = 1.1
STEP = 20_000
"""Dollars between two grid lines."""
MOST_LINES = 4
"""Grid lines with a number on them."""


@dataclass(frozen=True, slots=True)
class _Colors:
    paper: str
    ink: str
    faint: str
    grid: str
    bar: str


_COLORS: dict[Theme, _Colors] = {
    "light": _Colors(paper="#ffffff", ink="#16202a", faint="#566370", grid="#dfe4e9", bar="#0072b2"),
    "dark": _Colors(paper="#17212b", ink="#f4f6f8", faint="#a9b6c2", grid="#2e3c49", bar="#56b4e9"),
}
_drawing = Lock()
"""matplotlib is not made for several threads."""


def can_draw() -> bool:
    """False without the `charts` extra."""
    return find_spec("matplotlib") is not None


def draw(pay: PayRanges, theme: Theme, title: str, note: str) -> bytes:
    """A PNG. `title` stands above the ranges, `note` small below them."""
    from matplotlib.figure import Figure

    colors = _COLORS[theme]
    height = TOP + ROW * len(pay.ranges) + BOTTOM
    with _drawing:
        figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=colors.paper)
        axes = figure.add_axes((EDGE / WIDTH, BOTTOM / height, 1 - 2 * EDGE / WIDTH, ROW * len(pay.ranges) / height))
        _scale(axes, pay, colors)
        for n, each in enumerate(pay.ranges):
            label = f"{n + 1}. {each.label}" if pay.ordered else each.label
            _row(axes, n, label, each, colors)
        _words(figure, title, note, height, colors)
        picture = BytesIO()
        figure.savefig(picture, format="png", dpi=DPI, facecolor=colors.paper)
    return picture.getvalue()


def _scale(axes: "Axes", pay: PayRanges, colors: _Colors) -> None:
    low = min(each.low for each in pay.ranges) // STEP * STEP
    high = max(-(-max(each.high for each in pay.ranges) // STEP) * STEP, low + STEP)
    room = (high - low) * 0.06 if any(each.open_ended for each in pay.ranges) else 0
    axes.set_facecolor(colors.paper)
    axes.set_xlim(low, high + room)
    axes.set_ylim(len(pay.ranges) - 0.5, -0.5)
    step = STEP
    while (high - low) / step > MOST_LINES:
        step += STEP
    ticks = list(range(low, high + 1, step))
    axes.set_xticks(ticks, [f"${dollars // 1000}k" for dollars in ticks])
    axes.tick_params(axis="x", length=0, labelsize=14, labelcolor=colors.faint, pad=8)
    labels = axes.get_xticklabels()
    labels[0].set_horizontalalignment("left")
    if not room:
        labels[-1].set_horizontalalignment("right")
    axes.set_yticks([])
    axes.grid(axis="x", color=colors.grid, linewidth=1.4)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)


def _row(axes: "Axes", n: int, label: str, pay: PayRange, colors: _Colors) -> None:
    left, right = axes.get_xlim()
    shade: dict[str, Any] = {"facecolor": colors.paper, "edgecolor": "none", "pad": 1.5}
    look: dict[str, Any] = {"fontsize": 16.5, "color": colors.ink, "va": "center", "bbox": shade}
    above = n - 0.16
    axes.text(left, above, label, ha="left", **look)
    amounts = f"${pay.low // 1000}–{pay.high // 1000}k" + ("+" if pay.open_ended else "")
    axes.text(right, above, amounts, ha="right", weight="bold", **look)
    thick = 0.26
    axes.barh(n + 0.22, pay.high - pay.low, left=pay.low, height=thick, color=colors.bar)
    if pay.open_ended:
        tip = (right - left) * 0.035
        xs, ys = [pay.high, pay.high + tip, pay.high], [n + 0.22 - thick * 0.75, n + 0.22, n + 0.22 + thick * 0.75]
        axes.fill(xs, ys, color=colors.bar, clip_on=False)


def _words(figure: "Figure", title: str, note: str, height: float, colors: _Colors) -> None:
    left = EDGE / WIDTH
    figure.text(left, 1 - 0.5 / height, title, fontsize=20, color=colors.ink, weight="bold", va="center")
    figure.text(left, 0.36 / height, note, fontsize=13, color=colors.faint, va="center", linespacing=1.4)
