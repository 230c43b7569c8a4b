"""The fuzzy intent router: words of a message -> question types with probabilities.

A linear model over words, their roots, pairs of roots and letter n-grams, fitted from the phrases (`fitting.py`).
Everything about a known word (the word, its root, its letters) is summed into one row beforehand, so that a message
costs some three short rows a word, whatever the number of phrases. Answering needs no numpy.
"""

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from marshal import loads
from operator import add, mul
from typing import Any

from careerbot.bot.understanding.stemming import stem

UNKNOWN = "<unk>"
START, END = "^", "$"
GRAM = 3
"""Letters of an n-gram of the router; the classifier takes several sizes."""
REMEMBERED = 4_096
"""Messages whose ranking is remembered: with slots for names, many people say the same."""
Ranking = tuple[tuple[str, float], ...]
SCALE = 8.0
"""Steepness of the logits; fitting and answering share it."""


def features(words: list[str], sizes: tuple[int, int] = (GRAM, GRAM)) -> Iterator[str]:
    """Names of the features of a message, once for each occurrence."""
    yield from words
    yield from pairs(words)
    for word in words:
        yield from inside(word, sizes)


def pairs(words: list[str]) -> Iterator[str]:
    """Neighbors, and words with one between them, without their endings."""
    roots = [START, *map(root, words), END]
    for one, other in pairwise(roots):
        yield f"{one} {other}"
    for one, other in zip(roots, roots[2:]):  # noqa: B905
        yield f"{one} _ {other}"


def inside(word: str, sizes: tuple[int, int] = (GRAM, GRAM)) -> Iterator[str]:
    """What a word is made of: its root, and its letters some at a time. Slots are made of nothing."""
    if word[0] in "{<":
        return
    yield f"= {stem(word)}"
    yield from letters(word, sizes)


def letters(word: str, sizes: tuple[int, int]) -> list[str]:
    """Its letters some at a time, its beginning and its end marked."""
    padded = f"<{word}>"
    return [
        "#" + padded[start : start + size]
        for size in range(sizes[0], sizes[1] + 1)
        for start in range(len(padded) - size + 1)
    ]


def root(word: str) -> str:
    return word if word[0] in "{<" else stem(word)


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
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._rank)

    def knows(self, word: str) -> bool:
        return word in self._rows

    def words(self) -> frozenset[str]:
        return frozenset(key for key in self._rows if " " not in key and key[0] not in "{<")

    def rank(self, words: Iterable[str]) -> Ranking:
        """Every intent with its probability, best first. `words` are folded, corrected and delexicalised."""
        return self._remembered(tuple(words))

    def _rank(self, words: tuple[str, ...]) -> Ranking:
        width = len(self.intents)
        known = [word if word in self._rows else UNKNOWN for word in words]
        rows = [row for key in (*known, *pairs(known)) if (row := self._rows.get(key)) is not None]
        for word, name in zip(words, known, strict=True):
            if name is UNKNOWN:
                rows += self._letters(word)
        total = [0] * width
        if rows:
            total = list(map(sum, zip(*(self._weights[row * width : (row + 1) * width] for row in rows), strict=True)))
        length = math.sqrt(sum(self._squares[row] for row in rows))
        factor = SCALE * self._step / length if length else 0.0
        logits = list(map(add, map(mul, total, [factor] * width), self._bias))
        highest = max(logits)
        powers = [math.exp(logit - highest) for logit in logits]
        whole = sum(powers)
        found = zip(self.intents, (power / whole for power in powers), strict=True)
        return tuple(sorted(found, key=lambda pair: -pair[1]))

    def _letters(self, word: str) -> Iterator[int]:
        if self._grams is None:
            self._grams = loads(self._packed_grams)  # noqa: S302  our own cache, checked against its digest
        for part in inside(word):
            row = self._grams.get(part)
            if row is not None:
                yield row
