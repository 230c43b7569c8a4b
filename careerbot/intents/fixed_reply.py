"""What question types without Python say: the wording `reply` of their language file, on the facts it names."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    said = turn.say("reply", turn.rests_on)
    return turn.answer(
        said,
        outcome="answered" if turn.rests_on else "small_talk",
        roles=query.roles,
        follow_ups=[turn.suggest("list_roles"), turn.suggest("help")],
    )
