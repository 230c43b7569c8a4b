"""What happened: every call and every delivery, with times, and every violation."""

import time
from dataclasses import asdict, dataclass, field
from typing import Any

from .world import Json


@dataclass
class Entry:
    """One call of the bot. Times are seconds since the server began, by our clock."""

    number: int
    method: str
    params: Json
    began: float
    via: str = "http"
    took: float | None = None
    status: int | None = None
    error: str | None = None
    result: Any = None
    files: dict[str, int] = field(default_factory=dict)


@dataclass
class Delivery:
    """One update handed to the bot."""

    update_id: int
    kind: str
    at: float
    via: str
    attempt: int = 1
    took: float | None = None
    status: int | None = None


class Journal:
    """All of it."""

    def __init__(self) -> None:
        self._zero = time.monotonic()
        self.calls: list[Entry] = []
        self.deliveries: list[Delivery] = []
        self.violations: list[str] = []
        self.under_way = 0
        """Calls that are not finished, getUpdates left out."""
        self.early: list[int] = []
        """Numbers of calls that came before a flood's retry_after was over."""

    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._zero

    def begin(self, method: str, params: Json, via: str) -> Entry:
        """A call begins."""
        entry = Entry(len(self.calls) + 1, method, params, self.seconds(), via)
        self.calls.append(entry)
        self.under_way += method != "getUpdates"
        return entry

    def end(self, entry: Entry, status: int, error: str | None = None, result: Any = None) -> None:
        """It ends."""
        self.under_way -= entry.method != "getUpdates"
        entry.took = self.seconds() - entry.began
        entry.status, entry.error, entry.result = status, error, result

    def deliver(self, update_id: int, kind: str, via: str, attempt: int = 1) -> Delivery:
        """An update is handed over."""
        delivery = Delivery(update_id, kind, self.seconds(), via, attempt)
        self.deliveries.append(delivery)
        return delivery

    def violate(self, text: str) -> None:
        """The bot, or this server, did what the Bot API does not allow."""
        self.violations.append(text)

    def calls_of(self, method: str | None) -> list[Json]:
        """The calls, or those of a method (getUpdates is left out when none is named)."""
        return [asdict(entry) for entry in self._of(method)]

    def finished(self, method: str | None) -> int:
        """How many of them are finished."""
        return sum(entry.took is not None for entry in self._of(method))

    def _of(self, method: str | None) -> list[Entry]:
        """The entries."""
        wanted = method.lower() if method else None
        return [
            entry
            for entry in self.calls
            if (entry.method.lower() == wanted if wanted else entry.method != "getUpdates")
        ]
