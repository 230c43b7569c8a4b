"""A nod: short, nothing repeated, and a way on; after "no, not that" it is asked what was meant instead."""

from careerbot.intents.base import Answer, Query, Suggestion
from careerbot.intents.turn import Turn

NEIGHBORS = ("pay", "skills", "responsibilities")
"""Question types of a role that may have been meant instead."""
OFFERED = 2


def answer(query: Query, turn: Turn) -> Answer:
    ways_on = _ways_on(turn)
    quoted = [turn.word("quoted", text=way.text) for way in ways_on]
    if "not_that" in query.aspects:
        return turn.answer(turn.say("not_that", offers=quoted), outcome="clarify", follow_ups=ways_on)
    if "agreed" in query.aspects and turn.memory.last:  # to nothing that was offered
        return turn.answer(turn.say("gladly", offers=quoted), outcome="clarify", follow_ups=ways_on)
    return turn.answer(turn.say("ok", turn=turn.memory.turns), outcome="small_talk", follow_ups=ways_on)


def _ways_on(turn: Turn) -> list[Suggestion]:
    """What is next to the question asked last."""
    last = turn.memory.last
    about = turn.memory.talked_about[:1]
    if last is None or not about:
        return [turn.suggest("list_roles"), turn.suggest("recommend")]
    return [turn.suggest(intent, *about) for intent in NEIGHBORS if intent != last.intent][:OFFERED]
