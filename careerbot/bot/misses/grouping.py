"""Misses that ask alike, together: within a language, by what they say (likeness.py), whatever they name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from careerbot.bot.memory import Memory
from careerbot.bot.misses.likeness import Content, together
from careerbot.bot.misses.reading import Kept
from careerbot.bot.misses.said import said_in, words_of

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser

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
    """The commonest of its messages with slots for names: what a phrase could be made of."""
    language: str
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
            "language": self.language,
            "examples": list(self.examples),
            "why": dict(self.whys),
            "last": self.last.isoformat(),
            "nearest": [
                {"intent": near.intent, "probability": near.probability, "phrase": near.phrase} for near in self.nearest
            ],
        }


def grouped(misses: Iterable[Kept], adviser: "Adviser") -> list[Group]:
    """The largest first. What somebody found good is no miss."""
    spoken: dict[str, list[Kept]] = {}
    for kept in misses:
        if kept.miss.why != "good":
            spoken.setdefault(_language(kept, adviser), []).append(kept)
    groups = [group for language, found in spoken.items() for group in _in_one_language(found, language, adviser)]
    return sorted(groups, key=lambda group: (-len(group.misses), group.seen))


def _language(kept: Kept, adviser: "Adviser") -> str:
    """In which it was read; of what was kept before that was noted, or in one no longer spoken, as its words tell."""
    language = kept.miss.language
    return language if language in adviser.languages else adviser.language_of(kept.miss.text)


def _in_one_language(misses: Iterable[Kept], language: str, adviser: "Adviser") -> Iterator[Group]:
    """Groups gather around what was asked most often, and of that, what says least beside it."""
    mind = adviser.mind(language)
    by_seen: dict[str, list[Kept]] = {}
    contents: dict[str, Content] = {}
    for kept in misses:
        said = said_in(kept.miss.text, mind)
        by_seen.setdefault(said.phrase, []).append(kept)
        contents[said.phrase] = said.content
    ordered = sorted(by_seen, key=lambda seen: (-len(by_seen[seen]), len(contents[seen]), seen))
    for group in together({seen: contents[seen] for seen in ordered}):
        found = [kept for seen in group for kept in by_seen[seen]]
        yield Group(group[0], language, tuple(found), _nearest(found, language, adviser))


def _nearest(misses: Sequence[Kept], language: str, adviser: "Adviser") -> tuple[Near, ...]:
    commonest = Counter(kept.miss.text for kept in misses).most_common(1)[0][0]
    clauses = adviser.explain(words_of(commonest), Memory(language=language)).to_data()["clauses"]
    ranked = clauses[0]["intents"][:NEAREST] if clauses else []
    return tuple(Near(each["intent"], each["probability"], each["closest"]) for each in ranked)
