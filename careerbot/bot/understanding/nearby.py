"""Words near a word: both become the same when a letter or two are deleted from them.

    enginer, engineer  ->  enginer        mkae, make  ->  mke

So a misspelt word is looked up under what is left of it, and only what is found there is compared. Words that agree up
to two edits agree so in their first letters as well: a few of those are enough. And they are enough for long words with
a third edit further on.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Any

from careerbot.bot.understanding.hashed import Hashed, packed

FURTHEST = 2
"""Edits in the first letters, at most: letters left out, put in, changed, or swapped with their neighbours."""
FIRST = 6
"""Letters from the beginning of a word that are looked at."""


class Nearby:
    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` as `collect` made it."""
        self._packed: str = data["words"]
        self._left = Hashed(data["left"])

    @cached_property
    def words(self) -> list[str]:
        """Shorter words first, in alphabetical order among their like."""
        return self._packed.split("\n")

    def find(self, word: str, furthest: int) -> list[str]:
        """Every word at most `furthest` edits away, two of them in the first letters, and some that are further.

        In the order of `words`.
        """
        near: set[int] = set()
        for left in without(word[:FIRST], min(furthest, FURTHEST)):
            near.update(self._left.get(left))
        words = self.words
        return [words[number] for number in sorted(near) if abs(len(words[number]) - len(word)) <= furthest]


def collect(words: Iterable[str]) -> dict[str, Any]:
    """Data for Nearby."""
    ordered = sorted(set(words), key=lambda word: (len(word), word))
    left = ((short, number) for number, word in enumerate(ordered) for short in without(word[:FIRST], FURTHEST))
    return {"words": "\n".join(ordered), "left": packed(left)}


def allowed(word: str, edits: Sequence[tuple[int, int]]) -> int:
    """Edits that a word of its length may have. `edits`: letters from which on it may have so many, the most first."""
    return next(most for letters, most in edits if len(word) >= letters)


def without(word: str, most: int) -> set[str]:
    """What is left of a word when up to `most` of its letters are deleted."""
    return {
        "".join(kept) for size in range(max(len(word) - most, 0), len(word) + 1) for kept in combinations(word, size)
    }
