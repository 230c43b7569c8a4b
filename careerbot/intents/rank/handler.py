"""Roles in order of pay, by the bound that is named in the answer. Ties are named together."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.rank.lines import by_lines
from careerbot.intents.turn import Turn, pay_facts
from careerbot.knowledge.base import Role

FEWEST_IN_ORDER = 3


def answer(query: Query, turn: Turn) -> Answer:
    open_roles = [role for role in turn.knowledge.roles if role.pay.open_fact in query.facts[:1]]
    if len(open_roles) == 1:
        role = open_roles[0]
        said = turn.say("no_limit", pay_facts(role), role=role)
        return turn.answer(
            said,
            roles=[role.id],
            follow_ups=[turn.suggest("why_pay", role.id), turn.suggest("rank"), turn.suggest("skills", role.id)],
        )
    if {"list_length", "longest_list"} & set(query.aspects):
        among = turn.roles(query) or [role for role in turn.knowledge.roles if role.id not in query.excluded]
        return by_lines(among, "longest_list" in query.aspects, turn)
    by = _bound(query)
    lowest = _begins_lowest(query)
    pool = turn.roles(query) or [role for role in turn.knowledge.roles if role.id not in query.excluded]
    ordered = sorted(pool, key=lambda role: ((1 if lowest else -1) * _measure(role, by), role.position))
    if query.ordinal is not None and not query.roles and 1 <= abs(query.ordinal) <= len(ordered):
        return _at_place(query.ordinal, ordered, by, lowest, turn)
    whole = query.how_many is None and "order" in query.aspects
    shown = ordered if whole else ordered[: max(query.how_many or FEWEST_IN_ORDER, 1)]
    blocks: list[Block] = [_lead(ordered, by, lowest, turn)]
    if by == "high" and query.how_many is None and not query.roles:
        blocks.append(_other_end(pool, lowest, turn))
    blocks += [turn.say(f"order_{by}"), turn.pay_ranges(shown, ordered=True)]
    return turn.answer(
        *blocks,
        roles=[role.id for role in shown],
        follow_ups=[
            turn.suggest("why_pay", shown[0].id),
            turn.suggest("compare", *(role.id for role in shown[:2])),
            turn.suggest("patterns"),
        ],
        singled_out=shown[0].id if len(_leaders(ordered, by)) == 1 else None,
    )


def _at_place(ordinal: int, ordered: list[Role], by: str, lowest: bool, turn: Turn) -> Answer:
    """The third best paid: one role, or several where the figures are equal."""
    role = ordered[ordinal - 1 if ordinal > 0 else ordinal]
    equal = [other for other in ordered if _measure(other, by) == _measure(role, by)]
    leaders = turn.wording.listed(turn.word(f"leader_{by}", role=each) for each in equal)
    facts = pay_facts(*equal)
    place = ordinal if ordinal > 0 else len(ordered)
    said = turn.say(f"place_{by}", facts, place=place, leaders=leaders, lowest=lowest)
    order: list[Block] = [turn.say(f"order_{by}"), turn.pay_ranges(ordered, ordered=True)]
    follow_ups = [turn.suggest("why_pay", role.id), turn.suggest("overview", role.id), turn.suggest("patterns")]
    return turn.answer(said, *order, roles=[each.id for each in ordered], follow_ups=follow_ups)


def _begins_lowest(query: Query) -> bool:
    """A direction that is said, "from best to worst", says more than the ends that it names."""
    if "upwards" in query.aspects or "downwards" in query.aspects:
        return "upwards" in query.aspects
    return "lowest" in query.aspects


def _bound(query: Query) -> str:
    if "width" in query.aspects:
        return "width"
    if "middle" in query.aspects:
        return "middle"
    return "low" if "low_bound" in query.aspects else "high"


def _measure(role: Role, by: str) -> float:
    if by == "width":
        return role.pay.high - role.pay.low
    return role.pay.bound(by)  # type: ignore[arg-type]  # one of low, high, middle here


def _leaders(ordered: list[Role], by: str) -> list[Role]:
    return [role for role in ordered if _measure(role, by) == _measure(ordered[0], by)]


def _lead(ordered: list[Role], by: str, lowest: bool, turn: Turn) -> Block:
    leaders = _leaders(ordered, by)
    text = turn.wording.listed(turn.word(f"leader_{by}", role=role) for role in leaders)
    return turn.say(f"least_by_{by}" if lowest else f"by_{by}", pay_facts(*leaders), leaders=text)


def _other_end(pool: list[Role], lowest: bool, turn: Turn) -> Block:
    """For "best paid" may mean the start of the range: name who leads there too."""
    ordered = sorted(pool, key=lambda role: ((1 if lowest else -1) * role.pay.low, role.position))
    leaders = _leaders(ordered, "low")
    text = turn.wording.listed(turn.word("leader_low", role=role) for role in leaders)
    return turn.say("other_end", [role.pay.fact for role in leaders], leaders=text)
