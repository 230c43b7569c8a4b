"""A role at a glance: pay, work, skills, the first reason for the pay."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn, pay_facts


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    if not roles:
        return turn.answer(turn.say("which_role_about"), outcome="clarify")
    blocks: list[Block] = []
    for role in roles:
        reason = role.reasons[0]
        blocks += [
            turn.say("head", [*pay_facts(role), role.position_fact], role=role),
            turn.statements(role.duties, turn.word("duties")),
            turn.skill_lines(role.skills, turn.word("skills")),
            turn.say("why", [reason.id], reason=reason.text),
        ]
    first = roles[0].id
    return turn.answer(
        *blocks,
        roles=query.roles,
        follow_ups=[turn.suggest("why_pay", first), turn.suggest("become", first), turn.suggest("pay", first)],
    )
