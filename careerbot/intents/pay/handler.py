"""What a role pays: the listed range, and arithmetic on it only where it was asked for."""

from collections.abc import Callable

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn, pay_facts
from careerbot.knowledge.base import Pay, Role

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
        if "judged" in query.aspects:
            blocks.append(_among_all(role, turn))
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


def _among_all(role: Role, turn: Turn) -> Block:
    """Where a range stands among all: what can be said to "is that a lot"."""
    others = [each for each in turn.knowledge.roles if each is not role]

    def count(measure: Callable[[Pay], int]) -> dict[str, int]:
        own, rest = measure(role.pay), [measure(each.pay) for each in others]
        return {"above": sum(each > own for each in rest), "below": sum(each < own for each in rest)}

    facts = pay_facts(*turn.knowledge.roles)
    high, low = count(lambda pay: pay.high), count(lambda pay: pay.low)
    return turn.say("judged", facts, others=len(others), high=high, low=low)


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
