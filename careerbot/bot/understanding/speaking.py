"""Which language a message is in, by words that only one of the languages has."""

import re
from collections.abc import Iterable, Mapping

from careerbot.bot.understanding.often import remembering
from careerbot.bot.understanding.text import fold

_WORD = re.compile(r"[^\W\d_]+")
Signs = Mapping[str, frozenset[str]]
"""Language -> words that tell it from the others."""
NOT_SPOKEN = ""
"""Stands for all languages that nobody here speaks."""
_READ = 1_000
"""Letters that are enough to tell."""


class Hearing:
    def __init__(self, signs: Signs) -> None:
        self._signs = signs
        self._remembered = remembering(self._told)

    def language_of(self, text: str) -> str | None:
        """The language that most words speak for; None where none does, or two do alike ("sre", "python docker")."""
        return self._remembered(text) if self._signs else None

    def _told(self, text: str) -> str | None:
        words = [fold(word) for word in _WORD.findall(text[:_READ])]
        counts = sorted(
            ((sum(word in own for word in words), language) for language, own in self._signs.items()), reverse=True
        )
        if counts[0][0] == 0 or (len(counts) > 1 and counts[0][0] == counts[1][0]):
            return None
        return counts[0][1] or None


def signs_of(words: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Signs from the everyday words of each language: those that no other has."""
    folded = {language: {fold(word) for phrase in own for word in phrase.split()} for language, own in words.items()}
    return {
        language: frozenset(own.difference(*(other for name, other in folded.items() if name != language)))
        for language, own in folded.items()
    }
