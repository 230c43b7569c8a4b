"""What the knowledge is not about: declined plainly, with a way on; the second time in a row with the short menu."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    ways_on = [turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")]
    said: Block = turn.say("first")
    if "language" in query.aspects:
        said = turn.say("language")
    elif "empty" in query.aspects:
        said = turn.say("empty")
    elif turn.memory.misses:
        said = turn.say("menu")
        menu = turn.bullets([way.text for way in (*ways_on, turn.suggest("help"))], ())
        return turn.answer(said, menu, outcome="out_of_scope", follow_ups=ways_on)
    return turn.answer(said, outcome="out_of_scope", follow_ups=ways_on)
