"""Which question type would win a phrase if it were not listed: what the phrase itself taught the router is taken away.

To leave out each of thousands of phrases in turn and fit the router anew would take hours. Instead one fit is watched:
every step of the training adds to the weights a sum of what its examples teach, so what an example taught about itself
is known exactly. A phrase is then judged by the weights without half of that. Why half: without the phrase, the others
would have taught more of what it taught first. The share was chosen on 84 ways of asking that were left out for good,
one fit for each phrase; `python -m benchmarks.left_out` compares on others.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from careerbot.bot.compiling import Taught
from careerbot.bot.understanding.fitting import Floats, Learned, Lesson, rarest
from careerbot.bot.understanding.router import SCALE, UNKNOWN, features, inside

TAKEN = np.float32(0.5)
"""Share of what a phrase taught about itself that is taken away."""
JUDGED = 3
"""Ways of asking of a phrase that are judged, spread over all it stands for."""


class Judged(NamedTuple):
    """A way of asking without the phrase that brings it, and with it."""

    phrase: int
    words: tuple[str, ...]
    """As the router sees them."""
    own: float
    """Probability of its own question type, left out."""
    winner: str
    """The likeliest question type, left out."""
    highest: float
    """Its probability."""
    listed: str
    """The likeliest question type as it is, with the phrase."""
    held: float
    """Probability of its own question type as it is."""


class LeftOut:
    """Watches a fit (it is a Study). Then `judged` says how each phrase fares without itself."""

    def __init__(self) -> None:
        self._taught: Floats = np.zeros((0, 0), np.float32)

    def onlooker(self, taught: Taught) -> "LeftOut":
        self._intents = [intent for intent, _ in taught.phrases]
        self._asked = [_some([way for way in ways if way]) for ways in taught.ways]
        self._owners = {example: by[0] for example, by in enumerate(taught.brought_by) if len(by) == 1}
        """Of each example that only one phrase brings, that phrase."""
        return self

    def learned(self, learned: Learned) -> None:
        self._learned = learned

    def begin(self, lesson: Lesson) -> None:
        members: dict[int, list[int]] = {}
        for row, original in enumerate(lesson.originals):
            if original in self._owners:
                members.setdefault(self._owners[original], []).append(row)
        frequency = Counter(feature for document in lesson.documents for feature in document)
        self._vectors: list[tuple[NDArray[np.int64], Floats]] = []
        """Of each way of asking its features, as they are without its phrase."""
        self._listed: list[tuple[NDArray[np.int64], Floats]] = []
        """The same with it."""
        self._pairs: list[list[tuple[int, NDArray[np.int64], Floats]]] = [[] for _ in lesson.rows]
        """Of each row: which way of asking it speaks for, by which features, and how much of both."""
        for phrase, ways in enumerate(self._asked):
            rows = members.get(phrase, [])
            without = Counter(feature for row in rows for feature in lesson.documents[row])
            for way in ways:
                number = len(self._vectors)
                vector = _vector(way, lesson, frequency, without)
                self._vectors.append(vector)
                self._listed.append(_vector(way, lesson, frequency, Counter()))
                if not len(vector[0]):
                    continue
                for row in rows:
                    ids, values = lesson.rows[row]
                    shared, mine, theirs = np.intersect1d(vector[0], ids, assume_unique=True, return_indices=True)
                    self._pairs[row].append((number, shared, (vector[1][mine] * values[theirs]).astype(np.float32)))
        self._batches: dict[int, tuple[NDArray[np.int64], ...]] = {}

    def step(self, documents: NDArray[np.int64], lessons: Floats, curvature: Floats) -> None:
        if not len(self._taught):
            self._taught = np.zeros((len(self._vectors), lessons.shape[1]), np.float32)
        key = int(documents[0])
        if key not in self._batches:
            self._batches[key] = self._batch(documents)
        ways, lines, pair, ids, products = self._batches[key]
        if not len(ways):
            return
        together = np.bincount(pair, products / np.sqrt(curvature[ids]), len(ways)).astype(np.float32)
        np.add.at(self._taught, ways, (SCALE * together)[:, None] * lessons[lines])

    def _batch(self, documents: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
        found = [(line, *each) for line, row in enumerate(documents) for each in self._pairs[row]]
        if not found:
            return (np.zeros(0, np.int64),) * 5
        sizes = [len(ids) for _, _, ids, _ in found]
        return (
            np.array([number for _, number, _, _ in found]),
            np.array([line for line, _, _, _ in found]),
            np.repeat(np.arange(len(found)), sizes),
            np.concatenate([ids for _, _, ids, _ in found]),
            np.concatenate([products for _, _, _, products in found]),
        )

    def judged(self) -> list[Judged]:
        """Every way of asking that was looked at."""
        learned, found = self._learned, []
        asked = [(phrase, way) for phrase, ways in enumerate(self._asked) for way in ways]
        for number, (phrase, way) in enumerate(asked):
            shares = _shares(self._logits(self._vectors[number]) - TAKEN * self._taught[number])
            as_listed = _shares(self._logits(self._listed[number]))
            best, mine = int(shares.argmax()), learned.intents.index(self._intents[phrase])
            listed = learned.intents[int(as_listed.argmax())]
            own, held = float(shares[mine]), float(as_listed[mine])
            found.append(Judged(phrase, way, own, learned.intents[best], float(shares[best]), listed, held))
        return found

    def _logits(self, vector: tuple[NDArray[np.int64], Floats]) -> Floats:
        ids, values = vector
        found: Floats = SCALE * (values @ self._learned.weights[ids]) + self._learned.bias
        return found


def _shares(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max())
    shares: Floats = powers / powers.sum()
    return shares


def _some(ways: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return list(ways if len(ways) <= JUDGED else [ways[number * len(ways) // JUDGED] for number in range(JUDGED)])


def _vector(
    way: Sequence[str], lesson: Lesson, frequency: Counter[str], without: Counter[str]
) -> tuple[NDArray[np.int64], Floats]:
    """The way of asking as the router would see it if the phrase were not listed: its own words are unknown then."""

    def stays(feature: str) -> bool:
        return feature in lesson.index and frequency[feature] - without[feature] >= rarest(feature, lesson.recipe)

    known = [word if stays(word) else UNKNOWN for word in way]
    named = list(features(list(known)))
    for word, name in zip(way, known, strict=True):
        if name is UNKNOWN and word is not UNKNOWN:
            named += inside(word)
    counts = Counter(feature for feature in named if stays(feature))
    ids = np.array([lesson.index[feature] for feature in counts], np.int64)
    numbers = np.array(list(counts.values()), np.float32)
    length = float(np.sqrt((numbers * lesson.rarity[ids] ** 2).sum())) or 1.0
    return ids, (numbers * lesson.rarity[ids] / length).astype(np.float32)
