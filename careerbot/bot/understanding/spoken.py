"""How likely a word is after another, as people ask: counted in the phrases, with every name in the places for names.

A phrase says "what does {role} earn", so "data" is as likely after "does" as the roles' names begin with it, and
"scientist" after "data" as often as they go on like that.
"""

import marshal
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

START, END = "^", "$"
SHORT = 0.2
"""How often people write a short form ("im"), where its words are said once."""
EVENLY = 20.0
"""Times that a word after another is taken to have been seen beyond those counted, as often as anywhere."""
UNSEEN = 0.5
"""Times that a word in no phrase and no name counts as said."""
REMEMBERED = 50_000
"""Pairs of words that are remembered."""


class _Counts(NamedTuple):
    said: dict[str, int]
    """In phrases: word -> times."""
    words: dict[str, float]
    """In phrases with names in their places: word -> times."""
    pairs: dict[str, float]
    """Two words or slots beside each other, with a space between them -> times."""
    lefts: dict[str, float]
    """The first of two words or slots -> times."""
    begins: dict[str, dict[str, float]]
    """Word -> slot, or word that it is short for -> share of these that begin with it."""
    ends: dict[str, dict[str, float]]
    """The same of those that end with it."""


class Spoken:
    """Read when first needed: most messages have no typos."""

    def __init__(self, packed: bytes) -> None:
        """`packed` as `collect` made it."""
        self._packed = packed
        self.after = lru_cache(maxsize=REMEMBERED)(self._after)

    def rarity(self, word: str) -> float:
        """From 0, for the word that phrases have most often; the higher, the more a word tells."""
        return self._most - math.log1p(self._counts.said.get(word, 0))

    def likelihood(self, word: str) -> float:
        """Logarithm of the share of all words said that are this one."""
        return math.log(self._share(word))

    def _after(self, one: str, other: str) -> float:
        """Logarithm of the share of the words said after `one` that are `other`."""
        counts = self._counts
        lefts = [(one, 1.0), *counts.ends.get(one, {}).items()]
        rights = [(other, 1.0), *counts.begins.get(other, {}).items()]
        both = sum(
            counts.pairs.get(f"{left} {right}", 0.0) * of_left * of_right
            for left, of_left in lefts
            for right, of_right in rights
        )
        all_after = sum(counts.lefts.get(left, 0.0) * of_left for left, of_left in lefts)
        return math.log((both + EVENLY * self._share(other)) / (all_after + EVENLY))

    def _share(self, word: str) -> float:
        return (self._counts.words.get(word, 0.0) + UNSEEN) / self._total

    @cached_property
    def _most(self) -> float:
        return math.log1p(max(self._counts.said.values(), default=0))

    @cached_property
    def _total(self) -> float:
        words = self._counts.words
        return sum(words.values()) + UNSEEN * (len(words) + 1)

    @cached_property
    def _counts(self) -> _Counts:
        return _Counts(*marshal.loads(self._packed))  # noqa: S302  our own cache


def collect(
    ways: Iterable[Sequence[str]], names: Mapping[str, Iterable[Sequence[str]]], short: Mapping[str, str]
) -> bytes:
    """Data for Spoken from ways of asking.

    `names`: for each slot ("{role}"), those that may stand in its place. `short`: a form, and what it is short for.
    """
    said: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for way in ways:
        said.update(way)
        pairs.update(f"{one} {other}" for one, other in pairwise((START, *way, END)))
    words = {word: float(times) for word, times in said.items()}
    beside = {pair: float(times) for pair, times in pairs.items()}
    begins: dict[str, dict[str, float]] = {}
    ends: dict[str, dict[str, float]] = {}
    for slot, listed in names.items():
        given = list(filter(None, listed))
        for name in given:
            share = 1 / len(given)
            for word, border in ((name[0], begins), (name[-1], ends)):
                own = border.setdefault(word, {})
                own[slot] = own.get(slot, 0.0) + share
            for word in name:
                words[word] = words.get(word, 0.0) + said[slot] * share
            for one, other in pairwise(name):
                beside[f"{one} {other}"] = beside.get(f"{one} {other}", 0.0) + said[slot] * share
    for form, meant in short.items():
        first, *_, last = meant.split() * 2
        begins.setdefault(form, {})[first] = SHORT
        ends.setdefault(form, {})[last] = SHORT
        words[form] = words.get(form, 0.0) + SHORT * said[first]
    lefts: dict[str, float] = {}
    for pair, times in beside.items():
        left = pair.partition(" ")[0]
        lefts[left] = lefts.get(left, 0.0) + times
    return marshal.dumps((dict(said), words, beside, lefts, begins, ends))
