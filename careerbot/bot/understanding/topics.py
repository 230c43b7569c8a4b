"""Which facts a message is about, found by its words: "who is on call" leads to incident response.

Each fact is known by the words of its own text and by the phrases that the vocabulary lists for it. A message's words
are weighed by rarity; the score of a fact is the share of that weight which it explains, 0 to 1.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any, NamedTuple

from careerbot.bot.understanding.stemming import stem

ENOUGH = 0.5
"""Least share of a message's content that a fact must explain."""
LONGEST = 5
"""Words of the longest phrase."""
LEAST = 3.2
"""Least weight of the words that lead to a fact, unless a whole phrase does: "ai" alone is about nothing."""
_UNKNOWN = 5.0
"""Weight of a word that no fact knows."""
_PHRASE_BONUS = 1.6
_ROUNDING = 1e-9


class Topic(NamedTuple):
    fact: str
    score: float
    places: tuple[int, ...]
    """Positions of the words that led here."""
    phrase: bool
    """A listed phrase stood in the message as a whole."""

    @property
    def is_sturdy(self) -> bool:
        """More than one loose word led here: "help" or "translate" alone is about nothing."""
        return self.phrase or len(self.places) > 1


class TopicIndex:
    def __init__(self, data: Mapping[str, Any], ignored: Iterable[str]) -> None:
        """`data` as `collect` made it; `ignored`: words that say nothing about a fact."""
        self._facts: tuple[str, ...] = tuple(data["facts"])
        self._weights: Mapping[str, float] = data["weights"]
        self._words: Mapping[str, tuple[int, ...]] = data["words"]
        self._phrases: Mapping[str, tuple[int, ...]] = data["phrases"]
        self._ignored = frozenset(ignored)

    def find(self, words: list[str], skipped: set[int], quiet: set[int]) -> list[Topic]:
        """Facts that explain enough of these words, best first.

        `skipped`: positions that name something else. `quiet`: positions that count only as part of a whole phrase.
        """
        stems = [stem(word) for word in words]
        content = [
            place
            for place, word in enumerate(words)
            if place not in skipped | quiet and word not in self._ignored and not word[:1].isdigit()
        ]
        total = sum(self._weight(stems[place]) for place in content) or _UNKNOWN
        telling, common = self._split(content, stems, max(LEAST, ENOUGH * total))
        hits: dict[int, set[int]] = {}
        whole: dict[int, set[int]] = {}
        for place in telling:
            for fact in self._words[stems[place]]:
                hits.setdefault(fact, set()).add(place)
        for start in range(len(words)):
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                span = range(start, end)
                facts = self._phrases.get(" ".join(stems[start:end]))
                if facts and not skipped & set(span):
                    for fact in facts:
                        whole.setdefault(fact, set()).update(span)
        for place in common:
            listed = self._words[stems[place]]
            for fact in hits.keys() | whole.keys():
                found = bisect_left(listed, fact)
                if found < len(listed) and listed[found] == fact:
                    hits.setdefault(fact, set()).add(place)
        if not hits and not whole:
            return []
        topics = []
        for fact in hits.keys() | whole.keys():
            phrase = whole.get(fact, set())
            places = hits.get(fact, set()) | phrase
            gained = sum(
                self._weight(stems[place]) * (_PHRASE_BONUS if place in phrase else 1.0)
                for place in places
                if place in content or place in phrase
            )
            score = min(gained / max(total, gained / _PHRASE_BONUS), _PHRASE_BONUS)
            if score >= ENOUGH and (phrase or gained >= LEAST):
                topics.append((fact, Topic(self._facts[fact], score, tuple(sorted(places)), bool(phrase))))
        topics.sort(key=lambda pair: (-pair[1].score, -len(pair[1].places), pair[0]))
        return [topic for _, topic in topics]

    def _split(self, content: list[int], stems: list[str], least: float) -> tuple[list[int], list[int]]:
        """Positions of known words that can lead to a fact, and of common ones that only add to what others found.

        The common ones, all together, weigh less than a fact needs: facts that have no other word are not looked at.
        """
        known = sorted(
            (place for place in content if stems[place] in self._words), key=lambda at: self._weight(stems[at])
        )
        together = accumulate(self._weight(stems[place]) for place in known)
        common = sum(weight < least - _ROUNDING for weight in together)
        return known[common:], known[:common]

    def knows(self, word: str) -> bool:
        return stem(word) in self._words

    def _weight(self, word: str) -> float:
        return self._weights.get(word, _UNKNOWN)


def collect(facts: Mapping[str, str], phrases: Mapping[str, Iterable[str]], ignored: frozenset[str]) -> dict[str, Any]:
    """Data for TopicIndex: `facts` is fact id -> text, `phrases` fact id -> what people call it."""
    ids = list(facts)
    words: dict[str, set[int]] = {}
    wholes: dict[str, set[int]] = {}
    for number, (id, text) in enumerate(facts.items()):
        listed = [phrase.lower().replace("/", " ").replace("-", " ") for phrase in phrases.get(id, ())]
        for phrase in listed:
            wholes.setdefault(" ".join(stem(word) for word in phrase.split()), set()).add(number)
        spoken = "".join(char if char.isalnum() else " " for char in text.lower()).split()
        for word in (*spoken, *(word for phrase in listed for word in phrase.split())):
            if word not in ignored and len(word) > 1:
                words.setdefault(stem(word), set()).add(number)
    return {
        "facts": tuple(ids),
        "weights": {word: math.log(1 + len(ids) / len(known)) for word, known in words.items()},
        "words": {word: tuple(sorted(known)) for word, known in words.items()},
        "phrases": {phrase: tuple(sorted(known)) for phrase, known in wholes.items()},
    }
