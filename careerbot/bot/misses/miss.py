"""One message that was not understood well, or that somebody judged, as it is kept."""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Literal, NamedTuple

from careerbot.bot import policy
from careerbot.bot.stores.records import DAY, Record, without_name
from careerbot.intents.base import Answer

KIND = "miss"
DAYS = 90
"""For which a miss is kept, where nothing else is set."""
Why = Literal["out_of_scope", "clarify", "not_covered", "unsure", "bad", "good"]
WHYS: tuple[Why, ...] = ("out_of_scope", "clarify", "not_covered", "unsure", "bad", "good")
_UNANSWERED: tuple[Why, ...] = ("out_of_scope", "clarify", "not_covered")


@dataclass(frozen=True, slots=True)
class Miss:
    text: str
    """Stripped, see stripping.py."""
    why: Why
    intents: tuple[str, ...]
    confidence: float
    day: date
    """UTC. The hour is nobody's business."""
    language: str = ""
    """In which it was read. Empty in what was kept before that was noted."""

    def to_json(self) -> str:
        data = {
            "text": self.text,
            "why": self.why,
            "intents": self.intents,
            "confidence": round(self.confidence, 3),
            "day": self.day.isoformat(),
            "language": self.language,
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Miss | None":
        """The miss in this text; None when it is damaged or of another version."""
        try:
            data = json.loads(text)
            why = next(why for why in WHYS if why == data["why"])
            intents = tuple(str(intent) for intent in data["intents"])
            day, language = date.fromisoformat(data["day"]), str(data.get("language", ""))
            return cls(str(data["text"]), why, intents, float(data["confidence"]), day, language)
        except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
            return None

    def record(self, name: str, person: str, days: int) -> Record:
        """As stores keep it: neither `name`, which makes it unique, nor `person` can be read from it."""
        key = blake2b(name.encode("utf-8", "replace"), digest_size=16, person=b"miss").hexdigest()
        return Record(KIND, key, self.to_json(), without_name(person), days * DAY)


class Told(NamedTuple):
    """A message and how it was answered, as far as a miss is concerned."""

    text: str
    outcome: str
    intents: tuple[str, ...]
    confidence: float
    language: str = ""
    """In which it was read."""

    @classmethod
    def of(cls, text: str, answer: Answer, language: str) -> "Told":
        confidence = min((query.confidence for query in answer.queries), default=0.0)
        return cls(text, answer.outcome, tuple(query.intent for query in answer.queries), confidence, language)


def reason(told: Told) -> Why | None:
    """Why an answer is worth an author's look; None when it is not."""
    if not told.text.strip():
        return None
    unanswered = next((why for why in _UNANSWERED if why == told.outcome), None)
    if unanswered or not told.intents or set(told.intents) <= policy.SMALL_TALK:
        return unanswered
    return "unsure" if told.confidence < policy.SURE else None
