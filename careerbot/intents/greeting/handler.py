"""A greeting, the first or a later one."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    said = turn.say("again" if turn.memory.asked else "hello", turn=turn.memory.turns)
    return turn.answer(
        said,
        outcome="small_talk",
        follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")],
    )
