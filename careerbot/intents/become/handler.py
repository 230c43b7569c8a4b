"""The road to a role: the skills its list names, in order, less what is already there."""

from careerbot.intents import origin
from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.filters import capital
from careerbot.intents.turn import Turn
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import Coverage, coverage


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    if not roles:
        return _toward_which(turn)
    goal = roles[-1]
    blocks: list[Block] = []
    known = turn.memory.profile.skills
    has = coverage(goal, known, turn.knowledge)
    if query.unlisted_skills:
        blocks.append(turn.say("have_unlisted", skills=query.unlisted_skills))
    blocks += turn.alike(query)
    blocks += _remaining(has, known, query, turn) if known else [_road(goal, turn)]
    start = origin.start(query, goal, turn)
    if start:
        blocks.append(origin.carries_over(start, goal, turn))
    blocks.append(turn.say("work", [fact.id for fact in goal.duties], duties=[fact.text for fact in goal.duties]))
    others = [block for role in roles[:-1] if role is not start for block in (_road(role, turn),)]
    return turn.answer(
        *others,
        *blocks,
        roles=query.roles,
        follow_ups=[turn.suggest("plan", goal.id), turn.suggest("pay", goal.id), turn.suggest("why_pay", goal.id)],
    )


def _road(role: Role, turn: Turn) -> Block:
    return turn.skill_lines(role.skills, turn.word("road", role=role), ordered=True)


def _remaining(has: Coverage, known: tuple[str, ...], query: Query, turn: Turn) -> list[Block]:
    facts = [line.group.fact for line in has.lines]
    blocks: list[Block] = [_already(has, known, facts, query, turn)]
    if not has.open:
        return [*blocks, turn.say("complete", facts)]
    items = []
    for line in has.open:
        word = "or" if line.group.requirement == "any" else "and"
        items.append(turn.wording.listed(turn.names(line.missing), word) if line.held else line.group.text)
    return [
        *blocks,
        turn.bullets([capital(item) for item in items], facts, turn.word("missing", role=has.role), ordered=True),
    ]


def _already(has: Coverage, known: tuple[str, ...], facts: list[str], query: Query, turn: Turn) -> Block:
    """What of the known skills the list names; said too when it is none, so that nobody thinks it was not heard."""
    if has.held:
        return turn.say("have", facts, role=has.role, have=turn.names(has.held), told=turn.told_before(query, has.held))
    if has.similar:
        pairs = [[turn.skills[mine], turn.skills[theirs]] for mine, theirs in has.similar]
        return turn.say("have_similar", facts, role=has.role, pairs=pairs)
    return turn.say("have_none", facts, role=has.role, known=turn.names(known))


def _toward_which(turn: Turn) -> Answer:
    roles = turn.knowledge.roles
    return turn.answer(
        turn.say("no_role"),
        turn.bullets([role.title for role in roles], [role.position_fact for role in roles]),
        roles=[role.id for role in roles],
        follow_ups=[
            turn.suggest("recommend"),
            turn.suggest("become", roles[1].id),
            turn.suggest("become", roles[4].id),
        ],
    )
