"""Where somebody comes from: the role they have, and what of it counts in the list of another."""

from careerbot.intents.base import Block, Query
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import coverage
from careerbot.knowledge.moves import skills_of


def start(query: Query, goal: Role, turn: Turn) -> Role | None:
    """The role that the person comes from: named before the goal, or told earlier."""
    if "from" in query.aspects and len(query.roles) > 1:
        return turn.knowledge.role(query.roles[0])
    own = turn.profile.role
    return turn.knowledge.role(own) if own and own != goal.id else None


def counted(start: Role | None, goal: Role, turn: Turn) -> tuple[str, ...]:
    """Skills of the present role's list, counted as known, where the list of the goal names any of them."""
    if start is None or start.id != turn.profile.role:
        return ()
    mine = skills_of(start)
    return mine if coverage(goal, mine, turn.knowledge).held else ()


def is_counted(start: Role, turn: Turn) -> Block:
    return turn.say("counted_as_known", skill_facts(start), role=start)


def carries_over(start: Role, goal: Role, turn: Turn) -> Block:
    has = coverage(goal, skills_of(start), turn.knowledge)
    facts = skill_facts(start, goal)
    if has.held:
        return turn.say("from_role", facts, role=start, shared=turn.names(has.held))
    if has.similar:
        return turn.say(
            "from_role_similar", facts, role=start, shared=[turn.skills[theirs] for _, theirs in has.similar]
        )
    return turn.say("from_role_nothing", facts, role=start, goal=goal)
