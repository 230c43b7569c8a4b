"""What an operator may want to count or read about, told as it happens. By itself this tells nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import perf_counter

from careerbot.bot.stores.records import Opening
from careerbot.intents.base import Answer


@dataclass(slots=True)
class Turn:
    """One update, from its arrival to its end."""

    kind: str
    """message, edited_message, callback_query, inline_query or unreadable"""
    person: str = ""
    conversation: str = ""
    text: str = ""
    update: int | None = None
    """Its id; None where it is not to be noted as answered."""
    intents: tuple[str, ...] = ()
    """Empty where the core was not asked, such as for /forget."""
    confidence: float | None = None
    outcome: str = "no_answer"
    """That of the answer; else choice, forgotten, skipped, repeated, unreachable, given_up, failed, no_answer."""
    seconds: float = 0.0
    unfinished: Exception | None = None
    """Why it is to come again."""
    marked: bool = False
    """It is noted as answered."""
    opening: Opening | None = None
    """What the store had when the work began."""
    holds: tuple[str, str] | None = None
    """The conversation that it holds among all processes, and as whom; let go with what it leaves behind."""
    began: float = field(default_factory=perf_counter)

    def heard(self, answer: Answer) -> None:
        """How the core understood it."""
        self.intents = tuple(query.intent for query in answer.queries)
        self.confidence = min((query.confidence for query in answer.queries), default=None)
        self.outcome = answer.outcome


class Events:
    """Base of those who listen."""

    def begins(self, turn: Turn) -> None: ...

    def ends(self, turn: Turn) -> None: ...

    def store_failed(self, reason: str) -> None: ...

    def telegram_failed(self, method: str, error: str) -> None: ...


class Several(Events):
    """Tells each of them."""

    def __init__(self, *listeners: Events) -> None:
        self._listeners = listeners

    def begins(self, turn: Turn) -> None:
        for each in self._listeners:
            each.begins(turn)

    def ends(self, turn: Turn) -> None:
        for each in self._listeners:
            each.ends(turn)

    def store_failed(self, reason: str) -> None:
        for each in self._listeners:
            each.store_failed(reason)

    def telegram_failed(self, method: str, error: str) -> None:
        for each in self._listeners:
            each.telegram_failed(method, error)


_now: ContextVar[Turn | None] = ContextVar("turn", default=None)


def this_turn() -> Turn:
    """The turn that is being worked on; outside of any, one that nobody will see."""
    return _now.get() or Turn("none")


@contextmanager
def turn(events: Events, begun: Turn) -> Iterator[Turn]:
    """Around all work on one update."""
    token = _now.set(begun)
    events.begins(begun)
    try:
        yield begun
    finally:
        begun.seconds = perf_counter() - begun.began
        events.ends(begun)
        _now.reset(token)
