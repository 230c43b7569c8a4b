"""What is taken out of a message before it is kept, and what stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.conversation import Adviser
from careerbot.bot.misses.stripping import LONGEST, stripped


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I'm Priya (priya@example.org), 24", "I'm [name] ([email]), [number]"),
        ("my name is rahul sharma and i know python", "my name is [name] and i know python"),
        ("My name's Ann-Kathrin O'Neil. what pays most", "My name's [name]. what pays most"),
        ("thanks, Priya", "thanks, [name]"),
        ("call me Grace", "call me [name]"),
        ("see https://example.org/cv?id=7 and linkedin.com/in/somebody", "see [link] and [link]"),
        ("ask @somebody or u/some_one", "ask [mention] or [mention]"),
        ("ring +49 170 1234567 or 555-123-4567", "ring [phone] or [phone]"),
        ("5 years, born 1990, pin 411001", "[number] years, born [number], pin [number]"),
        ("i am 25yrs old", "i am [number] old"),
    ],
)
def test_taken_out(adviser: Adviser, said: str, kept: str) -> None:
    """Names as people introduce themselves, addresses, links, mentions, phone numbers and other numbers are gone."""
    assert stripped(said, adviser.mind("en").lexicon) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("ich bin Priya und suche einen Job", "ich bin [name] und suche einen Job"),
        ("Mein Name ist priya sharma", "Mein Name ist [name]"),
        ("ich heiße Jörg, was verdient ein sre", "ich heiße [name], was verdient ein sre"),
        ("danke, Priya", "danke, [name]"),
        ("viele Grüße, Jörg", "viele Grüße, [name]"),
        ("ich bin müde", "ich bin müde"),
        ("ich bin DevOps Engineer", "ich bin DevOps Engineer"),
        ("ich bin 24 und verdiene 60.000 Euro", "ich bin [number] und verdiene 60.000 Euro"),
    ],
)
def test_german(adviser: Adviser, said: str, kept: str) -> None:
    """The same of how people introduce themselves in German."""
    assert stripped(said, adviser.mind("de").lexicon) == kept


@pytest.mark.parametrize(
    "said",
    [
        "is $90k or 150,000 good",
        "from 12 lpa to 20 lpa",
        "pays 150000 dollars or €95k",
        "40 dollars an hour",
        "i'm a barista and want to be an sre",
        "I'm Software Engineer",
        "im intrested in devops",
        "I'm not sure",
        "do k8s and web3 pay",
        "asp.net, node.js and c++",
        "call me when there is a job",
        "thank you sir",
    ],
)
def test_stays(adviser: Adviser, said: str) -> None:
    """Sums of money, roles, tools, slips of the finger and what people do stay."""
    assert stripped(said, adviser.mind("en").lexicon) == said


def test_name_that_stands_alone(adviser: Adviser) -> None:
    """A name that nothing introduces is not known for one: docs/privacy.md says so."""
    assert stripped("does rahul know python", adviser.mind("en").lexicon) == "does rahul know python"


@given(st.text(alphabet=st.sampled_from("0123456789 abcXY.,+-()@/:$k\n"), max_size=60))
def test_numbers_that_are_no_money(adviser: Adviser, text: str) -> None:
    """Digits are kept only beside a sign of money, in a name of ours, or with commas for thousands."""
    kept = stripped(text, adviser.mind("en").lexicon)
    for found in re.finditer(r"[^\s()]*\d[^\s()]*", kept):
        around = kept[max(0, found.start() - 3) : found.end() + 12].lower()
        assert re.search(r"[$€£₹]|k|m|lakh|,|a year|per|/|[a-z]\d", around), (text, kept)


@given(st.text(max_size=400))
def test_any_text(adviser: Adviser, text: str) -> None:
    """Whatever was said, what is kept is short and on one line, and has no e-mail address in it."""
    kept = stripped(text, adviser.mind("en").lexicon)

    assert len(kept) <= LONGEST
    assert "\n" not in kept
    assert not re.search(r"\w@\w+\.\w", kept)
