"""What several processes that answer for one bot have to agree on, beside what is remembered."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Draw:
    """What became of drawing a token from somebody's bucket."""

    wait: float = 0.0
    """Seconds until it may be used."""
    refused: bool = False
    notice: bool = False
    """True once until the bucket is full again: somebody is to be told."""


@runtime_checkable
class Sharing(Protocol):
    """Whatever goes wrong is a StoreError. tests/bot/test_sharing.py states the promises."""

    @abstractmethod
    def hold(self, name: str, holder: str, seconds: float) -> bool:
        """Hold this name, or hold it longer. False while somebody else does. It is let go by itself after that time."""

    @abstractmethod
    def let_go(self, name: str, holder: str) -> None:
        """Let go what this holder holds. Anything else is left alone."""

    @abstractmethod
    def draw(self, person: str, burst: float, rate: float, waiting: float) -> Draw:
        """A token from this person's bucket of `burst`, refilled at `rate` a second; `waiting` may be drawn ahead."""
