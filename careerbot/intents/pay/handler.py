"""What a role pays: the listed range, and arithmetic on it only where it was asked for."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn, pay_facts

ARITHMETIC = ("monthly", "hourly", "weekly")


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    if not roles:
        return _of_all(query, turn)
    blocks: list[Block] = []
    if len(roles) == 1:
        role = roles[0]
        blocks.append(turn.say("range", pay_facts(role), role=role))
        blocks += [turn.say(period, pay_facts(role), pay=role.pay) for period in ARITHMETIC if period in query.aspects]
        if "middle" in query.aspects or "average" in query.aspects:
            blocks.append(turn.say("middle", pay_facts(role), pay=role.pay))
        if role.pay.open_ended:
            equity = [fact.id for fact in role.notes if fact.id.endswith(".equity")]
            blocks.append(turn.say("open", [*pay_facts(role), *equity]))
    else:
        blocks += [turn.say("ranges"), turn.pay_ranges(roles)]
    first = roles[0].id
    others = [turn.suggest("compare", *(role.id for role in roles[:2]))] if len(roles) > 1 else []
    return turn.answer(
        *blocks,
        roles=query.roles,
        follow_ups=[
            *others,
            turn.suggest("why_pay", first),
            turn.suggest("skills", first),
            turn.suggest("become", first),
        ],
    )


def _of_all(query: Query, turn: Turn) -> Answer:
    """No role was named: all ranges, or a question back where one company or place was meant."""
    roles = turn.knowledge.roles
    follow_ups = [turn.suggest("rank"), turn.suggest("pay", roles[0].id), turn.suggest("pay", roles[-1].id)]
    if "company" in query.aspects:
        return turn.answer(
            turn.say("no_role"),
            turn.pay_ranges(roles),
            outcome="not_covered",
            roles=[role.id for role in roles],
            follow_ups=follow_ups,
        )
    return turn.answer(
        turn.say("all"), turn.pay_ranges(roles), roles=[role.id for role in roles], follow_ups=follow_ups
    )
