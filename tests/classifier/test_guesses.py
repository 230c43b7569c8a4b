"""What a word may mean that no phrase has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.understanding.classifier.guesses import Guesser
from careerbot.bot.understanding.slips import slips

KNOWN = {"salary": 12, "skills": 9, "skull": 1, "cloud": 4, "could": 8, "pay": 20, "learn": 3}
words = st.text(st.characters(min_codepoint=97, max_codepoint=122), max_size=8)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("slaary", "salary"), ("skilsl", "skills"), ("clod", "cloud"), ("saalry", "salary")],
)
def test_the_likeliest_comes_first(typed: str, meant: str) -> None:
    """Neighboring keys, swapped, doubled and missed letters."""
    assert Guesser(KNOWN).guess(typed)[0][0] == meant


@pytest.mark.parametrize("typed", ["kubernetes", "zz", "2026", ""])
def test_a_new_word_is_new(typed: str) -> None:
    """What is near nothing is no known word, and two letters are too few to tell."""
    assert Guesser(KNOWN).guess(typed) == []


@given(typed=words)
def test_shares_are_shares(typed: str) -> None:
    """Each guess has its share, the likeliest first, and together they have at most all of it."""
    shares = [share for _, share in Guesser(KNOWN).guess(typed)]

    assert shares == sorted(shares, reverse=True)
    assert all(share > 0 for share in shares)
    assert sum(shares) <= 1 + 1e-9


@given(one=words, other=words)
def test_no_slips_between_equals(one: str, other: str) -> None:
    """There are slips between two words exactly when they differ."""
    assert (slips(one, other) == 0) == (one == other)


def test_fingers_slip_to_neighbors() -> None:
    """A neighboring key is likelier than a far one, swapped letters than two wrong ones."""
    assert slips("saöary", "salary") > slips("sakary", "salary")
    assert slips("slaary", "salary") < 1
