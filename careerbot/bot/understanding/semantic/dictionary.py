"""Spelling, for the encoder: it knows all of English, but a mistyped word only as a heap of letters.

A word that neither the phrases nor English have is taken for one within a few typing errors: words of the phrases are
likelier than others, and of the others those that the encoder's own list has early, which is sorted by how common a
word is. Where several are likely, a message has several readings.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

SHORTEST = 3
"""Letters; below this a word is left as it is typed."""
ERROR = 4.0
"""What one typing error costs, in units of log-probability."""
OF_PHRASES = 3.0
"""How much likelier a word of the phrases is than its share of them."""
SAME_START, SAME_END = 0.7, 0.3
SPECIAL = 1_996
"""Entries of the encoder's list before its words begin: marks and single letters."""
READINGS = 3
"""Of a message, that are followed."""
DOUBT = 0.5
"""How far likelihoods of readings are believed; 0 takes them for equal."""
MEMORY = 20_000


class Reading(NamedTuple):
    share: float
    """How likely it is, of 1 in all."""
    words: tuple[str, ...]


class Dictionary:
    def __init__(self, counts: Mapping[str, int], common: Iterable[str], pieces: Sequence[str]) -> None:
        """`counts`: of the words of the phrases; `common`: right as they stand; `pieces`: the encoder's, by number."""
        whole = {piece: number for number, piece in enumerate(pieces) if number >= SPECIAL and piece.isalpha()}
        self._known = frozenset(counts) | frozenset(common) | whole.keys()
        self._likely = {word: -math.log(number - SPECIAL + 100) - 1 for word, number in whole.items() if len(word) > 1}
        total = sum(counts.values())
        for word, count in counts.items():
            share = math.log(count / total) + OF_PHRASES
            self._likely[word] = math.log(math.exp(self._likely.get(word, -99.0)) + math.exp(share))
        self._by_length: dict[int, list[str]] = {}
        for word in self._likely:
            self._by_length.setdefault(len(word), []).append(word)
        self._memo: dict[str, list[tuple[float, str]]] = {}

    def readings(self, words: Sequence[str]) -> list[Reading]:
        """The likeliest ways to read a message, best first; one, where nothing is mistyped."""
        best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
        for word in words:
            longer = ((so_far + likely, (*read, meant)) for likely, meant in self._meant(word) for so_far, read in best)
            best = nlargest(READINGS, longer)
        weights = [math.exp(DOUBT * (likely - best[0][0])) for likely, _ in best]
        return [Reading(weight / sum(weights), read) for weight, (_, read) in zip(weights, best, strict=True)]

    def _meant(self, word: str) -> list[tuple[float, str]]:
        """Words that may be meant, the likeliest first: log-probability up to a constant, word."""
        if word in self._known or len(word) < SHORTEST or not word.isalpha():
            return [(0.0, word)]
        if word not in self._memo:
            if len(self._memo) > MEMORY:
                self._memo.clear()
            self._memo[word] = nlargest(READINGS, self._near(word)) or [(0.0, word)]
        return self._memo[word]

    def _near(self, word: str) -> Iterator[tuple[float, str]]:
        from rapidfuzz import process  # late: most messages need no correction
        from rapidfuzz.distance import OSA

        length = len(word)
        most = 1 if length <= 4 else 2 if length <= 8 else 3
        for size in range(length - most, length + most + 1):
            words = self._by_length.get(size, ())
            for near, errors, _ in process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None):
                likely = self._likely[near] - ERROR * errors
                yield likely + SAME_START * (near[0] == word[0]) + SAME_END * (near[-1] == word[-1]), near
