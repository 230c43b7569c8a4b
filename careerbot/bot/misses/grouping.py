"""Misses that ask alike, together: compared as the router sees them, so that names and figures make no difference."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from careerbot.bot.memory import Memory
from careerbot.bot.misses.reading import Kept
from careerbot.bot.misses.stripping import PLACEHOLDER

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser

ALIKE = 80
"""Least likeness (0 to 100) to the first of a group."""
EXAMPLES = 3
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Near:
    intent: str
    probability: float
    phrase: str
    """Its phrase most like the message."""


@dataclass(frozen=True, slots=True)
class Group:
    seen: str
    """The commonest of its messages as the router sees it: what a phrase could be made of."""
    misses: tuple[Kept, ...]
    nearest: tuple[Near, ...]

    @property
    def examples(self) -> tuple[str, ...]:
        """Different messages, the commonest first."""
        return tuple(text for text, _ in Counter(kept.miss.text for kept in self.misses).most_common(EXAMPLES))

    @property
    def whys(self) -> Mapping[str, int]:
        return dict(Counter(kept.miss.why for kept in self.misses).most_common())

    @property
    def last(self) -> date:
        return max(kept.miss.day for kept in self.misses)

    def to_data(self) -> dict[str, Any]:
        """For `--json`; docs/learning.md names the keys."""
        return {
            "count": len(self.misses),
            "seen": self.seen,
            "examples": list(self.examples),
            "why": dict(self.whys),
            "last": self.last.isoformat(),
            "nearest": [
                {"intent": near.intent, "probability": near.probability, "phrase": near.phrase} for near in self.nearest
            ],
        }


def grouped(misses: Iterable[Kept], adviser: "Adviser") -> list[Group]:
    """The largest first. What somebody found good is no miss."""
    by_seen: dict[str, list[Kept]] = {}
    for kept in misses:
        if kept.miss.why != "good":
            by_seen.setdefault(adviser.seen(words_of(kept.miss.text)), []).append(kept)
    groups: dict[str, list[Kept]] = {}
    for seen, found in sorted(by_seen.items(), key=lambda each: (-len(each[1]), each[0])):
        near = process.extractOne(seen, groups.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
        groups.setdefault(near[0] if near else seen, []).extend(found)
    ordered = sorted(groups.items(), key=lambda each: (-len(each[1]), each[0]))
    return [Group(seen, tuple(found), _nearest(found, adviser)) for seen, found in ordered]


def _nearest(misses: Sequence[Kept], adviser: "Adviser") -> tuple[Near, ...]:
    commonest = Counter(kept.miss.text for kept in misses).most_common(1)[0][0]
    clauses = adviser.explain(words_of(commonest), Memory()).to_data()["clauses"]
    ranked = clauses[0]["intents"][:NEAREST] if clauses else []
    return tuple(Near(each["intent"], each["probability"], each["closest"]) for each in ranked)


def words_of(text: str) -> str:
    """Without what was taken out: nobody said "number"."""
    return PLACEHOLDER.sub(" ", text)
