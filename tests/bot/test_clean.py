"""Text that is safe to show."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.rendering.clean import clean

any_text = st.text(st.characters(exclude_categories=()))


@given(any_text)
def test_no_controls_but_line_feed(text: str) -> None:
    """Cleaned text holds no control character except the line feed, and can be encoded."""
    cleaned = clean(text)

    assert not [letter for letter in cleaned if unicodedata.category(letter) == "Cc" and letter != "\n"]
    cleaned.encode("utf-8")


@given(any_text)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Clean text stays as it is."""
    assert clean(text) == clean(clean(text))


def test_ordinary_text_is_kept() -> None:
    """Letters of any script, emoji and brackets are none of our business."""
    text = "naïve 工程师 👩‍💻 [bold]not markup[/bold] \\[x]\nnext line"
    assert text == clean(text)


def test_direction_marks_are_stripped() -> None:
    """Marks that reverse the reading order are taken out: they can make a figure read as another."""
    assert clean("pay \u202e150\u2069") == "pay 150"


def test_broken_characters_are_replaced() -> None:
    """Half of a surrogate pair becomes the replacement character."""
    assert clean("a\udcffb") == "a\ufffdb"
