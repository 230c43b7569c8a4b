"""Which language a message is in: by words that only one of the languages has, else by how its letters follow."""

import re
from collections.abc import Mapping

from careerbot.bot.understanding.letters import Letters, looks_like
from careerbot.bot.understanding.often import remembering
from careerbot.bot.understanding.text import fold

_WORD = re.compile(r"[^\W\d_]+")
Signs = Mapping[str, frozenset[str]]
"""Language -> words that tell it from the others."""
NOT_SPOKEN = ""
"""Stands for all languages that nobody here speaks."""
_READ = 1_000
"""Letters that are enough to tell."""
MARGIN = 13.0
"""How much likelier the letters must be in one language than in the next, in powers of e: three words or so."""


class Hearing:
    def __init__(self, signs: Signs, letters: Letters, names: frozenset[str]) -> None:
        """`names`: words that are said alike in all languages."""
        self._signs = signs
        self._letters = letters
        self._names = names
        self._remembered = remembering(self._told)

    def language_of(self, text: str) -> str | None:
        """The language that most words speak for, or the letters where no word does, or the words of two alike.

        None where neither tells: "sre", "python docker".
        """
        return self._remembered(text) if self._signs else None

    def _told(self, text: str) -> str | None:
        words = [fold(word) for word in _WORD.findall(text[:_READ])]
        counts = sorted(
            ((sum(word in own for word in words), language) for language, own in self._signs.items()), reverse=True
        )
        if counts[0][0] == 0 or (len(counts) > 1 and counts[0][0] == counts[1][0]):
            return looks_like((word for word in words if word not in self._names), self._letters, MARGIN)
        return counts[0][1] or None


def signs_of(words: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Signs from the everyday words of each language: those that no other has."""
    return {
        language: frozenset(own.difference(*(other for name, other in words.items() if name != language)))
        for language, own in words.items()
    }
