"""Updates that wait for the bot."""

from dataclasses import dataclass

from .clock import Clock
from .oracle import check_update
from .world import Json

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LIFETIME = {"callback_query": 150, "inline_query": 30, "chosen_inline_result": 600}
DAY = 86400


@dataclass
class Pending:
    """One update; those of one queue go out one after another."""

    id: int
    kind: str
    body: Json
    queue: int
    expires: float
    again: bool = False
    attempts: int = 0
    fails: int = 0
    delay: float = 1.0
    wake: float = 0.0


class Updates:
    """All that wait, in order; and which kinds the bot wants, which stays as it is until the bot says otherwise."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.pending: list[Pending] = []
        self.sent: dict[int, Pending] = {}
        self.allowed: frozenset[str] | None = None
        self._last = 700_000_000

    def wants(self, kind: str) -> bool:
        """Whether the bot gets this kind."""
        return kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed

    def allow(self, kinds: list[str] | None) -> None:
        """Nothing said: as before. An empty list: all but the three that must be named."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def add(self, kind: str, content: Json, queue: int) -> int | None:
        """A new update, if the bot wants it."""
        if not self.wants(kind):
            return None
        check_update({"update_id": 1, kind: content})
        return self.put(kind, {kind: content}, queue)

    def put(self, kind: str, content: Json, queue: int) -> int:
        """The same without any check."""
        self._last += 1
        expires = self.clock.now() + LIFETIME.get(kind, DAY)
        pending = Pending(self._last, kind, {"update_id": self._last, **content}, queue, expires)
        self.pending.append(pending)
        self.sent[pending.id] = pending
        return pending.id

    def repeat(self, update_id: int) -> None:
        """Hand it out once more, whatever the bot confirmed."""
        old = self.sent[update_id]
        self.pending.append(Pending(old.id, old.kind, old.body, old.queue, self.clock.now() + DAY, again=True))

    def confirm(self, offset: int) -> None:
        """All before that number are done; a negative one keeps only so many from the end."""
        self.expire()
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [item for item in self.pending if item.id >= offset or item.again]

    def take(self, limit: int) -> list[Pending]:
        """The next for a getUpdates; they stay until confirmed, repeated ones don't."""
        self.expire()
        batch = self.pending[:limit]
        for item in batch:
            if item.again:
                self.pending.remove(item)
        return batch

    def done(self, item: Pending) -> None:
        """Delivered, or given up."""
        if item in self.pending:
            self.pending.remove(item)

    def expire(self) -> None:
        """Forget what is too old."""
        now = self.clock.now()
        self.pending = [item for item in self.pending if item.expires > now]

    def drop(self) -> None:
        """Forget all."""
        self.pending.clear()
