"""Which words are known, and which known ones are near a word that is not.

Known is what the vocabulary or the phrases contain, and every common English word.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from careerbot.bot.understanding import nearby
from careerbot.bot.understanding.edits import edits
from careerbot.bot.understanding.nearby import Nearby
from careerbot.bot.understanding.word_list import WordList

SHORTEST = 2
"""Letters of the words that others are taken for."""
EDITS = ((6, 3), (3, 2), (0, 1))
"""Letters from which a word may have so many edits."""
LONG, SLIPS = 4, 2
"""Letters from which, and edits up to which, a word that nobody knows may be a slip rather than something foreign."""


class Speller:
    def __init__(self, vocabulary: Iterable[str], common: str, near: Mapping[str, Any] | None = None) -> None:
        """`vocabulary`: words that corrections lead to. `common`: right as they stand, a word a line, in order.

        `near`: what `collect` made of the vocabulary; without it that is done at the first correction.
        """
        self._vocabulary = frozenset(vocabulary)
        self._common = WordList(common)
        self._near = near

    def knows(self, word: str) -> bool:
        return word in self._vocabulary or word in self._common

    def may_be_a_slip(self, word: str) -> bool:
        """Whether nobody knows this word, but there are known ones near it. Near a short one, there always are."""
        return len(word) >= LONG and not self.knows(word) and any(far <= SLIPS for _, far in self.near(word))

    def near(self, word: str) -> list[tuple[str, int]]:
        """Words of the vocabulary that this one may be a slip of, and their distances in edits."""
        furthest = nearby.allowed(word, EDITS)
        found = self._nearby.find(word, furthest)
        return [pair for pair in zip(found, edits(word, found, furthest), strict=True) if pair[1] <= furthest]

    @cached_property
    def _nearby(self) -> Nearby:
        return Nearby(collect(self._vocabulary) if self._near is None else self._near)


def collect(vocabulary: Iterable[str]) -> dict[str, Any]:
    """The words that corrections lead to, laid out so that the near ones are found without comparing all."""
    return nearby.collect(word for word in vocabulary if len(word) >= SHORTEST and word.isalpha())
