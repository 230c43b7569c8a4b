"""Unknown words are corrected towards known vocabulary; known words are never touched.

Known is what the vocabulary or the phrases contain, and every common English word. Words of three letters or
fewer are left alone, so that "r u" never becomes a skill.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from careerbot.bot.understanding import nearby
from careerbot.bot.understanding.edits import edits
from careerbot.bot.understanding.nearby import Nearby
from careerbot.bot.understanding.word_list import WordList

SHORTEST = 4
"""Letters. Below this a word is left as it is typed."""
REMEMBERED = 20_000
"""Words whose correction is remembered."""
LONG = 6
"""Letters from which a word may have two edits."""


class Speller:
    def __init__(
        self,
        vocabulary: Iterable[str],
        common: str,
        likely: frozenset[str] = frozenset(),
        near: Mapping[str, Any] | None = None,
    ) -> None:
        """`vocabulary`: words that corrections lead to, the `likely` ones sooner. `common`: right as they stand,
        a word a line, in order.

        `near`: what `collect` made of the vocabulary; without it that is done at the first correction.
        """
        self._likely = likely
        self._vocabulary = frozenset(vocabulary)
        self._common = WordList(common)
        self._near = near
        self._memo: dict[str, str] = {}

    def knows(self, word: str) -> bool:
        return word in self._vocabulary or word in self._common

    def correct(self, word: str) -> str:
        """The known word that is meant, or the word itself."""
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) > REMEMBERED:
                self._memo.clear()
            known = self._memo[word] = self._correct(word)
        return known

    def _correct(self, word: str) -> str:
        if not word.isalpha() or self.knows(word):
            return word
        if len(word) > 2 and word[-1] == word[-2] and word[:-1] in self._vocabulary:  # "hii", "byee"
            return word[:-1]
        if len(word) < SHORTEST:
            return word
        return next((candidate for candidate, _ in self.candidates(word)), word)

    def candidates(self, word: str) -> list[tuple[str, float]]:
        """Words of the vocabulary that may be meant, each with its cost in edits, the likeliest first.

        Same letters in another order, the same ends: likelier than a changed letter.
        """
        long = len(word) >= LONG
        furthest = 2 if long else 1
        found: list[tuple[str, float]] = []
        near = self._nearby.find(word, furthest)
        for candidate, distance in zip(near, edits(word, near, furthest), strict=True):
            if distance > furthest:
                continue
            if not long and candidate[0] != word[0] and sorted(candidate[:2]) != sorted(word[:2]):
                continue
            cost = distance - 0.2 * (candidate[0] == word[0]) - 0.1 * (candidate[-1] == word[-1])
            cost -= 0.2 * (sorted(candidate) == sorted(word))
            cost -= 0.3 * (candidate in self._likely)
            found.append((candidate, cost))
        return sorted(found, key=lambda pair: pair[1])

    @cached_property
    def _nearby(self) -> Nearby:
        return Nearby(collect(self._vocabulary) if self._near is None else self._near)


def collect(vocabulary: Iterable[str]) -> dict[str, Any]:
    """The words that corrections lead to, laid out so that the near ones are found without comparing all."""
    return nearby.collect(word for word in vocabulary if len(word) >= SHORTEST and word.isalpha())
