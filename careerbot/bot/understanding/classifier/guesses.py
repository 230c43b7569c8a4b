"""What a word that no phrase has may mean: known words near it, each with a share, by how fingers slip."""

import math
from collections.abc import Mapping
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from careerbot.bot.understanding.nearby import Nearby, allowed, collect
from careerbot.bot.understanding.slips import slips

SHORTEST = 3
"""Letters. A shorter word is left as it is typed."""
EDITS = ((7, 3), (5, 2), (0, 1))
"""Letters from which a word may have so many edits."""
COMPARED = 6
"""Known words whose slips are counted, the nearest."""
MOST = 3
"""Words that one may mean at once."""
LEAST = 0.05
"""Smallest share that counts."""
SLIP = 4.0
"""How much less likely a word is with each slip (in powers of e)."""
OFTEN = 0.5
"""How much likelier a word is that phrases have often."""
FIRST_LETTER = 1.0
"""People seldom miss the first letter."""
NEW_WORD = {3: 1.5, 4: 1.5, 5: 2.2, 6: 2.2}
"""Slips by which a word of so many letters may differ before it is rather one that nobody told us."""
NEW_LONG_WORD = 2.6


class Guesser:
    def __init__(self, known: Mapping[str, int], near: Mapping[str, Any] | None = None) -> None:
        """`known`: words with the number of times that the phrases have them. `near`: what `collect` made of them."""
        self._known = known
        self._nearby = Nearby(collect(known) if near is None else near)

    def guess(self, word: str) -> list[tuple[str, float]]:
        """Known words that may be meant, the likeliest first. What the shares lack to one: it is a new word."""
        if len(word) < SHORTEST or word.isdigit():
            return []
        furthest = allowed(word, EDITS)
        near = extract(word, self._nearby.find(word, furthest), scorer=OSA.distance, score_cutoff=furthest, limit=None)
        near.sort(key=lambda found: (found[1], -self._known[found[0]]))
        scored = sorted(((self._score(word, other), other) for other, _, _ in near[:COMPARED]), reverse=True)[:MOST]
        new = math.exp(-SLIP * NEW_WORD.get(len(word), NEW_LONG_WORD))
        whole = new + sum(math.exp(score) for score, _ in scored)
        return [(other, share) for score, other in scored if (share := math.exp(score) / whole) > LEAST]

    def _score(self, word: str, other: str) -> float:
        other_start = FIRST_LETTER * (word[0] != other[0])
        return OFTEN * math.log(1 + self._known[other]) - SLIP * slips(word, other) - other_start
