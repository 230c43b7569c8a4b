"""A misspelt word finds the words near it without comparing all, and finds what comparing all would find."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from careerbot.bot.built_in import UNDERSTANDING
from careerbot.bot.understanding import edits, nearby
from careerbot.bot.understanding.nearby import Nearby
from careerbot.bot.understanding.spelling import Speller
from careerbot.bot.understanding.word_list import WordList

ROLES = ["engineer", "engine", "salary", "celery", "make", "data", "skills"]
WORDS = st.text("abcde", min_size=1, max_size=10)


def test_known_words() -> None:
    """Words of the vocabulary, and English ones that no phrase has."""
    speller = Speller(ROLES, common="engines\nmade\nmaker")

    assert [word for word in ("engine", "made", "enginer") if speller.knows(word)] == ["engine", "made"]


def test_near_words() -> None:
    """Each word that may be meant, with its distance in edits: three at most, fewer for short words."""
    assert Speller(ROLES, common="").near("enginee") == [("engine", 1), ("engineer", 1)]
    assert Speller(ROLES, common="").near("selery") == [("celery", 1), ("salary", 2)]
    assert Speller(ROLES, common="").near("lkillls") == [("skills", 2)]
    assert Speller(ROLES, common="").near("enginnrre") == [("engine", 3), ("engineer", 3)]
    assert Speller(ROLES, common="").near("dt") == []


@given(vocabulary=st.sets(WORDS), word=WORDS, furthest=st.integers(1, nearby.FURTHEST))
def test_near_words_are_all_found(vocabulary: set[str], word: str, furthest: int) -> None:
    """None is missed that a comparison with all finds."""
    found = Nearby(nearby.collect(vocabulary)).find(word, furthest)

    assert {other for other in vocabulary if OSA.distance(word, other) <= furthest} <= set(found)


@given(word=WORDS, others=st.lists(WORDS), most=st.integers(0, 3))
def test_edits_are_those_of_rapidfuzz(word: str, others: list[str], most: int) -> None:
    """In plain Python, before a process has compared much, and in rapidfuzz afterwards."""
    expected = [min(OSA.distance(word, other), most + 1) for other in others]

    assert [edits._alignment(word, other, most) for other in others] == expected
    assert edits.edits(word, others, most) == expected


@given(words=st.sets(st.text("abc", min_size=1)), word=st.text("abc", min_size=1))
def test_a_word_list_holds_its_words(words: set[str], word: str) -> None:
    """As a set would, without being taken apart."""
    assert (word in WordList("\n".join(sorted(words)))) == (word in words)


def test_english_words_are_in_order() -> None:
    """The list is looked into by halves."""
    lines = (UNDERSTANDING / "words.en.txt").read_text("utf-8").rstrip("\n").split("\n")
    words = [line for line in lines if not line.startswith("#")]

    assert words == sorted(words)
    assert all(word in WordList("\n".join(lines) + "\n") for word in words[::100])
