"""A picture as PNG: the only door to matplotlib."""

from hashlib import blake2b
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING

from careerbot.bot.rendering.pictures import style
from careerbot.bot.rendering.pictures.picture import Drawable, SideBySide, notes
from careerbot.bot.rendering.pictures.words import WORDS
from careerbot.intents.base import Card, PayRanges, RoleMap

if TYPE_CHECKING:
    from careerbot.bot.rendering.pictures.paper import Paper

_drawing = Lock()
"""matplotlib is not made for several threads."""


def can_draw() -> bool:
    """False without the `charts` extra."""
    return find_spec("matplotlib") is not None


def draw(content: Drawable, theme: style.Theme, source: str) -> bytes:
    """A PNG, the same for the same content. `source`: the title of where the figures come from, for the foot."""
    import matplotlib as mpl

    # The settings of a person's own matplotlibrc are for their own pictures.
    with _drawing, mpl.rc_context():
        mpl.rcdefaults()
        return on_paper(content, theme, source).png()


def on_paper(content: Drawable, theme: style.Theme, source: str) -> "Paper":
    """The picture before it is made a PNG."""
    from careerbot.bot.rendering.pictures import card, pay_ranges, role_map, side_by_side
    from careerbot.bot.rendering.pictures.paper import Paper

    paper = Paper(theme)
    match content:
        case PayRanges():
            pay_ranges.fill(paper, content)
        case SideBySide():
            side_by_side.fill(paper, content)
        case RoleMap():
            role_map.fill(paper, content)
        case Card():
            card.fill(paper, content)
    paper.finish(notes(content, source))
    return paper


def name_of(content: Drawable, theme: style.Theme, source: str) -> str:
    """The same for the same picture only."""
    seen = (style.VERSION, theme, type(content).__name__, content, source, sorted(WORDS.items()))
    return blake2b(repr(seen).encode(), digest_size=12).hexdigest()
