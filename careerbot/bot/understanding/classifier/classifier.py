"""Learns from phrases, names the intent of a message and says how sure it is."""

import marshal
import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self
from zlib import crc32

import numpy as np

from careerbot.bot.understanding.classifier.learning import learned
from careerbot.bot.understanding.classifier.tables import Sums, Tables
from careerbot.bot.understanding.classifier.trust import Signals, Trust, fitted
from careerbot.bot.understanding.classifier.words import words
from careerbot.bot.understanding.fitting import Example

ROUNDS = 3
"""Times that some intents are left out, to learn what to trust."""
LEFT_OUT = 5
"""One of so many intents is left out in a round, and one of so many phrases of the others."""
MOST_TRIED = 3_000
"""Phrases from which trust is learned: it has a handful of numbers."""


class Prediction(NamedTuple):
    intent: str
    confidence: float
    """Probability that the message is in scope and the intent right, 0 to 1."""


class Classifier:
    def __init__(self, data: dict[str, Any]) -> None:
        """`data` as `fit` made it."""
        self._data = data
        self._tables = Tables(data["tables"])
        self._trust = Trust(*data["trust"])

    @classmethod
    def fit(cls, phrases: Sequence[str], intents: Sequence[str]) -> Self:
        """The same phrases give the same classifier. ValueError unless there are two intents and a phrase for each."""
        if len(phrases) != len(intents) or len(set(intents)) < 2:
            raise ValueError(f"{len(phrases)} phrases with {len(set(intents))} intents: name two intents or more")
        examples: list[Example] = [
            (words(phrase), intent, 1.0) for phrase, intent in zip(phrases, intents, strict=True)
        ]
        return cls({"tables": learned(examples), "trust": tuple(_trust(examples))})

    def predict(self, text: str) -> Prediction:
        return self._decided(self._tables.sums(words(text)))

    def save(self, path: Path) -> None:
        packed = marshal.dumps(self._data)
        path.write_bytes(crc32(packed).to_bytes(4, "big") + packed)

    @classmethod
    def load(cls, path: Path) -> Self:
        """ValueError when the file is damaged."""
        content = memoryview(path.read_bytes())
        if crc32(content[4:]).to_bytes(4, "big") != content[:4]:
            raise ValueError(f"{path} is damaged")
        return cls(marshal.loads(content[4:]))  # noqa: S302  our own file

    def _decided(self, sums: Sums) -> Prediction:
        best, signals = signals_of(sums)
        return Prediction(self._tables.intents[best], self._trust.of(signals))


def signals_of(sums: Sums) -> tuple[int, Signals]:
    """The place of the best intent, and what speaks for it."""
    logits = sums.logits
    best = int(logits.argmax())
    highest = float(logits[best])
    clear = -math.log(np.add.reduce(np.exp(logits - highest)))
    mean = float(np.add.reduce(logits)) / len(logits)
    return best, Signals(highest - mean, float(sums.likeness[best]), sums.strange, clear)


def _trust(examples: Sequence[Example]) -> Trust:
    signals: list[Signals] = []
    in_scope: list[bool] = []
    right: list[bool] = []
    for learned_from, tried in _rounds(examples):
        known = {intent for _, intent, _ in learned_from}
        if len(known) < 2:
            continue
        model = Tables(learned(learned_from))
        for spoken, intent, _ in tried:
            best, seen = signals_of(model.sums(spoken))
            signals.append(seen)
            in_scope.append(intent in known)
            right.append(model.intents[best] == intent)
    if not any(in_scope) or all(in_scope):
        return Trust((0.0,) * len(Signals._fields), (1.0,) * len(Signals._fields), 0.0, 0.0)
    return fitted(signals, in_scope, right)


def _rounds(examples: Sequence[Example]) -> Iterator[tuple[list[Example], list[Example]]]:
    """Phrases to learn from and phrases to try, some of them of intents that were left out."""
    for round_ in range(ROUNDS):
        chance = random.Random(round_)  # noqa: S311  to be the same each time
        intents = sorted({intent for _, intent, _ in examples})
        chance.shuffle(intents)
        out = set(intents[: max(1, len(intents) // LEFT_OUT)])
        order = list(examples)
        chance.shuffle(order)
        order = order[: MOST_TRIED * LEFT_OUT // 2]
        tried = [example for place, example in enumerate(order) if example[1] in out or place % LEFT_OUT == 0]
        learned_from = [example for place, example in enumerate(order) if example[1] not in out and place % LEFT_OUT]
        yield learned_from, tried
