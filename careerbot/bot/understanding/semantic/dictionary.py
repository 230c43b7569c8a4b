"""Spelling, for the encoder: it knows all of English, but a mistyped word only as a heap of letters.

A word that neither the phrases nor English have is taken for the likeliest one within a few typing errors: words of the
phrases are likelier than others, and of the others those that the encoder's own list has early, which is sorted by how
common a word is.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

SHORTEST = 3
"""Letters; below this a word is left as it is typed."""
ERROR = 4.0
"""What one typing error costs, in units of log-probability."""
OF_PHRASES = 3.0
"""How much likelier a word of the phrases is than its share of them."""
SAME_START, SAME_END = 0.7, 0.3
SPECIAL = 1_996
"""Entries of the encoder's list before its words begin: marks and single letters."""
MEMORY = 20_000


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
        self._memo: dict[str, str] = {}

    def corrected(self, word: str) -> str:
        """The likeliest word that is meant, or the word itself."""
        if word in self._known or len(word) < SHORTEST or not word.isalpha():
            return word
        if word not in self._memo:
            if len(self._memo) > MEMORY:
                self._memo.clear()
            self._memo[word] = self._likeliest(word)
        return self._memo[word]

    def _likeliest(self, word: str) -> str:
        from rapidfuzz import process  # late: most messages need no correction
        from rapidfuzz.distance import OSA

        length = len(word)
        most = 1 if length <= 4 else 2 if length <= 8 else 3
        best, meant = -math.inf, word
        for size in range(length - most, length + most + 1):
            near = process.extract(
                word, self._by_length.get(size, ()), scorer=OSA.distance, score_cutoff=most, limit=None
            )
            for candidate, errors, _ in near:
                likely = self._likely[candidate] - ERROR * errors
                likely += SAME_START * (candidate[0] == word[0]) + SAME_END * (candidate[-1] == word[-1])
                if likely > best:
                    best, meant = likely, candidate
        return meant
