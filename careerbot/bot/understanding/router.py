"""The fuzzy intent router: words of a message -> question types with probabilities.

A linear model over words, word pairs and letter n-grams, fitted from the phrases (`fitting.py`). Everything about a
known word (the word, its letters, their weights) is summed into one row beforehand, so that a message costs about two
short rows a word, whatever the number of phrases. Answering needs no numpy.
"""

import math
from array import array
from collections.abc import Iterator, Mapping
from marshal import loads
from operator import add, mul
from typing import Any

UNKNOWN = "<unk>"
START, END = "^", "$"
GRAMS = (3, 4, 5)
SCALE = 8.0
"""Steepness of the logits; fitting and answering share it."""


def features(words: list[str]) -> Iterator[str]:
    """Names of the features of a message, once for each occurrence."""
    yield from words
    yield from pairs(words)
    for word in words:
        yield from grams(word)


def pairs(words: list[str]) -> Iterator[str]:
    for one, other in zip([START, *words], [*words, END], strict=True):
        yield f"{one} {other}"


def grams(word: str) -> Iterator[str]:
    """Letter n-grams of a word, none of a slot."""
    if word[0] in "{<":
        return
    padded = f"<{word}>"
    for size in GRAMS:
        for start in range(len(padded) - size + 1):
            yield "#" + padded[start : start + size]


class Router:
    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` as `fitting.fit` made it."""
        self.intents: tuple[str, ...] = tuple(data["intents"])
        self._rows: Mapping[str, int] = data["rows"]
        """Word or pair -> index of its row."""
        self._weights = array("h", data["weights"])
        self._step: float = data["step"]
        """What one unit of a weight is worth."""
        self._squares = array("f", data["squares"])
        """Squared length that each row adds."""
        self._bias: tuple[float, ...] = tuple(data["bias"])
        self._packed_grams: bytes = data["grams"]
        self._grams: Mapping[str, int] | None = None

    def knows(self, word: str) -> bool:
        return word in self._rows

    def words(self) -> frozenset[str]:
        return frozenset(key for key in self._rows if " " not in key and key[0] not in "{<")

    def rank(self, words: list[str]) -> list[tuple[str, float]]:
        """Every intent with its probability, best first. `words` are folded, corrected and delexicalised."""
        width = len(self.intents)
        known = [word if word in self._rows else UNKNOWN for word in words]
        rows = [row for key in (*known, *pairs(known)) if (row := self._rows.get(key)) is not None]
        for word, name in zip(words, known, strict=True):
            if name is UNKNOWN:
                rows += self._letters(word)
        total = [0] * width
        for row in rows:
            total = list(map(add, total, self._weights[row * width : (row + 1) * width]))
        length = math.sqrt(sum(self._squares[row] for row in rows))
        factor = SCALE * self._step / length if length else 0.0
        logits = list(map(add, map(mul, total, [factor] * width), self._bias))
        highest = max(logits)
        powers = [math.exp(logit - highest) for logit in logits]
        whole = sum(powers)
        return sorted(zip(self.intents, (power / whole for power in powers), strict=True), key=lambda pair: -pair[1])

    def _letters(self, word: str) -> Iterator[int]:
        if self._grams is None:
            self._grams = loads(self._packed_grams)  # noqa: S302  our own cache, checked against its digest
        for gram in grams(word):
            row = self._grams.get(gram)
            if row is not None:
                yield row
