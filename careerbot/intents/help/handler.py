"""What can be asked, by example."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn

EXAMPLES = ("pay", "skills", "compare", "rank", "recommend", "become", "filter")


def answer(query: Query, turn: Turn) -> Answer:
    examples = turn.bullets([turn.word(name) for name in EXAMPLES], (), turn.word("what"))
    return turn.answer(
        examples,
        turn.say("forget"),
        outcome="small_talk",
        follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")],
    )
