"""What the knowledge is not about: declined plainly, with a way on; the second time in a row with the short menu."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn
from careerbot.knowledge.base import Role


def answer(query: Query, turn: Turn) -> Answer:
    ways_on = [turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")]
    said: Block = turn.say("first")
    if "language" in query.aspects:
        said = turn.say("language")
    elif "empty" in query.aspects:
        said = turn.say("empty")
    elif query.roles:
        return _of_a_role(turn.roles(query)[0], turn)
    elif turn.memory.misses:
        said = turn.say("menu")
        menu = turn.bullets([way.text for way in (*ways_on, turn.suggest("help"))], ())
        return turn.answer(said, menu, outcome="out_of_scope", follow_ups=ways_on)
    return turn.answer(said, outcome="out_of_scope", follow_ups=ways_on)


def _of_a_role(role: Role, turn: Turn) -> Answer:
    """Something is asked of a role that is no question we know: what there is on that role."""
    return turn.answer(
        turn.say("of_a_role", [role.position_fact], role=role),
        outcome="out_of_scope",
        roles=[role.id],
        follow_ups=[turn.suggest(intent, role.id) for intent in ("pay", "responsibilities", "skills")],
    )
