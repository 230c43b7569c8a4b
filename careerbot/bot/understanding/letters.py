"""Which language letters look like, three by three: what still tells it where slips have left no word that does."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log

UNSEEN = 0.5
"""How often three letters count that no word of a language has."""

Letters = Mapping[str, Mapping[str, float]]
"""Language -> three letters -> how likely they are in it, in powers of e; "" stands for any that it never has."""


def likelihoods(words: Mapping[str, Iterable[str]]) -> dict[str, dict[str, float]]:
    """Letters of each language, from words of it."""
    counts = {language: Counter(three for word in own for three in _threes(word)) for language, own in words.items()}
    kinds = len(set().union(*counts.values())) if counts else 0
    found = {}
    for language, own in counts.items():
        all_of_it = own.total() + UNSEEN * kinds
        found[language] = {three: log((seen + UNSEEN) / all_of_it) for three, seen in own.items()}
        found[language][""] = log(UNSEEN / all_of_it)
    return found


def looks_like(words: Iterable[str], letters: Letters, margin: float) -> str | None:
    """The language that these words look like; None where another is within the margin, in powers of e."""
    threes = [three for word in words for three in _threes(word)]
    scores = sorted(
        ((sum(own.get(three, own[""]) for three in threes), language) for language, own in letters.items()),
        reverse=True,
    )
    if len(scores) < 2 or scores[0][0] - scores[1][0] < margin:
        return None
    return scores[0][1]


def _threes(word: str) -> Iterator[str]:
    framed = f"^{word}$"
    return (framed[start : start + 3] for start in range(len(framed) - 2))
