"""What a button carries: at most 64 bytes, with the version of this format in front.

    1|pay:site_reliability_engineer      a decision, for the core
    1|.page:2                            a dot: something for this channel

Names that do not fit are shortened to a mark of four letters, which only depends on the name.
"""

from base64 import b32encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from careerbot.bot.conversation import Choices

VERSION = "1"
LONGEST = 64
_MARK = "~"


class UnknownButtonError(Exception):
    """The data is not of this format, or names what is no longer known."""


class OldButtonError(UnknownButtonError):
    """The data is of another version."""


@dataclass(frozen=True, slots=True)
class Press:
    verb: str
    """An intent, or with a dot in front something for this channel."""
    arguments: tuple[str, ...] = ()

    @property
    def decision(self) -> str:
        return f"{self.verb}:{','.join(self.arguments)}"

    @property
    def is_decision(self) -> bool:
        return not self.verb.startswith(".")


class ButtonData:
    def __init__(self, choices: Choices) -> None:
        self._names: Mapping[str, str] = {mark_of(id): id for id in (*choices.skills, *choices.roles)}

    def write(self, decision: str) -> str | None:
        """The data for a decision or for a verb of this channel; None when it has too many names even if shortened."""
        data = f"{VERSION}|{decision}"
        if len(data.encode()) <= LONGEST:
            return data
        verb, _, arguments = decision.partition(":")
        marks = (mark_of(name) if mark_of(name) in self._names else name for name in arguments.split(","))
        data = f"{VERSION}|{verb}:{','.join(marks)}".replace(f",{_MARK}", _MARK)
        return data if len(data.encode()) <= LONGEST else None

    def read(self, data: str) -> Press:
        version, bar, decision = data.partition("|")
        if not bar or not decision:
            raise UnknownButtonError
        if version != VERSION:
            raise OldButtonError if version.isdigit() else UnknownButtonError
        verb, _, arguments = decision.partition(":")
        names = arguments.replace(_MARK, f",{_MARK}").strip(",").split(",")
        return Press(verb, tuple(self._whole(names)))

    def _whole(self, names: Iterable[str]) -> Iterable[str]:
        for name in names:
            if name.startswith(_MARK):
                if name not in self._names:
                    raise OldButtonError
                yield self._names[name]
            elif name:
                yield name


def mark_of(name: str) -> str:
    return _MARK + b32encode(blake2b(name.encode(), digest_size=3).digest()).decode()[:4].lower()
