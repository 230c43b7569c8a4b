"""Where the time of a turn goes: each stage's door is timed from outside, nothing in careerbot knows of it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from careerbot.bot.answering import Answering
from careerbot.bot.understanding import clauses
from careerbot.bot.understanding.entities import EntityFinder
from careerbot.bot.understanding.router import Router
from careerbot.bot.understanding.settling import Settler
from careerbot.bot.understanding.topics import TopicIndex

DOORS: dict[str, tuple[tuple[Any, str], ...]] = {
    "text": ((clauses, "sentences"),),
    "entities": ((EntityFinder, "find"),),
    "topics": ((TopicIndex, "find"),),
    "router": ((Router, "rank"), (clauses, "delexicalise")),
    "settling": ((Settler, "evidence"), (Settler, "settle")),
    "handler and wording": ((Answering, "answer"),),
}
"""Stage -> the functions that do it. They do not call each other."""


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Seconds of processor time spent in each stage so far, while the block runs."""
    spent = dict.fromkeys(DOORS, 0.0)
    before = [(owner, name, getattr(owner, name)) for doors in DOORS.values() for owner, name in doors]
    for stage, doors in DOORS.items():
        for owner, name in doors:
            setattr(owner, name, _counted(getattr(owner, name), stage, spent))
    try:
        yield spent
    finally:
        for owner, name, original in before:
            setattr(owner, name, original)


def _counted(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def counted(*given: Any) -> Any:
        start = time.thread_time()
        result = function(*given)
        spent[stage] += time.thread_time() - start
        return result

    return counted
