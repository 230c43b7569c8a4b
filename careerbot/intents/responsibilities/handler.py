"""What people in a role do."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    if not roles:
        return turn.answer(turn.say("which_role_about"), outcome="clarify")
    blocks: list[Block] = []
    for role in roles:
        asked = [fact for fact in role.duties if fact.id in query.facts[:2]]
        if "yes_no" in query.aspects:
            blocks += [turn.say("lists_it", [fact.id], role=role, fact=fact.text) for fact in asked]
        blocks.append(turn.statements(role.duties, turn.word("listed", role=role)))
    first = roles[0].id
    return turn.answer(
        *blocks,
        roles=query.roles,
        follow_ups=[turn.suggest("skills", first), turn.suggest("pay", first), turn.suggest("why_pay", first)],
    )
