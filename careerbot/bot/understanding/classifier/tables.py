"""What words and pairs of words say for each intent, summed up fast.

Everything about a known word (the word, its root, its letters) is one row, so that a message costs some three rows a
word whatever the number of phrases.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from careerbot.bot.understanding.classifier.guesses import Guesser
from careerbot.bot.understanding.fitting import Floats, Learned, whole
from careerbot.bot.understanding.nearby import collect
from careerbot.bot.understanding.router import SCALE, inside, letters, pairs
from careerbot.bot.understanding.stemming import stem

TYPED = 0.3
"""Share of a guessed word's letters that are taken as they were typed: a new word is not wholly another."""
SURE = 0.4
"""Share from which a guess stands for the word in pairs."""
REMEMBERED = 20_000
"""Unknown words whose meaning is remembered."""


class Sums(NamedTuple):
    logits: Floats
    likeness: Floats
    """Cosine with the mean phrase of each intent."""
    strange: float
    """Share of the words that nobody told us, 0 to 1."""


class _Word(NamedTuple):
    """What a word that no phrase has says."""

    line: Floats
    square: float
    strange: float
    stands_for: str


class Tables:
    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` as `tables` made it."""
        self.intents: tuple[str, ...] = data["intents"]
        width = len(self.intents)
        self._sizes: tuple[int, int] = data["sizes"]
        self._rows: dict[str, int] = data["rows"]
        self._lines = np.frombuffer(data["lines"], np.int16).reshape(-1, 2 * width)
        self._step = np.repeat(np.array([SCALE * data["step"][0], data["step"][1]], np.float32), width)
        self._squares = np.frombuffer(data["squares"], np.float32)
        self._pairs: dict[str, int] = data["pairs"]
        self._pair_lines = np.frombuffer(data["pair_lines"], np.int16).reshape(-1, width)
        self._pair_squares = np.frombuffer(data["pair_squares"], np.float32)
        self._pair_step = np.float32(SCALE * data["pair_step"])
        self._bias = np.frombuffer(data["bias"], np.float32)
        self._parts: dict[str, int] = data["parts"]
        """Root or letters -> row."""
        self._guesser = Guesser(dict(zip(data["rows"], data["counts"], strict=True)), data["near"])
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._unknown)

    def sums(self, words: Sequence[str]) -> Sums:
        rows: list[int] = []
        strange = 0.0
        spoken: list[str] = []
        unknown: list[_Word] = []
        for word in words:
            row = self._rows.get(word)
            if row is None:
                meant = self._remembered(word)
                unknown.append(meant)
                strange += meant.strange
                spoken.append(meant.stands_for)
            else:
                rows.append(row)
                spoken.append(word)
        total = np.add.reduce(self._lines[rows], 0, np.int32) * self._step
        square = float(np.add.reduce(self._squares[rows]))
        for meant in unknown:
            total += meant.line
            square += meant.square
        width = len(self.intents)
        likeness = total[width:] / (square**0.5 or 1.0)
        logits = total[:width]
        numbers = [number for pair in pairs(spoken) if (number := self._pairs.get(pair)) is not None]
        if numbers:
            logits = logits + np.add.reduce(self._pair_lines[numbers], 0, np.int32) * self._pair_step
            square += float(np.add.reduce(self._pair_squares[numbers]))
        return Sums(logits / np.float32(square**0.5 or 1.0) + self._bias, likeness, strange / (len(words) or 1))

    def _unknown(self, word: str) -> _Word:
        """The words that it may mean, each with its share, and its letters as they were typed."""
        guesses = self._guesser.guess(word)
        shares: dict[int, float] = {}
        meant = 0.0
        for other, share in guesses:
            meant += share
            shares[self._rows[other]] = share
        for other, share in guesses:
            for row in self._lettered(other):
                shares[row] = shares.get(row, 0.0) - share * TYPED
        new = 1 - meant
        for row in self._lettered(word):
            shares[row] = shares.get(row, 0.0) + new + meant * TYPED
        root = self._parts.get(f"= {stem(word)}")
        if root is not None:
            shares[root] = shares.get(root, 0.0) + new
        rows = list(shares)
        weights = np.array(list(shares.values()), np.float32)
        line = weights @ self._lines[rows] * self._step if rows else np.zeros(len(self._step), np.float32)
        square = max(0.0, float(weights @ self._squares[rows])) if rows else 0.0
        stands_for = guesses[0][0] if guesses and guesses[0][1] > SURE else word
        return _Word(line.astype(np.float32), square, new, stands_for)

    def _lettered(self, word: str) -> list[int]:
        """Rows of its letters."""
        found = map(self._parts.get, letters(word, self._sizes))
        return [row for row in found if row is not None]


def tables(learned: Learned, sizes: tuple[int, int], counts: Mapping[str, int]) -> dict[str, Any]:
    """Data for Tables: plain, so that it is kept and read back in milliseconds."""
    index, rarity = learned.index, learned.rarity
    words = [name for name in learned.names if name in counts]
    parts = [name for name in learned.names if name[0] in "#=" and name not in counts]
    paired = [name for name in learned.names if " " in name and name[0] not in "#="]
    weights, centers = (table * rarity[:, None] for table in (learned.weights, learned.centers))
    lines: list[list[Floats]] = [[], []]
    squares: list[float] = []
    for name in (*words, *parts):
        made_of = [index[name]]
        if name in counts:
            made_of += [index[part] for part in inside(name, sizes) if part in index]
        for made, table in zip(lines, (weights, centers), strict=True):
            made.append(table[made_of].sum(0))
        squares.append(float((rarity[made_of] ** 2).sum()))
    (said, step), (like, like_step) = (whole(np.asarray(made, np.float32)) for made in lines)
    numbers = [index[name] for name in paired]
    pair_lines, pair_step = whole(weights[numbers]) if numbers else (np.zeros((0, len(learned.intents)), np.int16), 1.0)
    return {
        "intents": tuple(learned.intents),
        "sizes": sizes,
        "rows": {name: row for row, name in enumerate(words)},
        "counts": tuple(counts[name] for name in words),
        "near": collect(words),
        "parts": {name: len(words) + row for row, name in enumerate(parts)},
        "lines": _bytes(np.concatenate([said, like], 1)),
        "step": (step, like_step),
        "squares": _bytes(np.asarray(squares, np.float32)),
        "pairs": {name: row for row, name in enumerate(paired)},
        "pair_lines": _bytes(pair_lines),
        "pair_squares": _bytes((rarity[numbers] ** 2).astype(np.float32)),
        "pair_step": pair_step,
        "bias": _bytes(learned.bias.astype(np.float32)),
    }


def _bytes(table: NDArray[Any]) -> bytes:
    return np.ascontiguousarray(table).tobytes()
