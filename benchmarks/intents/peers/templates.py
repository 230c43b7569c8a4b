"""Engines that match templates. They learn nothing: every phrase is a template of its own, so their low figures are the
price of giving them raw phrases, and no verdict on them where somebody writes templates by hand.
"""

import re
from collections.abc import Sequence
from typing import Any

from ..system import Guess

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Padacioso:
    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        from padacioso import IntentContainer

        self._container: Any = IntentContainer(fuzz=True, n_workers=1)
        for intent, phrases in _grouped(texts, intents).items():
            self._container.add_intent(intent, phrases)

    def predict(self, text: str) -> Guess:
        found = self._container.calc_intent(_plain(text)) or {}
        return found.get("name"), float(found.get("conf") or 0.0)


class Hassil:
    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        from hassil.intents import Intents

        grouped = _grouped(texts, intents)
        self._names = {f"I{number}": intent for number, intent in enumerate(grouped)}
        data = {name: {"data": [{"sentences": grouped[intent]}]} for name, intent in self._names.items()}
        self._intents: Any = Intents.from_dict({"language": "en", "intents": data})

    def predict(self, text: str) -> Guess:
        from hassil import recognize_best

        found = recognize_best(_plain(text), self._intents)
        return (self._names[found.intent.name], 1.0) if found else (None, 0.0)


def _grouped(texts: Sequence[str], intents: Sequence[str]) -> dict[str, list[str]]:
    """Phrases of each intent, each once."""
    grouped: dict[str, dict[str, None]] = {}
    for text, intent in zip(texts, intents, strict=True):
        if plain := _plain(text):
            grouped.setdefault(intent, {})[plain] = None
    return {intent: list(phrases) for intent, phrases in sorted(grouped.items())}


def _plain(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))
