"""A misspelt title finds the one most like it by the pairs of letters they share, as comparing all would."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from careerbot.bot.understanding import alike, edits, names
from careerbot.bot.understanding.alike import Alike
from careerbot.bot.understanding.names import Name, NameIndex
from careerbot.bot.understanding.titles import CUTOFF

TITLES = ["data engineer", "data scientist", "devops engineer", "site reliability engineer", "date engineer"]
TEXTS = st.text("aden r", max_size=14)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("data enginer", "data engineer"),
        ("devlops enginer", "devops engineer"),
        ("site relaibility engineer", "site reliability engineer"),
        ("wizard engineer", None),
    ],
)
def test_a_title_is_recognized(typed: str, meant: str | None) -> None:
    """Misspelt, it is the one most like it; what is like none is none."""
    assert Alike(alike.collect(TITLES)).best(typed, CUTOFF) == meant


def test_a_title_wins_for_itself() -> None:
    """However near its neighbours are."""
    index = Alike(alike.collect(TITLES))

    assert [index.best(title, CUTOFF) for title in TITLES] == TITLES


def test_the_first_of_equals() -> None:
    """Which stands first in the files, not which is shorter."""
    assert Alike(alike.collect(["data analyst ii", "data analyst i"])).best("data analyst i i", 80) == "data analyst ii"
    assert Alike(alike.collect(["abcdefgx", "abcdefgy"])).best("abcdefgz", 80) == "abcdefgx"


def test_nothing_to_find() -> None:
    """No titles, or no text."""
    assert Alike(alike.collect([])).best("data engineer", CUTOFF) is None
    assert Alike(alike.collect(TITLES)).best("", CUTOFF) is None


@given(titles=st.lists(TEXTS), text=TEXTS, cutoff=st.floats(1, 100))
@example(titles=["aaaa"], text="aaa", cutoff=86)
def test_the_index_finds_what_comparing_all_finds(titles: list[str], text: str, cutoff: float) -> None:
    """The same title at any cutoff, the first of equals."""
    expected = process.extractOne(text, titles, scorer=fuzz.ratio, score_cutoff=cutoff)

    assert Alike(alike.collect(titles)).best(text, cutoff) == (expected[0] if expected else None)


@given(text=TEXTS, others=st.lists(TEXTS))
def test_ratios_are_those_of_rapidfuzz(text: str, others: list[str]) -> None:
    """In plain Python, before a process has compared much, and in rapidfuzz afterwards."""
    assert edits._shares(text, others) == [fuzz.ratio(text, other) for other in others]


def test_names_stay_packed() -> None:
    """A name is found in its line, singular or plural; the longest name that a word begins is known beforehand."""
    vocabulary = {
        "roles": {"data_scientist": {"safe": [{"name": "ds", "guard": "not_algo"}], "fields": [], "ask": []}},
        "titles": {"Data Engineer": {"also": ["data engineering"]}},
        "skills": {},
        "unlisted_skills": {},
        "ambiguous": {"data": {"words": ["data"]}},
        "aspects": {"place": ["bay area"]},
        "title_heads": ["engineer"],
        "title_modifiers": ["senior"],
    }  # fmt: skip
    index = NameIndex(names.collect(vocabulary, {"data_scientist": "Data Scientist"}))

    assert index.find(["ds"]) == (Name("role", "data_scientist", "title", "not_algo"),)
    assert index.find(["data", "engineers"]) == (Name("title", "Data Engineer"),)
    assert index.find(["engineer"]) == ()
    assert index.title_like("data enginer", CUTOFF) == (Name("title", "Data Engineer"),)
    assert (index.reach("data"), index.reach("bay"), index.reach("area")) == (2, 2, 0)
