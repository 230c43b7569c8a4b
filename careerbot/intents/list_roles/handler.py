"""The roles that the knowledge covers, in listing order."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn
from careerbot.knowledge.base import Role


def answer(query: Query, turn: Turn) -> Answer:
    groups = turn.knowledge.clusters or {}
    field = next((fact for fact in query.facts[:2] if fact in groups), None)
    if field:
        return _of_a_field(field, [turn.knowledge.role(role) for role in groups[field]], turn)
    roles = [role for role in turn.knowledge.roles if role.id not in query.excluded]
    counted = [fact.id for fact in turn.knowledge.said_of_all("theme") if fact.id.endswith(".ten_roles")]
    return turn.answer(
        turn.say("head", [*counted, *(role.position_fact for role in roles)], count=len(roles)),
        turn.pay_ranges(roles, ordered=True),
        roles=[role.id for role in roles],
        follow_ups=[turn.suggest("rank"), turn.suggest("recommend"), turn.suggest("overview", roles[0].id)],
    )


def _of_a_field(field: str, roles: list[Role], turn: Turn) -> Answer:
    """The roles of one field, by our grouping: the source only names the fields."""
    first = [role.id for role in roles]
    return turn.answer(
        turn.say("of_a_field", [field], field=turn.knowledge.facts[field].text, count=len(roles)),
        turn.pay_ranges(roles),
        roles=first,
        follow_ups=[
            *([turn.suggest("compare", *first[:2])] if len(first) > 1 else []),
            turn.suggest("overview", first[0]),
            turn.suggest("list_roles"),
        ],
    )
