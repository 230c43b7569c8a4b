"""What is measured: anything that is fitted on phrases and then names an intent for a message."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

Guess = tuple[str | None, float]
"""Intent and how sure it is, in any unit that grows with sureness; None where the system itself refuses."""


class System(Protocol):
    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None: ...

    def predict(self, text: str) -> Guess: ...


@runtime_checkable
class Batched(Protocol):
    """A system that is quicker with many messages at once; used for accuracy, never for latency."""

    def predict_many(self, texts: Sequence[str]) -> list[Guess]: ...


@runtime_checkable
class Kept(Protocol):
    """A system that can be fitted once and loaded from a folder afterwards."""

    def save(self, folder: Path) -> None: ...

    def load(self, folder: Path) -> None: ...


def guesses(system: System, texts: Sequence[str]) -> list[Guess]:
    return system.predict_many(texts) if isinstance(system, Batched) else [system.predict(text) for text in texts]
