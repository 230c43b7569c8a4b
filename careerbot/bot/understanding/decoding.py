"""The words that were meant by those that were typed.

Each word that nobody knows may be one of several known ones, or a new one. How fingers slip and how often a word is
said weigh these against each other, and so do the words beside it: "fo" is "for" in "skills fo sre". Known words are
never touched, not even where another would be likelier.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from careerbot.bot.understanding.slips import slips
from careerbot.bot.understanding.spelling import Speller
from careerbot.bot.understanding.spoken import END, START, Spoken

COMPARED = 16
"""Known words whose slips are counted, the nearest."""
MOST = 8
"""Known words that one typed word is taken for at once."""
REMEMBERED = 20_000
"""Words whose choices are remembered."""

# Weights, in powers of e. They were chosen on half of the real messages and on the tests' own, mistyped in another way
# than those that figures are given for.
SLIP = 7.0
"""How much less likely a word is with each slip."""
SAID = 0.5
"""How much it counts that a word is often said, and said after the one before it."""
FIRST_LETTER = 0.5
"""How much less likely it is to miss the first letter."""
NEW_WORD, NEW_LONG_WORD = 2.5, 3.5
"""Slips, or as much that is seldom said, that a word may have before it is rather a new one."""
LONG = 6
"""Letters of a long word."""
MOVED = 5.0
"""How much less likely it is that a letter changed places with a space."""
ALONE = frozenset("aiu")
"""Letters that are words."""

_Path = tuple[float, tuple[str, ...]]


class Choice(NamedTuple):
    word: str
    score: float
    """How likely it is to be typed like that; of a new word, with how likely a new word is."""
    is_new: bool = False


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

    def meant_here(self, words: Sequence[str], place: int) -> list[str]:
        """Known words a slip away from one that stands, which would be likelier in its place."""
        word = words[place]
        left, right = (START, *words)[place], (*words, END)[place + 1]

        def fits(other: str) -> float:
            return SAID * (self._spoken.after(left, other) + self._spoken.after(other, right))

        near = (other for other, edits in self._speller.near(word) if edits == 1)
        return [other for other in near if fits(other) + self._slipped(word, other) > fits(word)]

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
        if self._stands(word):
            return -SLIP if self._is_strange(word) else self._said(word)
        new, *meant = self._remembered(word)
        return max([new.score, *(choice.score + self._said(choice.word) for choice in meant)])

    def _said(self, word: str) -> float:
        return SAID * self._spoken.likelihood(word)

    def _extended(self, paths: dict[str, _Path], choice: Choice) -> _Path:
        """The likeliest way to come to this word."""
        if choice.is_new:
            score, path = max(paths.values())
        else:
            after = self._spoken.after
            score, path = max(
                (so_far + SAID * after(last, choice.word), path) for last, (so_far, path) in paths.items()
            )
        return score + choice.score, (*path, choice.word)

    def _stands(self, word: str) -> bool:
        return len(word) < 2 or not _letters(word).isalpha() or self.knows(word)

    def _choices(self, word: str) -> tuple[Choice, ...]:
        """The word itself, if it is a new one, and known words that it may be."""
        letters = _letters(word)
        near = sorted(self._speller.near(letters), key=lambda pair: (pair[1], -self._said(pair[0]), pair[0]))
        meant = [Choice(other, self._slipped(letters, other)) for other, _ in near[:COMPARED]]
        meant.sort(key=lambda choice: (-choice.score - self._said(choice.word), choice.word))
        new = NEW_LONG_WORD if len(word) >= LONG else NEW_WORD
        return (Choice(word, -SLIP * new, is_new=True), *meant[:MOST])

    def _slipped(self, word: str, other: str) -> float:
        return -SLIP * slips(word, other) - FIRST_LETTER * (word[0] != other[0])


def _letters(word: str) -> str:
    """Without what stands in "don't": who mistypes a word does not miss that."""
    return word.replace("'", "")
