"""What was asked and where it was answered: enough to answer it again, so that edits, pages and replies find their way.

The core is deterministic, so the answer itself and the memory after it are not kept: they are worked out again.
"""

import json
from dataclasses import dataclass

from careerbot.bot.memory import Memory

_JSON = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """A message to understand, or a decision already made."""

    text: str = ""
    decision: str = ""
    heading: str = ""
    """What a button said, shown above the answer: a press leaves no message to read."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of ours."""

    message: int
    photo: bool = False
    """It is a picture or a file: a text cannot take its place."""


@dataclass(frozen=True, slots=True)
class Exchange:
    asked: Asked
    before: Memory
    person: str
    conversation: str
    sent: tuple[Sent, ...] = ()

    def to_json(self) -> str:
        data = {
            "asked": {"text": self.asked.text, "decision": self.asked.decision, "heading": self.asked.heading},
            "before": self.before.to_json(),
            "person": self.person,
            "conversation": self.conversation,
            "sent": [{"message": sent.message, "photo": sent.photo} for sent in self.sent],
        }
        return _JSON.encode(data)

    @classmethod
    def from_json(cls, text: str) -> "Exchange | None":
        """The exchange in this text; None when the text is damaged or of another version."""
        try:
            data = json.loads(text)
            return cls(
                asked=Asked(**{name: str(value) for name, value in data["asked"].items()}),
                before=Memory.from_json(data["before"]),
                person=str(data["person"]),
                conversation=str(data["conversation"]),
                sent=tuple(Sent(int(sent["message"]), bool(sent["photo"])) for sent in data["sent"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
