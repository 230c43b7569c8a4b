"""Say it again: the conversation answers the last question once more; here there was none."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    return turn.answer(
        turn.say("nothing"), outcome="small_talk", follow_ups=[turn.suggest("list_roles"), turn.suggest("rank")]
    )
