"""How every picture looks: one paper, one font, two themes. What is not said here is nobody's to choose.

A picture is 1080 pixels wide and seen on a phone at some 380, so that the smallest letters are 28 pixels there and
ten here. Nothing hangs on color: what differs has words, a line style or a shape of its own.
"""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]
THEMES: dict[str, Theme] = {"light": "light", "dark": "dark"}

VERSION = 3
"""Part of the name under which an uploaded picture is remembered: to be raised when the drawing changes."""

WIDTH = 1080
"""Pixels, as all lengths here."""
EDGE = 48
INSIDE = WIDTH - 2 * EDGE
BETWEEN = 36
"""Between two columns."""
FONT = "DejaVu Sans"
"""Comes with matplotlib, so that a picture is the same on every machine."""
TITLE = 42
BODY = 33
SMALL = 28
LINE = 1.3
"""Height of a line, in sizes of its letters."""
THIN = 2
BAR = 38


@dataclass(frozen=True, slots=True)
class Colors:
    paper: str
    ink: str
    faint: str
    """For words that stand behind the others: still 4.5 times as bright or dark as the paper."""
    grid: str
    """For lines that only guide the eye."""
    bar: str
    other: str
    """For lines that are no bar and differ from it by more than their color."""


COLORS: dict[Theme, Colors] = {
    "light": Colors(paper="#ffffff", ink="#16202a", faint="#566370", grid="#dfe4e9", bar="#0072b2", other="#b34f00"),
    "dark": Colors(paper="#17212b", ink="#f4f6f8", faint="#a9b6c2", grid="#2e3c49", bar="#56b4e9", other="#f0a13c"),
}
