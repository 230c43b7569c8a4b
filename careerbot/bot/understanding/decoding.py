"""The words that were meant by those that were typed.

Each word that nobody knows may be one of several known ones, or a new one. How fingers slip and how often a word is
said weigh these against each other, and so do the words beside it: "fo" is "for" in "skills fo sre". Known words are
never touched, not even where another would be likelier.
"""

import marshal
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from careerbot.bot.understanding.slips import slips
from careerbot.bot.understanding.spelling import Speller

START, END = "^", "$"
NAME = "{}"
"""Stands for any name: phrases have slots in their places."""
COMPARED = 16
"""Known words whose slips are counted, the nearest."""
MOST = 8
"""Known words that one typed word is taken for at once."""
REMEMBERED = 20_000
"""Words whose choices are remembered."""

# Weights, in powers of e. They were chosen on half of the real messages and on the tests' own, mistyped in another way
# than those that figures are given for.
SLIP = 5.0
"""How much less likely a word is with each slip."""
OFTEN = 0.8
"""How much likelier it is when phrases often have it."""
FIRST_LETTER = 1.0
"""How much less likely it is to miss the first letter."""
BESIDE = 0.3
"""How much likelier two words are that phrases often have beside each other."""
NEW_WORD = {2: 1.4, 3: 1.7, 4: 1.9, 5: 2.6, 6: 2.6}
"""Slips that a word of so many letters may have before it is rather a new one."""
NEW_LONG_WORD = 3.0
MOVED = 7
"""How much less likely it is that a letter changed places with a space."""
ALONE = frozenset("aiu")
"""Letters that are words."""

_Path = tuple[float, tuple[str, ...]]


class Choice(NamedTuple):
    word: str
    score: float


class Spoken:
    """How often phrases have a word, and two beside each other. Read when first needed: most messages have no typos."""

    def __init__(self, packed: bytes) -> None:
        """`packed` as `collect` made it."""
        self._packed = packed

    def often(self, word: str) -> float:
        """Grows with the number of times; a name that is in no phrase counts as said once."""
        return math.log1p(self._counts[0].get(word, 1))

    def rarity(self, word: str) -> float:
        """From 0, for the word that phrases have most often; the higher, the more a word tells."""
        return self._most - math.log1p(self._counts[0].get(word, 0))

    @cached_property
    def _most(self) -> float:
        return math.log1p(max(self._counts[0].values(), default=0))

    def beside(self, one: str, other: str) -> float:
        words, pairs = self._counts
        ones = (one,) if one in words else (one, NAME)
        others = (other,) if other in words else (other, NAME)
        return math.log1p(max(pairs.get(f"{left} {right}", 0) for left in ones for right in others))

    @cached_property
    def _counts(self) -> tuple[dict[str, int], dict[str, int]]:
        counts: tuple[dict[str, int], dict[str, int]] = marshal.loads(self._packed)  # noqa: S302  our own cache
        return counts


class Decoder:
    def __init__(self, speller: Speller, spoken: Spoken) -> None:
        self.knows = speller.knows
        self.may_be_a_slip = speller.may_be_a_slip
        self._speller = speller
        self._spoken = spoken
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._choices)

    def read(self, words: Sequence[str]) -> list[str]:
        """A word for each: itself where it is known, or rather a new one."""
        words = self._spaced(words)
        if all(map(self._stands, words)):
            return list(words)
        paths: dict[str, _Path] = {START: (0.0, ())}
        for word in words:
            choices = (Choice(word, 0.0),) if self._stands(word) else self._remembered(word)
            paths = {choice.word: self._extended(paths, choice) for choice in choices}
        _, best = self._extended(paths, Choice(END, 0.0))
        return list(best[:-1])

    def _spaced(self, words: Sequence[str]) -> list[str]:
        """With letters put back that changed places with the space beside them: "o nmy" is "on my".

        Both words are known then, or one of two that both were not.
        """
        spaced = list(words)
        for place in range(len(words) - 1):
            one, other = spaced[place : place + 2]  # the first may have lost or won a letter to the word before it
            unknown = self._is_strange(one) + self._is_strange(other)
            if not unknown or not (one + other).isalpha():
                continue
            moved = [pair for pair in ((one + other[0], other[1:]), (one[:-1], one[-1] + other)) if all(pair)]
            better = [pair for pair in moved if sum(map(self._is_strange, pair)) < unknown]
            best = max(better, key=self._worth, default=None)
            if best and self._worth(best) - MOVED > self._worth((one, other)):
                spaced[place : place + 2] = best
        return spaced

    def _is_strange(self, word: str) -> bool:
        return not self._stands(word) or (len(word) == 1 and word not in ALONE)

    def _worth(self, words: tuple[str, str]) -> float:
        """How likely it is that these were meant, as they stand or with slips in them."""
        return sum(map(self._likelihood, words))

    def _likelihood(self, word: str) -> float:
        if not self._stands(word):
            return max(choice.score for choice in self._remembered(word))
        return -SLIP if self._is_strange(word) else OFTEN * self._spoken.often(word)

    def _extended(self, paths: dict[str, _Path], choice: Choice) -> _Path:
        """The likeliest way to come to this word."""
        score, path = max(
            (so_far + BESIDE * self._spoken.beside(last, choice.word), path) for last, (so_far, path) in paths.items()
        )
        return score + choice.score, (*path, choice.word)

    def _stands(self, word: str) -> bool:
        return len(word) < 2 or not word.isalpha() or self.knows(word)

    def _choices(self, word: str) -> tuple[Choice, ...]:
        near = sorted(self._speller.near(word), key=lambda pair: (pair[1], -self._spoken.often(pair[0]), pair[0]))
        meant = [Choice(other, self._score(word, other)) for other, _ in near[:COMPARED]]
        meant.sort(key=lambda choice: (-choice.score, choice.word))
        return (Choice(word, -SLIP * NEW_WORD.get(len(word), NEW_LONG_WORD)), *meant[:MOST])

    def _score(self, word: str, other: str) -> float:
        return OFTEN * self._spoken.often(other) - SLIP * slips(word, other) - FIRST_LETTER * (word[0] != other[0])


def collect(ways: Iterable[Sequence[str]]) -> bytes:
    """Data for Spoken from ways of asking."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for way in ways:
        spoken = [NAME if word.startswith("{") else word for word in way]
        words.update(spoken)
        pairs.update(f"{one} {other}" for one, other in pairwise((START, *spoken, END)))
    return marshal.dumps((dict(words), dict(pairs)))
