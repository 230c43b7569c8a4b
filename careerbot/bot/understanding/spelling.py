"""Unknown words are corrected towards known vocabulary; known words are never touched.

Known is what the vocabulary or the phrases contain, and every common English word. Words of three letters or
fewer are left alone, so that "r u" never becomes a skill.
"""

from collections.abc import Iterable

SHORTEST = 4
"""Letters. Below this a word is left as it is typed."""
REMEMBERED = 20_000
"""Words whose correction is remembered."""


class Speller:
    def __init__(self, vocabulary: Iterable[str], common: str, likely: frozenset[str] = frozenset()) -> None:
        """`vocabulary`: words that corrections lead to, the `likely` ones sooner. `common`: right as they stand."""
        self._likely = likely
        self._vocabulary = frozenset(vocabulary)
        self._common = "\n" + common + "\n"
        self._by_length: dict[int, list[str]] | None = None
        self._memo: dict[str, str] = {}

    def knows(self, word: str) -> bool:
        return word in self._vocabulary or f"\n{word}\n" in self._common

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
        return word if len(word) < SHORTEST else self._nearest(word)

    def _nearest(self, word: str) -> str:
        from rapidfuzz.distance import OSA  # late: most messages need no correction

        if self._by_length is None:
            self._by_length = _grouped(self._vocabulary)
        length = len(word)
        furthest = 1 if length < 6 else 2
        best: tuple[float, str] | None = None
        for size in range(length - furthest, length + furthest + 1):
            for candidate in self._by_length.get(size, ()):
                distance = OSA.distance(word, candidate, score_cutoff=furthest)
                if distance > furthest:
                    continue
                if (
                    candidate[0] != word[0]
                    and (distance > 1 or sorted(candidate[:2]) != sorted(word[:2]))
                    and length < 6
                ):
                    continue
                # Same letters in another order, the same ends: likelier than a changed letter.
                cost = distance - 0.2 * (candidate[0] == word[0]) - 0.1 * (candidate[-1] == word[-1])
                cost -= 0.2 * (sorted(candidate) == sorted(word))
                cost -= 0.3 * (candidate in self._likely)
                if best is None or cost < best[0]:
                    best = (cost, candidate)
        return best[1] if best else word


def _grouped(words: Iterable[str]) -> dict[int, list[str]]:
    """Words by their length, in a fixed order."""
    groups: dict[int, list[str]] = {}
    for word in sorted(words):
        if len(word) >= SHORTEST and word.isalpha():
            groups.setdefault(len(word), []).append(word)
    return groups
