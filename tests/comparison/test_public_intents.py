"""The rules by which systems are compared on public intent sets."""

import math
from collections.abc import Sequence
from pathlib import Path

import pytest
from intents.calibration import bins, expected_error
from intents.measure import measure
from intents.metrics import Judged, area
from intents.section import written
from intents.sets import IntentSet, Messages, load
from intents.system import Guess
from intents.thresholds import best
from intents.typos import mistyped


class Spotter:
    """Knows an intent by its first word; sure of it only where it has seen the word."""

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        self._known = {text.split()[0]: intent for text, intent in zip(texts, intents, strict=True)}

    def predict(self, text: str) -> Guess:
        word = text.split()[0]
        return (self._known[word], 1.0) if word in self._known else (None, 0.0)


TRAIN = Messages(("pay now", "pay later", "skills now", "skills later"), ("pay", "pay", "skills", "skills"))
TEST = Messages(("pay me", "skills please", "weather today"), ("pay", "skills", None))


def test_a_perfect_system_is_perfect() -> None:
    """Everything in scope right and surer than everything out of scope: all figures are 1, and none is refused."""
    figures = measure(Spotter, IntentSet("tiny", TRAIN, Messages(("pay it", "news"), ("pay", None)), TEST))

    assert (figures["accuracy"], figures["auroc"], figures["recall"], figures["false_refusals"]) == (1, 1, 1, 0)


def test_area_counts_pairs() -> None:
    """The area is the share of pairs in the right order, ties half."""
    assert area([3.0, 1.0], [2.0, 1.0]) == pytest.approx((1 + 1 + 0 + 0.5) / 4)


def test_the_threshold_balances_both_kinds() -> None:
    """Between what is in scope and what is out of scope, where they do not overlap."""
    judged = Judged([(0.9, True), (0.8, True)], [0.3, 0.1])

    assert judged.balance(best(judged)) == 1


def test_one_who_refuses_himself_is_never_sure() -> None:
    """No intent is less sure than any number."""
    assert Judged.of([(None, 5.0)], [None]).outside == [-math.inf]


def test_typos_are_the_same_every_time() -> None:
    """One for eight characters, the same for the same seed; other messages than they were."""
    texts = ["how much does an engineer earn", "what do they do"]

    assert mistyped(texts) == mistyped(texts)
    assert all(typed != text for typed, text in zip(mistyped(texts), texts, strict=True))


def test_calibration_of_the_honest() -> None:
    """Half right when half sure is no error; always right when half sure is half an error."""
    assert expected_error(bins([(0.5, True), (0.5, False)])) == 0
    assert expected_error(bins([(0.5, True), (0.5, True)])) == 0.5


def test_only_one_section_is_renewed(tmp_path: Path) -> None:
    """What others wrote before and behind it stays as it is."""
    path = tmp_path / "RESULTS.md"
    for heading, text in (("One", "1"), ("Two", "2"), ("Three", "3"), ("Two", "new \\1")):
        written(path, heading, text)

    assert path.read_text(encoding="utf-8") == "# Results\n\n## One\n\n1\n\n## Two\n\nnew \\1\n\n## Three\n\n3\n"


def test_missing_sets_are_explained(tmp_path: Path) -> None:
    """Who lacks a set is told which file, and where it comes from."""
    with pytest.raises(SystemExit, match=r"(?s)clinc150\.json is missing.*clinc/oos-eval"):
        load(tmp_path, "clinc10")
