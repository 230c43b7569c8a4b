"""A sheet that is filled from top to bottom and cut where the last line ends.

Lengths are pixels, y goes down. A point of matplotlib is a pixel here, so sizes of letters are pixels too.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.transforms import Affine2D

from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.pictures import style

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.path import Path

DOTS = 72
"""An inch: one pixel to the point."""
NO_GLYPH = "□"

Align = Literal["left", "right", "center"]


class Paper:
    def __init__(self, theme: style.Theme) -> None:
        self.colors = style.COLORS[theme]
        self.y = float(style.EDGE)
        """Where the next thing goes."""
        self._pixels = Affine2D()
        self.figure = Figure(dpi=DOTS, facecolor=self.colors.paper)

    # Words ----------------------------------------------------------------------------------------------------

    def write(
        self,
        text: str,
        x: float,
        y: float,
        width: float = style.INSIDE,
        *,
        size: float = style.BODY,
        color: str = "",
        bold: bool = False,
        align: Align = "left",
    ) -> float:
        """Lines no wider than `width` below `y`. `x`: where they start, end or have their middle. Returns their end."""
        for line in lines(text, width, size, bold):
            self.figure.text(
                x,
                y + size,
                line,
                transform=self._pixels,
                fontproperties=_font(size, bold),
                color=color or self.colors.ink,
                ha=align,
                va="baseline",
                parse_math=False,  # two dollar signs are no formula
            )
            y += size * style.LINE
        return y

    def title(self, text: str) -> None:
        self.y = self.write(text, style.EDGE, self.y, size=style.TITLE, bold=True) + 24

    def heading(self, text: str) -> None:
        self.y = self.write(text, style.EDGE, self.y, bold=True) + 4

    def items(self, items: Sequence[str], x: float, y: float, width: float) -> float:
        """A list with a dot before each item, or what there is to say without one. Returns its end."""
        items = [item for item in items if lines(item, width, style.BODY)]
        if len(items) == 1:
            return self.write(items[0], x, y, width)
        hang = style.BODY * 0.75
        for item in items:
            self.write("•", x, y, color=self.colors.faint)
            y = self.write(item, x + hang, y, width - hang) + 4
        return y

    # Shapes ---------------------------------------------------------------------------------------------------

    def bar(self, x: float, y: float, width: float, height: float, color: str, order: float = 1) -> None:
        self._add(Rectangle((x, y), width, height, facecolor=color, edgecolor="none", zorder=order))

    def shape(self, corners: Sequence[tuple[float, float]], color: str) -> None:
        self._add(Polygon(corners, closed=True, facecolor=color, edgecolor="none"))

    def line(self, xs: tuple[float, float], ys: tuple[float, float], color: str, width: float = style.THIN) -> None:
        self._add(Line2D(xs, ys, color=color, linewidth=width, solid_capstyle="butt", zorder=0.5))

    def curve(self, path: "Path", color: str, width: float, dashes: tuple[float, ...]) -> None:
        """`dashes`: lengths drawn and left out in turns, in widths of the line; none for a line without gaps."""
        gaps = (0, dashes) if dashes else "solid"
        self._add(PathPatch(path, fill=False, edgecolor=color, linewidth=width, linestyle=gaps))

    def _add(self, artist: "Artist") -> None:
        artist.set_transform(self._pixels)
        self.figure.add_artist(artist)

    # The end --------------------------------------------------------------------------------------------------

    def finish(self, notes: Sequence[str]) -> None:
        """Small words at the foot, and the paper is cut below them."""
        self.y += 20
        for note in notes:
            self.y = self.write(note, style.EDGE, self.y, size=style.SMALL, color=self.colors.faint)
        height = round(self.y + style.EDGE * 0.6)
        self.figure.set_size_inches(style.WIDTH / DOTS, height / DOTS)
        self._pixels.scale(1, -1).translate(0, height)

    def png(self) -> bytes:
        picture = BytesIO()
        self.figure.savefig(picture, format="png", dpi=DOTS, facecolor=self.colors.paper, metadata={"Software": None})
        return picture.getvalue()


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, bold: bool = False) -> float:
    measured = _ruler().get_text_width_height_descent(_drawable(text), _font(size, bold), ismath=False)  # type: ignore[no-untyped-call]
    return float(measured[0])


def lines(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than that; only a word too long for a line is cut."""
    found: list[list[str]] = []
    room = 0.0
    space = width_of("a a", size, bold) - width_of("aa", size, bold)
    for word in _words(_drawable(text), width, size, bold):
        taken = width_of(word, size, bold)
        if not found or taken > room:
            found.append([])
            room = width
        found[-1].append(word)
        room -= taken + space
    return [" ".join(line) for line in found]


def _words(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    for word in text.split():
        while width_of(word, size, bold) > width and len(word) > 1:
            end = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or width_of(word[:n], size, bold) <= width)
            yield word[:end]
            word = word[end:]  # noqa: PLW2901
        yield word


def _drawable(text: str) -> str:
    """Without characters that the font cannot draw."""
    known = _glyphs()
    return "".join(char if ord(char) in known or char.isspace() else NO_GLYPH for char in clean(text))


@cache
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=style.FONT, size=size, weight="bold" if bold else "normal")


@cache
def _ruler() -> RendererAgg:
    return RendererAgg(8, 8, DOTS)  # type: ignore[no-untyped-call]


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(get_font(findfont(_font(style.BODY, bold=False))).get_charmap())
