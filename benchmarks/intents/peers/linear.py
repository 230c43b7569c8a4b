"""scikit-learn: TF-IDF of words and letters, and a linear model."""

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from ..system import Guess

FILE = "pipeline.pickle"
WORD = r"(?u)\b\w+\b"
"""The default leaves words of one letter out."""


class _Linear:
    def _model(self) -> Any:
        raise NotImplementedError

    def _scores(self, texts: Sequence[str]) -> Any:
        raise NotImplementedError

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=WORD)
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
        self._pipeline = make_pipeline(make_union(words, letters), self._model())
        self._pipeline.fit(texts, intents)

    def predict(self, text: str) -> Guess:
        return self.predict_many([text])[0]

    def predict_many(self, texts: Sequence[str]) -> list[Guess]:
        scores = self._scores(texts)
        names = self._pipeline.classes_
        return [(str(names[best]), float(row[best])) for row, best in zip(scores, scores.argmax(1), strict=True)]

    def save(self, folder: Path) -> None:
        (folder / FILE).write_bytes(pickle.dumps(self._pipeline))

    def load(self, folder: Path) -> None:
        self._pipeline = pickle.loads((folder / FILE).read_bytes())  # noqa: S301  written a moment ago, by this program


class Logistic(_Linear):
    def _model(self) -> Any:
        return LogisticRegression(C=20, max_iter=200, tol=1e-3)

    def _scores(self, texts: Sequence[str]) -> Any:
        return self._pipeline.predict_proba(texts)


class VectorMachine(_Linear):
    def _model(self) -> Any:
        return LinearSVC(C=1.0)

    def _scores(self, texts: Sequence[str]) -> Any:
        return self._pipeline.decision_function(texts)
