"""Roles by an amount of money. "At least" is inclusive, "over" and "under" are strict; both readings in one answer."""

from collections.abc import Iterable

from careerbot.intents.base import Amount, Block, Query
from careerbot.intents.turn import Turn, pay_facts
from careerbot.knowledge.base import Role


def meet(query: Query, turn: Turn) -> tuple[list[Block], list[Role]]:
    amount = query.amounts[0]
    if amount.low is not None and amount.high is None:
        return _at_least(amount.low, amount.strict, "low_bound" in query.aspects, turn)
    if amount.high is not None and amount.low is None:
        return _at_most(amount.high, amount.strict, "low_bound" in query.aspects, turn)
    low, high = _ends(amount)
    return _around(low, turn) if low == high else _between(low, high, turn)


def _ends(amount: Amount) -> tuple[int, int]:
    return amount.low or 0, amount.high or 0


def _at_least(value: int, strict: bool, by_start: bool, turn: Turn) -> tuple[list[Block], list[Role]]:
    roles = turn.knowledge.roles
    starting = [role for role in roles if (role.pay.low > value if strict else role.pay.low >= value)]
    highest_start = turn.knowledge.ranked("low")[0]
    if by_start:
        if starting:
            return [
                turn.say("starts_at_least", pay_facts(*starting), amount=value, roles=_titles(starting)),
                turn.pay_ranges(starting),
            ], starting
        return [turn.say("no_start", pay_facts(highest_start), amount=value, highest=highest_start)], [highest_start]
    reaching = [role for role in roles if (role.pay.high > value if strict else role.pay.high >= value)]
    if not reaching:
        return _above(value, turn)
    exact = [role for role in roles if role.pay.high == value and not role.pay.open_ended]
    blocks: list[Block] = [
        turn.say("reach_strict" if strict else "reach", pay_facts(*reaching), amount=value, roles=_titles(reaching))
    ]
    if exact:
        blocks.append(
            turn.say("exactly_dropped" if strict else "exactly", pay_facts(*exact), amount=value, roles=_titles(exact))
        )
    blocks.append(
        turn.say("start_there", pay_facts(*starting), roles=_titles(starting))
        if starting
        else turn.say("none_start", pay_facts(highest_start), highest=highest_start)
    )
    return [*blocks, turn.pay_ranges(reaching)], reaching


def _at_most(value: int, strict: bool, by_start: bool, turn: Turn) -> tuple[list[Block], list[Role]]:
    roles = turn.knowledge.roles
    below = [role for role in roles if (role.pay.low < value if strict else role.pay.low <= value)]
    closed = [role for role in roles if not role.pay.open_ended]
    topping = [role for role in closed if (role.pay.high < value if strict else role.pay.high <= value)]
    lowest_start, lowest_top = (
        turn.knowledge.ranked("low", lowest_first=True)[0],
        turn.knowledge.ranked("high", lowest_first=True)[0],
    )
    if not below:
        return [
            turn.say("none_start_below", pay_facts(lowest_start), amount=value, strict=strict, lowest=lowest_start)
        ], [lowest_start]
    blocks: list[Block] = [
        turn.say("start_below", pay_facts(*below), amount=value, strict=strict, roles=_titles(below))
    ]
    if topping:
        blocks.append(turn.say("top_below", pay_facts(*topping), strict=strict, roles=_titles(topping)))
    elif not by_start:
        blocks.append(turn.say("none_top_below", pay_facts(lowest_top), strict=strict, lowest=lowest_top))
    return [*blocks, turn.pay_ranges(below)], below


def _between(low: int, high: int, turn: Turn) -> tuple[list[Block], list[Role]]:
    touching = turn.knowledge.where(lambda role: role.pay.low <= high and role.pay.high >= low)
    if not touching and _above_all(low, turn):
        return _above(low, turn)
    if not touching:
        return [turn.say("none_overlap", pay_facts(*turn.knowledge.roles), low=low, high=high)], []
    within = [role for role in touching if role.pay.low >= low and role.pay.high <= high and not role.pay.open_ended]
    return [
        turn.say("overlap", pay_facts(*touching), low=low, high=high, roles=_titles(touching)),
        turn.say("within", pay_facts(*within), roles=_titles(within))
        if within
        else turn.say("none_within", pay_facts(*touching)),
        turn.pay_ranges(touching),
    ], touching


def _around(value: int, turn: Turn) -> tuple[list[Block], list[Role]]:
    holding = turn.knowledge.where(lambda role: role.pay.low <= value <= role.pay.high)
    if not holding and _above_all(value, turn):
        return _above(value, turn)
    if not holding:
        lowest, highest = turn.knowledge.ranked("low", lowest_first=True)[0], turn.knowledge.ranked("high")[0]
        facts = pay_facts(lowest, highest)
        return [turn.say("includes_none", facts, amount=value, lowest=lowest.pay.low, highest=highest.pay.high)], []
    return [
        turn.say("includes", pay_facts(*holding), amount=value, roles=_titles(holding)),
        turn.pay_ranges(holding),
    ], holding


def _above_all(value: int, turn: Turn) -> bool:
    return value > turn.knowledge.ranked("high")[0].pay.high


def _above(value: int, turn: Turn) -> tuple[list[Block], list[Role]]:
    """Above every listed bound: an open range does not say how far up it goes, so it is not said to hold the value."""
    highest = turn.knowledge.ranked("high")[0]
    return [turn.say("none_reach", pay_facts(highest), amount=value, highest=highest)], [highest]


def _titles(roles: Iterable[Role]) -> list[str]:
    return [role.title for role in roles]
