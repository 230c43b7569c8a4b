"""Misbehaviour on demand."""

from dataclasses import dataclass
from typing import Literal

from .world import Json

Kind = Literal["flood", "status", "slow", "hang", "reset_before", "reset_after", "bad_json", "error"]


@dataclass
class Fault:
    """What goes wrong, for which calls, and how often (-1: until cleared)."""

    kind: Kind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    skip: int = 0
    seconds: float = 0.0
    status: int = 500
    text: str = ""
    until: float | None = None
    """When a flood is over, once it began."""
    met: bool = False
    """Whether the bot was told of the flood."""

    def fits(self, method: str, params: Json) -> bool:
        """Whether the call is meant; getUpdates only by name."""
        if self.method is None and method == "getupdates":
            return False
        if self.method is not None and self.method.lower() != method.lower():
            return False
        return self.chat_id is None or str(params.get("chat_id")) == str(self.chat_id)


class Faults:
    """All that wait to go wrong, in the order they were asked for."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """One more."""
        self._faults.append(fault)

    def clear(self) -> None:
        """All is well again."""
        self._faults.clear()

    def waiting(self) -> int:
        """How many have not happened yet, or not often enough."""
        return len(self._faults)

    def hit(self, method: str, params: Json, now: float) -> Fault | None:
        """The fault that befalls this call."""
        for fault in list(self._faults):
            if not fault.fits(method, params):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            if fault.kind == "flood":
                if self._flooded(fault, now):
                    return fault
                continue
            self._use(fault)
            return fault
        return None

    def _flooded(self, fault: Fault, now: float) -> bool:
        """A flood lasts `seconds` from the first call it meets; so it happens again to those who don't wait."""
        if fault.until is not None and now < fault.until:
            return True
        if fault.times == 0:
            self._faults.remove(fault)
            return False
        fault.times -= 1
        fault.until = now + fault.seconds
        return True

    def _use(self, fault: Fault) -> None:
        """One time less."""
        if fault.times > 0:
            fault.times -= 1
            if fault.times == 0:
                self._faults.remove(fault)
