"""What was asked and where it was answered: enough to answer it again, so that edits, pages and replies find their way.

The core is deterministic, so the answer itself and the memory after it are not kept: they are worked out again.
"""

import json
from dataclasses import asdict, dataclass, replace

from careerbot.bot.memory import Memory


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


@dataclass(frozen=True, slots=True)
class Exchange:
    asked: Asked
    before: Memory
    person: str
    conversation: str
    sent: tuple[Sent, ...] = ()

    def to_json(self) -> str:
        data = asdict(replace(self, before=Memory())) | {"before": self.before.to_json()}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

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
