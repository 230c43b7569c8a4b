"""The roles that the knowledge covers, in listing order."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    roles = [role for role in turn.knowledge.roles if role.id not in query.excluded]
    counted = [fact.id for fact in turn.knowledge.said_of_all("theme") if fact.id.endswith(".ten_roles")]
    return turn.answer(
        turn.say("head", [*counted, *(role.position_fact for role in roles)], count=len(roles)),
        turn.pay_ranges(roles, ordered=True),
        roles=[role.id for role in roles],
        follow_ups=[turn.suggest("rank"), turn.suggest("recommend"), turn.suggest("overview", roles[0].id)],
    )
