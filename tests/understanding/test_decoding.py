"""The words that were meant by those that were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.understanding import spoken
from careerbot.bot.understanding.decoding import Decoder
from careerbot.bot.understanding.spelling import Speller
from careerbot.bot.understanding.spoken import Spoken

WAYS = [
    "what does {role} earn",
    "how much does {role} make",
    "skills for {role}",
    "skills of {role}",
    "is it far to {role}",
    "what should i learn for {role}",
]
ROLES = [["devops"], ["sre"], ["data", "scientist"], ["site", "reliability", "engineer"]]
NAMED = {word for name in ROLES for word in name} | {"kubernetes", "dates", "size"}
VOCABULARY = {word for way in WAYS for word in way.split() if word.isalpha()} | NAMED
SHORT = {"whats": "what is", "dont": "do not"}
letters = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def decoder() -> Decoder:
    said = spoken.collect((way.split() for way in WAYS * 100), {"{role}": ROLES}, SHORT)
    return Decoder(Speller(VOCABULARY | SHORT.keys(), common="fir\nlear\nmade"), Spoken(said))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what doe ssre earn", "what does sre earn"),
        ("skills fo rdevops", "skills for devops"),
        ("how muc hdoes sre make", "how much does sre make"),
        ("what should i lear nfor kubernetse", "what should i learn for kubernetes"),
    ],
)
def test_letters_go_back_over_the_space(decoder: Decoder, typed: str, meant: str) -> None:
    """Who types fast hits the space a letter too early or too late."""
    assert " ".join(decoder.read(typed.split())) == meant


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


def test_names_tell_too(decoder: Decoder) -> None:
    """Their words are said where phrases have a place for a name, and one after the other."""
    assert decoder.read(["datae", "scientist"]) == ["data", "scientist"]
    assert decoder.read(["dataes", "of", "size"])[0] == "dates"
    assert decoder.read(["skills", "for", "sitte", "reliability"])[2] == "site"


def test_long_words_may_have_three_slips(decoder: Decoder) -> None:
    """A short one would become any other."""
    assert decoder.read(["skills", "for", "kuerbnetse"])[2] == "kubernetes"
    assert decoder.read(["what", "xqz"])[1] == "xqz"


def test_short_forms_are_meant_too(decoder: Decoder) -> None:
    """They are as likely as the words that they are short for, and are written out later."""
    assert decoder.read(["waths", "far"])[0] == "whats"
    assert decoder.read(["do'nt"]) == ["dont"]


def test_what_would_be_likelier_in_a_place(decoder: Decoder) -> None:
    """A known word stays, but it is said which others a slip may have made it from."""
    assert decoder.meant_here(["should", "i", "lear", "for", "sre"], 2) == ["learn"]
    assert decoder.meant_here(["made", "of", "gold"], 0) == []


@pytest.mark.parametrize("text", ["skills fir sre", "made 2026", "qwertzuiop", "zz", "", "c++ & r"])
def test_what_is_known_or_new_stays(decoder: Decoder, text: str) -> None:
    """Known words are never touched; a word that is near none is a new one."""
    assert decoder.read(text.split()) == text.split()


@given(words=st.lists(letters, max_size=8))
def test_a_word_for_each(decoder: Decoder, words: list[str]) -> None:
    """As many words as before; what became another word is a known one, or changed a letter with the one beside it."""
    read = decoder.read(words)

    assert len(read) == len(words)
    changed = [word != typed for word, typed in zip(read, words, strict=True)]
    for place, word in enumerate(read):
        beside = changed[max(place - 1, 0) : place] + changed[place + 1 : place + 2]
        assert not changed[place] or decoder.knows(word) or any(beside)
