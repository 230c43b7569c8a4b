"""Where a role stands in the listing, and which role stands at a place. An order of listing, not of pay."""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn, pay_facts


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    every = turn.knowledge.roles
    if not roles and query.ordinal is not None:
        wanted = query.ordinal if query.ordinal > 0 else len(every) + 1 + query.ordinal
        roles = [role for role in every if role.position == wanted]
        if not roles:
            counted = [fact.id for fact in turn.knowledge.said_of_all("theme") if fact.id.endswith(".ten_roles")]
            return turn.answer(
                turn.say("outside", counted, count=len(every), asked=query.ordinal),
                follow_ups=[turn.suggest("list_roles"), turn.suggest("rank")],
            )
        role = roles[0]
        said = turn.say("at", [role.position_fact, *pay_facts(role)], role=role)
        return turn.answer(
            said,
            roles=[role.id],
            follow_ups=[turn.suggest("overview", role.id), turn.suggest("rank"), turn.suggest("list_roles")],
        )
    if not roles:
        items = [role.title for role in every]
        listing = turn.bullets(items, [role.position_fact for role in every], turn.word("order"), ordered=True)
        return turn.answer(
            listing, roles=[role.id for role in every], follow_ups=[turn.suggest("rank"), turn.suggest("list_roles")]
        )
    said_of = [turn.say("position", [role.position_fact], role=role, count=len(every)) for role in roles]
    return turn.answer(
        *said_of,
        roles=query.roles,
        follow_ups=[turn.suggest("overview", roles[0].id), turn.suggest("rank"), turn.suggest("list_roles")],
    )
