"""Button presses and inline queries that wait for an answer."""

from dataclasses import dataclass

from .world import Json


@dataclass
class Query:
    """One of them, and the answer when it came."""

    id: str
    kind: str
    user_id: int
    asked: float
    lifetime: float
    answer: Json | None = None


class Queries:
    """All of them; an id is good once and for a while."""

    def __init__(self) -> None:
        self.all: dict[str, Query] = {}

    def ask(self, kind: str, user_id: int, now: float, lifetime: float) -> Query:
        """A new one."""
        number = len(self.all) + 1
        query = Query(str(user_id * (1 << 32) + number), kind, user_id, now, lifetime)
        self.all[query.id] = query
        return query

    def answer(self, query_id: str, kind: str, answer: Json, now: float) -> bool:
        """Whether it could still be answered."""
        query = self.all.get(query_id)
        if query is None or query.kind != kind or query.answer is not None or now - query.asked > query.lifetime:
            return False
        query.answer = answer
        return True
