"""A nod: short, and nothing repeated."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    return turn.answer(turn.say("ok", turn=turn.memory.turns), outcome="small_talk")
