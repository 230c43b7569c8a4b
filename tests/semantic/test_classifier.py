"""The semantic classifier, with a stand-in for the encoder; with the real one where the extra is installed."""

from pathlib import Path

import pytest
from letters_encoder import LettersEncoder

from careerbot.bot.understanding.semantic.classifier import SemanticClassifier
from careerbot.bot.understanding.semantic.weights import installed

PHRASES = {
    "pay": ["what is the salary", "how much does it pay", "earnings of an engineer", "what would i earn"],
    "skills": ["which skills are needed", "what should i know", "required skills", "technologies to know"],
    "duties": ["what do they do all day", "daily work", "describe the duties", "what are the tasks"],
}
TEXTS = [text for texts in PHRASES.values() for text in texts]
INTENTS = [intent for intent, texts in PHRASES.items() for _ in texts]


def fitted() -> SemanticClassifier:
    return SemanticClassifier.fit(TEXTS, INTENTS, LettersEncoder())


@pytest.mark.parametrize(("text", "intent"), list(zip(TEXTS, INTENTS, strict=True)))
def test_phrases_are_known(text: str, intent: str) -> None:
    """A phrase it was fitted on has its own intent."""
    prediction = fitted().predict(text)

    assert prediction.intent == intent
    assert 0 <= prediction.confidence <= 1


@pytest.mark.parametrize(("text", "intent"), [("what is the slaary", "pay"), ("requird skils", "skills")])
def test_typos_are_corrected(text: str, intent: str) -> None:
    """A mistyped phrase has the intent of the phrase."""
    assert fitted().predict(text).intent == intent


@pytest.mark.parametrize("text", ["", " ", "?!", "\U0001f600", "x" * 5_000, "\x00"])
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is typed, there is an intent and a confidence."""
    prediction = fitted().predict(text)

    assert prediction.intent in PHRASES
    assert 0 <= prediction.confidence <= 1


def test_what_was_saved_is_the_same(tmp_path: Path) -> None:
    """Loaded again, it predicts what it predicted, to the last digit."""
    before = fitted()
    before.save(tmp_path / "kept")
    after = SemanticClassifier.load(tmp_path / "kept", LettersEncoder())

    assert [after.predict(text) for text in TEXTS] == [before.predict(text) for text in TEXTS]


@pytest.mark.skipif(installed() is None, reason="the extra `semantic` is not installed: it is too large for every run")
def test_meaning_is_known_beyond_words() -> None:
    """With the real encoder, a paraphrase that shares no word with its phrases is understood."""
    classifier = SemanticClassifier.fit(TEXTS, INTENTS)

    assert classifier.predict("income per month").intent == "pay"
    assert classifier.predict("abilities i must have").intent == "skills"
