"""careerbot's own classifiers, in the shape that is measured."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, Self

from .system import Guess

FILE = "classifier"


class Prediction(Protocol):
    @property
    def intent(self) -> str: ...

    @property
    def confidence(self) -> float: ...


class Classifier(Protocol):
    """What `careerbot.bot.understanding` offers."""

    @classmethod
    def fit(cls, phrases: Sequence[str], intents: Sequence[str]) -> Self: ...

    def predict(self, text: str) -> Prediction: ...

    def save(self, path: Path) -> None: ...

    @classmethod
    def load(cls, path: Path) -> Self: ...


class Own:
    _classifier: Classifier

    def __init__(self, kind: type[Classifier]) -> None:
        self._kind = kind

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        self._classifier = self._kind.fit(texts, intents)

    def predict(self, text: str) -> Guess:
        prediction = self._classifier.predict(text)
        return prediction.intent, prediction.confidence

    def save(self, folder: Path) -> None:
        self._classifier.save(folder / FILE)

    def load(self, folder: Path) -> None:
        self._classifier = self._kind.load(folder / FILE)
