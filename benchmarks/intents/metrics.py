"""Figures from guesses. Shares are between 0 and 1."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .system import Guess

NEVER = -math.inf


@dataclass(frozen=True)
class Judged:
    """Guesses beside what would have been right."""

    inside: list[tuple[float, bool]]
    """Of each message in scope: sureness, right."""
    outside: list[float]
    """Of each message out of scope: sureness."""

    @classmethod
    def of(cls, guesses: Sequence[Guess], intents: Sequence[str | None]) -> "Judged":
        pairs = list(zip(guesses, intents, strict=True))
        return cls(
            [(_sureness(guess), guess[0] == intent) for guess, intent in pairs if intent is not None],
            [_sureness(guess) for guess, intent in pairs if intent is None],
        )

    def accuracy(self, threshold: float = NEVER) -> float:
        """Share of messages in scope that are answered, and rightly."""
        return _share(right and sure >= threshold for sure, right in self.inside)

    def recall(self, threshold: float) -> float:
        """Share of messages out of scope that are refused."""
        return _share(sure < threshold for sure in self.outside)

    def false_refusals(self, threshold: float) -> float:
        """Share of messages in scope that are refused."""
        return _share(sure < threshold for sure, _ in self.inside)

    def balance(self, threshold: float) -> float:
        """Mean of accuracy inside and recall outside: what a threshold is tuned for."""
        return (self.accuracy(threshold) + self.recall(threshold)) / 2

    def auroc(self) -> float:
        """How often a message in scope is surer than one out of scope; a tie counts half."""
        return area([sure for sure, _ in self.inside], self.outside)


def area(higher: Sequence[float], lower: Sequence[float]) -> float:
    ordered = sorted([(value, True) for value in higher] + [(value, False) for value in lower])
    ranks, start = 0.0, 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end][0] == ordered[start][0]:
            end += 1
        ranks += (start + 1 + end) / 2 * sum(is_higher for _, is_higher in ordered[start:end])
        start = end
    count = len(higher)
    return (ranks - count * (count + 1) / 2) / (count * len(lower))


def _sureness(guess: Guess) -> float:
    return NEVER if guess[0] is None else guess[1]


def _share(values: Iterable[bool]) -> float:
    counted = list(values)
    return sum(counted) / len(counted)
