"""What several processes that answer for one bot have to agree on, beside what is remembered."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable

from careerbot.bot.stores.records import Opening


class Bucket(NamedTuple):
    """Somebody's tokens: a burst of them, refilled at `rate` a second; `waiting` may be drawn ahead."""

    person: str
    burst: float
    rate: float
    waiting: float


class Hold(NamedTuple):
    name: str
    holder: str
    seconds: float
    """It is let go by itself after that time."""


@dataclass(frozen=True, slots=True)
class Draw:
    """What became of drawing a token from somebody's bucket."""

    wait: float = 0.0
    """Seconds until it may be used."""
    refused: bool = False
    notice: bool = False
    """True once until the bucket is full again: somebody is to be told."""


@dataclass(frozen=True, slots=True)
class Entry:
    draw: Draw
    opening: Opening | None = None
    """What the turn begins with; None where it cannot begin yet, as it has to wait or somebody else holds the name."""


@runtime_checkable
class Sharing(Protocol):
    """Whatever goes wrong is a StoreError. tests/bot/test_sharing.py states the promises."""

    @abstractmethod
    def hold(self, hold: Hold) -> bool:
        """Hold this name, or hold it longer. False while somebody else does."""

    @abstractmethod
    def let_go(self, name: str, holder: str) -> None:
        """Let go what this holder holds. Anything else is left alone."""

    @abstractmethod
    def draw(self, bucket: Bucket) -> Draw:
        """A token from this bucket."""

    @abstractmethod
    def enter(self, bucket: Bucket, hold: Hold, kind: str, key: str) -> Entry:
        """`draw`, `hold` and `open` in one go, as far as one leads to the next. The hold's name is a conversation."""
