"""Two to four roles side by side: what differs, what is shared, which is listed higher."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn, pay_facts, skill_facts
from careerbot.knowledge.base import Role

MOST = 4


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)[:MOST]
    if len(roles) < 2:
        return _only(roles, turn)
    blocks: list[Block] = []
    if "common" in query.aspects:
        blocks += _shared(roles, turn)
    elif "money" in query.aspects:
        blocks += [_pay_difference(roles, turn), turn.pay_ranges(roles)]
    else:
        blocks += [_pay_difference(roles, turn), _table(roles, turn)]
    first, second = roles[0].id, roles[1].id
    follow_ups = [turn.suggest("become", first), turn.suggest("why_pay", second), turn.suggest("skills", second)]
    return turn.answer(*blocks, roles=[role.id for role in roles], follow_ups=follow_ups)


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


def _table(roles: list[Role], turn: Turn) -> Block:
    rows = [
        (turn.word("pay"), *(turn.wording.range(role.pay) for role in roles)),
        (turn.word("duties"), *("; ".join(fact.text for fact in role.duties) for role in roles)),
        (turn.word("skills"), *("; ".join(group.text for group in role.skills) for role in roles)),
        (turn.word("reasons"), *(" ".join(fact.text for fact in role.reasons) for role in roles)),
    ]
    facts = [
        fact
        for role in roles
        for fact in (
            *pay_facts(role),
            *(duty.id for duty in role.duties),
            *skill_facts(role),
            *(reason.id for reason in role.reasons),
        )
    ]
    return turn.table(("", *(role.title for role in roles)), rows, facts)


def _pay_difference(roles: list[Role], turn: Turn) -> Block:
    facts = pay_facts(*roles)
    if len(roles) > 2:
        highest = max(roles, key=lambda role: (role.pay.high, role.pay.low))
        return turn.say("highest", facts, role=highest)
    one, other = roles
    if (one.pay.low, one.pay.high, one.pay.open_ended) == (other.pay.low, other.pay.high, other.pay.open_ended):
        return turn.say("tie", facts, roles=[one.title, other.title], pay=one.pay)
    low, high = max(roles, key=lambda role: role.pay.low), max(roles, key=lambda role: (role.pay.high, role.pay.low))
    if low.id != high.id and one.pay.low != other.pay.low:
        return turn.say("mixed", facts, low=low, high=high)
    return turn.say("more", facts, more=high, less=other if high is one else one)


def _shared(roles: list[Role], turn: Turn) -> list[Block]:
    """Skills that every list names, pairs that are alike by our judgement, the field they share."""
    several = "_several" if len(roles) > 2 else ""
    named = [{skill for group in role.skills for skill in (*group.skills, *group.examples)} for role in roles]
    common = [
        skill
        for group in roles[0].skills
        for skill in (*group.skills, *group.examples)
        if all(skill in names for names in named)
    ]
    blocks: list[Block] = []
    if common:
        facts = [
            group.fact for role in roles for group in role.skills if set(common) & {*group.skills, *group.examples}
        ]
        blocks.append(turn.say(f"shared{several}", facts, skills=turn.names(common)))
    else:
        blocks.append(turn.say(f"nothing_shared{several}", skill_facts(*roles)))
    pairs = [
        (one, other) for one in sorted(named[0]) for other in sorted(named[1]) if turn.knowledge.are_similar(one, other)
    ]
    if pairs and len(roles) == 2:
        lines = [turn.word("pair", one=turn.skills[one], other=turn.skills[other]) for one, other in pairs]
        facts = [
            group.fact
            for role in roles
            for group in role.skills
            if set(group.skills) & {skill for pair in pairs for skill in pair}
        ]
        blocks.append(turn.say("alike", facts, pairs=lines))
    for cluster, members in (turn.knowledge.clusters or {}).items():
        if all(role.id in members for role in roles) and not several:
            blocks.append(turn.say("same_cluster", [cluster], cluster=turn.knowledge.facts[cluster].text))
    return blocks
