"""Somebody says thanks."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    return turn.answer(
        turn.say("welcome", turn=turn.memory.turns),
        outcome="small_talk",
        follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")],
    )
