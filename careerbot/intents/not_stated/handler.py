"""Sides of a job that the source is silent about: said plainly, with what is known instead."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn, pay_facts


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)[:1]
    if not roles:
        return turn.answer(
            turn.say("nothing"),
            turn.say("offer_all"),
            outcome="not_covered",
            follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")],
        )
    role = roles[0]
    return turn.answer(
        turn.say("nothing"),
        turn.say("offer", pay_facts(role), role=role),
        outcome="not_covered",
        roles=query.roles,
        follow_ups=[
            turn.suggest("responsibilities", role.id),
            turn.suggest("skills", role.id),
            turn.suggest("why_pay", role.id),
        ],
    )
