"""Pictures: what is on the paper can be read, by everybody, and is said in words as well."""

import re
from io import BytesIO
from itertools import combinations
from typing import Any

import pytest
from drawn import ALL, SOURCE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.picturing import Picturing
from careerbot.bot.rendering.pictures import drawing, style
from careerbot.bot.rendering.pictures.bars import in_short
from careerbot.bot.rendering.pictures.picture import Drawable, in_blocks, notes, ranges_of, worth_drawing
from careerbot.bot.rendering.pictures.words import WORDS
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Answer, Card, Move, PayRange, PayRanges, RoleMap, Section

matplotlib: Any = pytest.importorskip("matplotlib")
Text: Any = pytest.importorskip("matplotlib.text").Text
Rectangle: Any = pytest.importorskip("matplotlib.patches").Rectangle
Polygon: Any = pytest.importorskip("matplotlib.patches").Polygon
colors: Any = pytest.importorskip("matplotlib.colors")
canvas_on: Any = pytest.importorskip("matplotlib.backends.backend_agg").FigureCanvasAgg

THEMES: tuple[style.Theme, ...] = ("light", "dark")
READABLE = 4.5
SEEN = 3.0
"""Contrast that WCAG 2 asks of words, and of shapes that carry meaning."""
MOST_OF_TELEGRAM = 10_000

drawn = pytest.mark.parametrize("name", ALL)
in_themes = pytest.mark.parametrize("theme", THEMES)


def figure_of(content: Drawable, theme: style.Theme = "light") -> Any:
    return drawing.on_paper(content, theme, SOURCE).figure


def texts(figure: Any) -> list[Any]:
    return [text for text in figure.findobj(Text) if text.get_text()]


def boxes(figure: Any) -> list[tuple[str, Any]]:
    """Where each line of words is, without the air around it."""
    canvas_on(figure).get_renderer()
    return [(text.get_text(), text.get_window_extent()) for text in texts(figure)]


def meet(one: Any, other: Any) -> bool:
    return bool(min(one.x1, other.x1) - max(one.x0, other.x0) > 1 and min(one.y1, other.y1) - max(one.y0, other.y0) > 1)


def check_nothing_collides(content: Drawable) -> None:
    figure = figure_of(content)
    width, height = figure.get_size_inches() * figure.dpi
    found = boxes(figure)
    out = [words for words, box in found if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height]
    over = [(one[0], other[0]) for one, other in combinations(found, 2) if meet(one[1], other[1])]
    bars = [
        patch.get_window_extent()
        for shape in (Rectangle, Polygon)
        for patch in figure.findobj(shape)
        if patch is not figure.patch and patch.get_facecolor() != figure.get_facecolor()
    ]
    struck = [words for words, box in found for bar in bars if meet(box, bar)]

    assert (out, over, struck) == ([], [], [])
    assert width + height <= MOST_OF_TELEGRAM


def luminance(color: Any) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colors.to_rgb(color)]
    return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])


def contrast(one: Any, other: Any) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@drawn
def test_nothing_collides(name: str, adviser: Adviser) -> None:
    """No words leave the paper, meet other words or a bar, and Telegram takes the size."""
    check_nothing_collides(ALL[name](adviser))


TITLES = st.lists(
    st.text("abcdefgh iW-", min_size=1, max_size=44).map(str.strip).filter(bool), min_size=2, max_size=10, unique=True
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), TITLES)
def test_no_map_has_labels_over_labels(data: st.DataObject, titles: list[str]) -> None:
    """Whatever moves there are between up to ten roles, nothing on the map collides."""
    pairs = st.tuples(st.sampled_from(titles), st.sampled_from(titles)).filter(lambda pair: pair[0] != pair[1])
    moves = data.draw(
        st.lists(
            st.builds(
                lambda pair, kind: Move(pair[0], pair[1], kind, "a reason"),
                pairs,
                st.sampled_from(["same", "similar", "duty"]),
            ),
            min_size=1,
            max_size=40,
        )
    )

    check_nothing_collides(RoleMap(tuple(moves)))


ANY_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
ANY_RANGES = st.builds(
    lambda label, low, more, is_open: PayRange(label or "x", f"${low:,}", low, low + more, is_open),
    ANY_WORDS,
    st.integers(20_000, 900_000),
    st.integers(0, 500_000),
    st.booleans(),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.builds(PayRanges, st.lists(ANY_RANGES, min_size=2, max_size=20).map(tuple), ordered=st.booleans()),
        st.builds(
            Card,
            ANY_WORDS,
            ANY_WORDS,
            st.lists(st.builds(Section, ANY_WORDS, st.lists(ANY_WORDS, max_size=9).map(tuple)), max_size=6).map(tuple),
            st.lists(ANY_RANGES, max_size=4).map(tuple),
        ),
    )
)
def test_any_words_are_drawn(content: Drawable) -> None:
    """Words of any length and script stay on the paper, in their place; what is too much is not drawn."""
    if worth_drawing(content):
        check_nothing_collides(content)


def test_too_much_is_not_drawn() -> None:
    """What would be taller than Telegram takes is left to words."""
    many = tuple(PayRange(f"role {n}", "$1 to $2", 1, 2, open_ended=False) for n in range(21))

    assert not worth_drawing(PayRanges(many))
    assert worth_drawing(PayRanges(many[:20]))
    assert not worth_drawing(Card("x", "", (Section("", ("a",) * 200),)))
    assert not worth_drawing(PayRanges(many[:1]))


@in_themes
@drawn
def test_words_stand_out(name: str, theme: style.Theme, adviser: Adviser) -> None:
    """Every word has the contrast that WCAG asks for, and is as large as the smallest letters at least."""
    figure = figure_of(ALL[name](adviser), theme)

    assert min(contrast(text.get_color(), figure.get_facecolor()) for text in texts(figure)) >= READABLE
    assert min(text.get_fontsize() for text in texts(figure)) >= style.SMALL


@in_themes
def test_shapes_stand_out(theme: style.Theme) -> None:
    """Bars and the lines of the map have the contrast that WCAG asks for."""
    look = style.COLORS[theme]

    assert min(contrast(color, look.paper) for color in (look.bar, look.other, look.faint)) >= SEEN


def test_nothing_hangs_on_color(adviser: Adviser) -> None:
    """Each kind of move has a line style of its own, and each line of the map its kind in words."""
    from careerbot.bot.rendering.pictures.role_map import KINDS

    content = ALL["map"](adviser)
    assert isinstance(content, RoleMap)
    said = [text.get_text() for text in texts(figure_of(content)) if text.get_fontweight() != "bold"]

    assert len({look.dashes for look in KINDS.values()}) == len(KINDS)
    for kind in KINDS:
        assert said.count(WORDS[kind]) == sum(move.kind == kind for move in content.moves)


@drawn
def test_all_of_it_is_said_in_words(name: str, adviser: Adviser) -> None:
    """The text alternative has every word and every figure of the picture, but for its frame."""
    content = ALL[name](adviser)
    words = plain(Answer(in_blocks(content))).lower()
    for pay in ranges_of(content):
        assert pay.text.lower() in words
    frame = {*WORDS.values(), *notes(content, SOURCE), *map(in_short, ranges_of(content))}
    known = set(re.findall(r"[^\s;:]+", " ".join([words, *frame]).lower()))
    on_paper = " ".join(text.get_text() for text in texts(figure_of(content)))

    rest = {word for word in re.findall(r"[^\s;:]+", on_paper.lower()) if not re.fullmatch(r"\$\d+k|•|–|\d+\.", word)}
    assert rest - known == set()


@in_themes
@drawn
def test_same_picture_every_time(name: str, theme: style.Theme, adviser: Adviser) -> None:
    """The same content is the same file, whatever a person has set for pictures of their own."""
    content = ALL[name](adviser)
    first = drawing.draw(content, theme, SOURCE)
    own = {
        "text.color": "red",
        "font.size": 40,
        "lines.scale_dashes": False,
        "savefig.bbox": "tight",
        "axes.grid": True,
    }
    with matplotlib.rc_context(own):
        assert drawing.draw(content, theme, SOURCE) == first
    assert Image.open(BytesIO(first)).width == style.WIDTH


@pytest.mark.parametrize("message", ["make a card for sre", "compare sre and devops"])
def test_source(adviser: Adviser, message: str) -> None:
    """A picture says once where its figures come from: at its foot, or, of a card, among its sections."""
    picture = Picturing(adviser).of(*adviser.respond(message, Memory()))
    assert picture
    source = adviser.knowledge.sources[0].title
    words = " ".join(text.get_text() for text in texts(drawing.on_paper(picture.content, "light", source).figure))

    assert " ".join(words.split()).count(source) == 1


def test_sentences_side_by_side(adviser: Adviser) -> None:
    """Sentences in one cell stand one after the other, with nothing but their full stops between them."""
    picture = Picturing(adviser).of(*adviser.respond("compare sre, devops and mle", Memory()))
    assert picture

    assert not any(".;" in text.get_text() for text in texts(figure_of(picture.content)))


def test_names_tell_pictures_apart(adviser: Adviser) -> None:
    """A picture is known by what is on it: content, theme and source."""
    contents = [ALL[name](adviser) for name in ALL]
    names = {drawing.name_of(content, theme, SOURCE) for content in contents for theme in THEMES}

    assert len(names) == 2 * len(ALL)
    assert drawing.name_of(contents[0], "light", "another list") not in names
    assert drawing.name_of(ALL["map"](adviser), "light", SOURCE) in names


def test_characters_without_a_glyph(adviser: Adviser, recwarn: pytest.WarningsRecorder) -> None:
    """What the font does not have is a box, and no warning; dollars are no formula."""
    content = Card("日本語 🎉", "$5 to $6", ())
    said = [text.get_text() for text in texts(figure_of(content))]
    drawing.draw(content, "light", SOURCE)

    assert said[:2] == ["□□□ □", "$5 to $6"]
    assert not recwarn.list
