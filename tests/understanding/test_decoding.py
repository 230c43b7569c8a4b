"""The words that were meant by those that were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.understanding import decoding
from careerbot.bot.understanding.decoding import Decoder, Spoken
from careerbot.bot.understanding.spelling import Speller

WAYS = [
    "what does {role} earn",
    "how much does {role} make",
    "skills for {role}",
    "skills of {role}",
    "is it far to {role}",
    "what should i learn for {role}",
]
VOCABULARY = {word for way in WAYS for word in way.split() if word.isalpha()} | {"devops", "sre", "kubernetes"}
letters = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def decoder() -> Decoder:
    return Decoder(Speller(VOCABULARY, common="fir\nmade"), Spoken(decoding.collect(way.split() for way in WAYS)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("skilsl for devosp", "skills for devops"),
        ("what dose sre eanr", "what does sre earn"),
        ("hwo mcuh doess sre mkae", "how much does sre make"),
        ("whta shuold i laern fo kubernets", "what should i learn for kubernetes"),
    ],
)
def test_typos_are_read(decoder: Decoder, typed: str, meant: str) -> None:
    """Several in one message, short words too."""
    assert " ".join(decoder.read(typed.split())) == meant


def test_the_words_beside_it_tell(decoder: Decoder) -> None:
    """The same letters mean one thing here and another there."""
    assert decoder.read(["skills", "fr", "sre"])[1] == "for"
    assert decoder.read(["is", "it", "fr", "to", "sre"])[2] == "far"


@pytest.mark.parametrize("text", ["skills fir sre", "made 2026", "qwertzuiop", "zz", "", "c++ & r"])
def test_what_is_known_or_new_stays(decoder: Decoder, text: str) -> None:
    """Known words are never touched; a word that is near none is a new one."""
    assert decoder.read(text.split()) == text.split()


@given(words=st.lists(letters, max_size=8))
def test_a_word_for_each(decoder: Decoder, words: list[str]) -> None:
    """As many words as before, and reading what was read changes nothing."""
    read = decoder.read(words)

    assert len(read) == len(words)
    assert all(word == typed or decoder.knows(word) for word, typed in zip(read, words, strict=True))
