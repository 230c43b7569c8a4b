"""Two to four roles side by side: what differs, what is shared, which is listed higher."""

from collections.abc import Iterable

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.compare.closeness import closeness, closest
from careerbot.intents.compare.lists import coding, in_common, rows_of_skills, similar
from careerbot.intents.compare.money import at_the_start, difference, listed_higher, steps
from careerbot.intents.turn import Turn, pay_facts, skill_facts
from careerbot.knowledge.base import Role

MOST = 4


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)[:MOST]
    if len(roles) < 2:
        return _only(roles, turn)
    blocks: list[Block] = []
    if "common" in query.aspects:
        blocks += in_common(roles, turn)
    elif "closer" in query.aspects:
        blocks += closeness(roles, turn) or [turn.say("tell_skills"), _whole(roles, turn)]
    elif {"coding", "no_coding"} & set(query.aspects):
        blocks.append(coding(roles, turn))
    elif "only_skills" in query.aspects:
        blocks += [_table(rows_of_skills(roles, turn), skill_facts(*roles), roles, turn), *similar(roles, turn)]
    elif "only_duties" in query.aspects:
        blocks.append(_table([_duties(roles, turn)], _duty_facts(roles), roles, turn))
    elif {"money", "only_pay"} & set(query.aspects):
        start = [at_the_start(roles, turn)] if len(roles) > 2 and "low_bound" in query.aspects else []
        blocks += [*start, difference(roles, turn), *steps(roles, turn), turn.pay_ranges(roles)]
    else:
        blocks += [difference(roles, turn), _whole(roles, turn), *similar(roles, turn)]
    if len(query.roles) > MOST:
        blocks.append(turn.say("first_four", count=MOST))
    first, second = roles[0].id, roles[1].id
    if first == turn.profile.role:
        if "roles" in query.from_memory:
            blocks.insert(1, turn.say("with_yours", [roles[0].position_fact], role=roles[0]))
        first = second
    follow_ups = [turn.suggest("become", first), turn.suggest("why_pay", second), turn.suggest("skills", second)]
    ids = [role.id for role in roles]
    return turn.answer(
        *blocks,
        roles=ids,
        follow_ups=follow_ups,
        singled_out=closest(roles, turn) if "closer" in query.aspects else listed_higher(roles),
    )


def _only(roles: list[Role], turn: Turn) -> Answer:
    if not roles:
        return turn.answer(turn.say("which_role_about"), outcome="clarify")
    role = roles[0]
    others = [other for other in turn.knowledge.roles if other.id != role.id][:3]
    return turn.answer(
        turn.say("only_one", [role.position_fact], role=role),
        outcome="clarify",
        roles=[role.id],
        follow_ups=[turn.suggest("compare", role.id, other.id) for other in others],
    )


def _whole(roles: list[Role], turn: Turn) -> Block:
    """Several lines in a cell, one for each fact."""
    rows = [
        (turn.word("pay"), *(turn.wording.range(role.pay) for role in roles)),
        _duties(roles, turn),
        *rows_of_skills(roles, turn),
        (turn.word("reasons"), *("\n".join(fact.text for fact in role.reasons) for role in roles)),
    ]
    facts = [
        fact
        for role in roles
        for fact in (
            *pay_facts(role),
            *_duty_facts([role]),
            *skill_facts(role),
            *(reason.id for reason in role.reasons),
        )
    ]
    return _table(rows, facts, roles, turn)


def _duties(roles: list[Role], turn: Turn) -> tuple[str, ...]:
    return (turn.word("duties"), *("\n".join(fact.text for fact in role.duties) for role in roles))


def _duty_facts(roles: list[Role]) -> list[str]:
    return [duty.id for role in roles for duty in role.duties]


def _table(rows: Iterable[tuple[str, ...]], facts: Iterable[str], roles: list[Role], turn: Turn) -> Block:
    return turn.table(("", *(role.title for role in roles)), rows, facts)
