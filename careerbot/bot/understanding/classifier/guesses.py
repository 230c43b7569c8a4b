"""What a word that no phrase has may mean: known words near it, each with a share, by how fingers slip."""

import math
from collections.abc import Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST = 3
"""Letters. A shorter word is left as it is typed."""
MOST = 3
"""Words that one may mean at once."""
LEAST = 0.05
"""Smallest share that counts."""
_SLIP = 4.0
"""How much less likely a word is with each slip (in powers of e)."""
_OFTEN = 0.5
"""How much likelier a word is that phrases have often."""
_FIRST_LETTER = 1.0
"""People seldom miss the first letter."""
_NEW_WORD = {3: 1.5, 4: 1.5, 5: 2.2, 6: 2.2}
"""Slips by which a word of so many letters may differ before it is rather one that nobody told us."""
_NEW_LONG_WORD = 2.6

_NEAR, _FAR = 0.8, 1.3
_EXTRA, _STRAY = 0.8, 1.1
_MISSED = 0.9
_SWAPPED = 0.7
_KEYS = {
    key: (row, column + 0.3 * row)
    for row, keys in enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
    for column, key in enumerate(keys)
}
_NEIGHBORS = frozenset(
    (one, other)
    for one, (row, column) in _KEYS.items()
    for other, (other_row, other_column) in _KEYS.items()
    if abs(row - other_row) <= 1 and abs(column - other_column) < 1.5
)


class Guesser:
    def __init__(self, known: Mapping[str, int]) -> None:
        """`known`: words with the number of times that the phrases have them."""
        self._known = known
        self._lengths: dict[int, list[str]] = {}
        for word in known:
            self._lengths.setdefault(len(word), []).append(word)

    def guess(self, word: str) -> list[tuple[str, float]]:
        """Known words that may be meant, the likeliest first. What the shares lack to one: it is a new word."""
        if len(word) < SHORTEST or word.isdigit():
            return []
        furthest = 1 if len(word) < 5 else 2
        pool = [
            other
            for length in range(len(word) - furthest, len(word) + furthest + 1)
            for other in self._lengths.get(length, ())
        ]
        near = extract(word, pool, scorer=OSA.distance, score_cutoff=furthest, limit=30)
        scored = sorted(((self._score(word, other), other) for other, _, _ in near), reverse=True)[:MOST]
        new = math.exp(-_SLIP * _NEW_WORD.get(len(word), _NEW_LONG_WORD))
        whole = new + sum(math.exp(score) for score, _ in scored)
        return [(other, share) for score, other in scored if (share := math.exp(score) / whole) > LEAST]

    def _score(self, word: str, other: str) -> float:
        other_start = _FIRST_LETTER * (word[0] != other[0])
        return _OFTEN * math.log(1 + self._known[other]) - _SLIP * slips(word, other) - other_start


def slips(typed: str, meant: str) -> float:
    """Edits between two words, each weighed by how easily it happens on a keyboard."""
    before_last: list[float] = []
    last = [_MISSED * place for place in range(len(meant) + 1)]
    for row, letter in enumerate(typed, 1):
        line = [last[0] + 1]
        for column, right in enumerate(meant, 1):
            if letter == right:
                cost = last[column - 1]
            else:
                cost = last[column - 1] + (_NEAR if (letter, right) in _NEIGHBORS else _FAR)
            slipped = (
                letter == right or (letter, right) in _NEIGHBORS or (letter, meant[column : column + 1]) in _NEIGHBORS
            )
            cost = min(cost, last[column] + (_EXTRA if slipped else _STRAY), line[column - 1] + _MISSED)
            if row > 1 and column > 1 and letter == meant[column - 2] != right and typed[row - 2] == right:
                cost = min(cost, before_last[column - 2] + _SWAPPED)
            line.append(cost)
        before_last, last = last, line
    return last[-1]
