"""Somebody leaves."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    return turn.answer(turn.say("bye", turn=turn.memory.turns), outcome="small_talk")
