"""Talk about the bot itself, or none in particular."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    return turn.answer(
        turn.say("bot", turn=turn.memory.turns),
        outcome="small_talk",
        follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")],
    )
