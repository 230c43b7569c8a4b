"""The router as a part of its own: phrases of any field in, an intent and a confidence out."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot.understanding.classifier import Classifier

BANK = {
    "balance": ["what is my balance", "how much money do i have", "show the balance of my account", "any money left"],
    "transfer": ["send money to ann", "transfer ten dollars to bob", "i want to pay a friend", "make a payment"],
    "card": ["my card is lost", "somebody stole my card", "block the card please", "i cannot find my credit card"],
    "hours": ["when do you open", "opening hours of the branch", "are you open on sunday", "when does the bank close"],
}


def phrases() -> tuple[list[str], list[str]]:
    return [text for texts in BANK.values() for text in texts], [intent for intent in BANK for _ in BANK[intent]]


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.fit(*phrases())


@pytest.mark.parametrize(("text", "intent"), list(zip(*phrases(), strict=True)))
def test_phrases_are_known(classifier: Classifier, text: str, intent: str) -> None:
    """A phrase has the intent that it was given for."""
    assert classifier.predict(text).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("whats my blance", "balance"),
        ("plese blokc the crad", "card"),
        ("TRANSFER 20 DOLLARS to my sister!!!", "transfer"),
        ("wehn do yuo oepn", "hours"),
        ("openning tiems", "hours"),
    ],
)
def test_typos_are_understood(classifier: Classifier, text: str, intent: str) -> None:
    """Slips of the fingers, capitals and new words beside known ones change nothing."""
    assert classifier.predict(text).intent == intent


@pytest.mark.parametrize("text", ["", "qwrtz plmk", "the weather in paris tomorrow", "ペンギン"])
def test_what_is_foreign_is_not_trusted(classifier: Classifier, text: str) -> None:
    """What no phrase is like has less confidence than any phrase."""
    least = min(classifier.predict(phrase).confidence for phrase in phrases()[0])

    assert classifier.predict(text).confidence < least


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_has_an_answer(classifier: Classifier, text: str) -> None:
    """Whatever is typed: one of the intents, a probability, and the same when asked again."""
    prediction = classifier.predict(text)

    assert prediction.intent in BANK
    assert 0 <= prediction.confidence <= 1
    assert classifier.predict(text) == prediction


def test_the_same_phrases_give_the_same_classifier(classifier: Classifier) -> None:
    """Fitting is chance with a fixed seed."""
    again = Classifier.fit(*phrases())

    assert [again.predict(text) for text in phrases()[0]] == [classifier.predict(text) for text in phrases()[0]]


def test_kept_and_loaded(classifier: Classifier, tmp_path: Path) -> None:
    """What was saved predicts the same; a damaged file says so."""
    file = tmp_path / "bank"
    classifier.save(file)

    assert Classifier.load(file).predict("my crad is lost") == classifier.predict("my crad is lost")
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(ValueError, match="bank is damaged"):
        Classifier.load(file)


def test_two_intents_at_least() -> None:
    """One intent leaves nothing to choose."""
    with pytest.raises(ValueError, match="name two intents or more"):
        Classifier.fit(["hello", "hi"], ["greeting", "greeting"])


@pytest.mark.parametrize("name", ["opening_hours", "openingHours"])
def test_the_name_of_an_intent_is_a_way_of_asking(name: str) -> None:
    """Words of an intent's name that no phrase has still lead to it."""
    named = Classifier.fit(["when can i come by", "are you there on sunday", "show my money"], [name, name, "money"])

    assert named.predict("show my opening hours").intent == name
