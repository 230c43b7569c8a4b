"""How far the listed ranges of several roles are apart, the arithmetic shown."""

from itertools import pairwise

from careerbot.intents.base import Block
from careerbot.intents.turn import Turn, pay_facts
from careerbot.knowledge.base import Role


def difference(roles: list[Role], turn: Turn) -> Block:
    """Which is listed higher, and by how much."""
    facts = pay_facts(*roles)
    if len(roles) > 2:
        return _highest(roles, turn)
    one, other = roles
    if (one.pay.low, one.pay.high, one.pay.open_ended) == (other.pay.low, other.pay.high, other.pay.open_ended):
        return turn.say("tie", facts, roles=[one.title, other.title], pay=one.pay)
    low, high = max(roles, key=lambda role: role.pay.low), max(roles, key=lambda role: (role.pay.high, role.pay.low))
    if low.id != high.id and one.pay.low != other.pay.low:
        return turn.say("mixed", facts, low=low, high=high)
    return turn.say("more", facts, more=high, less=other if high is one else one)


def listed_higher(roles: list[Role]) -> str | None:
    """Id of the role whose range neither ends nor starts below that of another; None where there is no such."""
    top = max(roles, key=lambda role: (role.pay.high, role.pay.low))
    others = [role for role in roles if role is not top]
    higher = all((other.pay.high, other.pay.low) != (top.pay.high, top.pay.low) for other in others)
    return top.id if higher and all(other.pay.low <= top.pay.low for other in others) else None


def at_the_start(roles: list[Role], turn: Turn) -> Block:
    """Which range begins highest, of three or four; of two `difference` has it."""
    most = max(role.pay.low for role in roles)
    top = [role.title for role in roles if role.pay.low == most]
    return turn.say("starts", pay_facts(*roles), roles=top, low=most)


def steps(roles: list[Role], turn: Turn) -> list[Block]:
    """Down from the second of three or four, each step as a difference; the first line has the first."""
    ranked = turn.knowledge.ranked("high", roles)[1:]
    if len(ranked) < 2:
        return []
    lines = [
        turn.word("gap_none" if more.pay.high == less.pay.high else "gap", more=more, less=less)
        for more, less in pairwise(ranked)
    ]
    return [turn.bullets(lines, pay_facts(*ranked), turn.word("gaps"))]


def _highest(roles: list[Role], turn: Turn) -> Block:
    facts = pay_facts(*roles)
    ranked = turn.knowledge.ranked("high", roles)
    top = [role for role in ranked if role.pay.high == ranked[0].pay.high]
    if len(top) > 1:
        return turn.say("highest_tie", facts, roles=[role.title for role in top], high=top[0].pay.high)
    return turn.say("highest", facts, role=ranked[0], next=ranked[1])
