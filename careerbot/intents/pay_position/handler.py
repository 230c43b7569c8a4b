"""Where an amount lies in the listed range of a role. The amount is used and not kept, unless that is asked for."""

from typing import NamedTuple

from careerbot.intents.base import Answer, Block, Query, Suggestion
from careerbot.intents.turn import Turn, pay_facts
from careerbot.knowledge.base import Pay, Role

YEARLY = {"monthly": 12, "weekly": 52, "hourly": 52 * 40}
"""How many of these a year has: with 40 hours a week."""


class Told(NamedTuple):
    """What somebody makes."""

    amount: int
    """US dollars, by the month, week, hour or year."""
    period: str = ""
    """Key of YEARLY; empty for a year."""
    is_kept: bool = False
    """It comes from the profile."""

    @property
    def yearly(self) -> int:
        return self.amount * YEARLY.get(self.period, 1)


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    told = _told(query, turn)
    if "currency" in query.aspects and not query.amounts:
        return _other_currency(roles, turn)
    if not told and "judged" in query.aspects and roles:
        said = turn.say("judged", [turn.knowledge.sources[0].id])
        follow_ups = [turn.suggest("why_pay", roles[0].id), turn.suggest("moves", roles[0].id)]
        return turn.answer(said, roles=query.roles, follow_ups=follow_ups)
    if not told:
        return _how_much(roles, query, turn)
    if not roles:
        return _which_role(told, turn)
    if 1 < len(roles) == len(query.amounts):  # "150k as an sre or 155k as an mle": each against its own
        pairs = list(zip(told, roles, strict=True))
    else:
        pairs = [(amount, role) for role in roles for amount in told]
    blocks = [block for amount, role in pairs for block in _position(amount, role, turn)]
    first = roles[0]
    keeps = [] if told[0].is_kept else [_offer_to_keep(told[0], turn)]
    return turn.answer(
        blocks[0],
        *_why(told[0], first, query, turn),
        *([] if told[0].is_kept else [turn.say("not_kept", amount=told[0].yearly)]),
        *blocks[1:],
        *(block for role in roles[:1] for block in _lifts(role, turn)),
        turn.say("caveats", [turn.knowledge.sources[0].id]),
        roles=query.roles,
        follow_ups=[*keeps, turn.suggest("why_pay", first.id), turn.suggest("moves", first.id)],
    )


def _told(query: Query, turn: Turn) -> list[Told]:
    """Amounts of the message or the button, else the one that was to be remembered. Two for "150 to 170k"."""
    period = next((each for each in YEARLY if each in query.aspects), "")
    amounts = [bound for amount in query.amounts[:1] for bound in (amount.low, amount.high) if bound]
    if 1 < len(query.roles) == len(query.amounts):
        return [Told(amount.low or amount.high or 0, period) for amount in query.amounts]
    amounts += [int(picked) for picked in query.picked if picked.isdigit()]
    if amounts:
        return [Told(amount, period) for amount in dict.fromkeys(amounts)]
    return [Told(turn.profile.pay, is_kept=True)] if turn.profile.pay else []


def _position(told: Told, role: Role, turn: Turn) -> list[Block]:
    amount, pay = told.yearly, role.pay
    blocks: list[Block] = [turn.say(_place(amount, pay), pay_facts(role), amount=amount, role=role)]
    if told.period:
        blocks.append(turn.say(told.period, amount=told.amount, yearly=amount))
    return blocks


def _place(amount: int, pay: Pay) -> str:
    """Name of the wording for where the amount lies."""
    if amount < pay.low:
        return "below"
    if amount == pay.low:
        return "at_low"
    if amount < pay.high:
        return "inside"
    if amount == pay.high:
        return "at_open_high" if pay.open_ended else "at_high"
    return "above_open" if pay.open_ended else "above"


def _why(told: Told, role: Role, query: Query, turn: Turn) -> list[Block]:
    """What was not in the message and comes from the person's own words before."""
    said: list[Block] = []
    if told.is_kept:
        said.append(turn.say("as_you_told_me", amount=told.amount))
    if _is_own([role], query, turn):
        said.append(turn.say("your_role", [role.position_fact], role=role))
    return said


def _lifts(role: Role, turn: Turn) -> list[Block]:
    """What the source ties to the top of a range: the multipliers, what it says of the best-paid, the reasons."""
    multipliers = turn.knowledge.said_of_all("meta_note")
    of_best = [fact for fact in role.notes if fact.id in turn.knowledge.lifts_pay]
    skills = turn.knowledge.said_of_all("meta_skill")
    return [
        turn.statements([*multipliers, *of_best], turn.word("lifts")),
        turn.say("meta_skills", [fact.id for fact in skills], skills=[fact.text for fact in skills]),
        turn.statements(role.reasons, turn.word("reasons", role=role)),
    ]


def _other_currency(roles: list[Role], turn: Turn) -> Answer:
    source = [turn.knowledge.sources[0].id]
    ranges = [turn.say("range", pay_facts(role), role=role) for role in roles]
    return turn.answer(
        turn.say("other_currency", source),
        *ranges,
        outcome="not_covered",
        roles=[role.id for role in roles],
        follow_ups=[turn.suggest("pay", role.id) for role in roles] or [turn.suggest("rank")],
    )


def _how_much(roles: list[Role], query: Query, turn: Turn) -> Answer:
    ranges = [turn.say("range", pay_facts(role), role=role) for role in roles]
    return turn.answer(
        *ranges,
        turn.say("how_much_as_told" if roles and _is_own(roles, query, turn) else "how_much"),
        outcome="clarify",
        roles=[role.id for role in roles],
        follow_ups=[turn.suggest("pay", role.id) for role in roles] or [turn.suggest("rank")],
    )


def _is_own(roles: list[Role], query: Query, turn: Turn) -> bool:
    """The role is known already, so only the amount is asked."""
    return "roles" in query.from_memory and roles[0].id == turn.profile.role


def _which_role(told: list[Told], turn: Turn) -> Answer:
    amount = told[0].yearly
    fitting = [role for role in turn.knowledge.roles if role.pay.low <= amount <= role.pay.high]
    return turn.answer(
        turn.say("which_role", amount=amount),
        *([turn.say(told[0].period, amount=told[0].amount, yearly=amount)] if told[0].period else []),
        outcome="clarify",
        follow_ups=[
            Suggestion(
                turn.word("suggestion_amount", amount=amount, role=role.title), f"{turn.intent}:{role.id},{amount}"
            )
            for role in (fitting or turn.knowledge.roles)[:2]
        ]
        + ([] if told[0].is_kept else [_offer_to_keep(told[0], turn)]),
    )


def _offer_to_keep(told: Told, turn: Turn) -> Suggestion:
    return Suggestion(turn.word("suggestion_keep", amount=told.yearly), f"remember_pay:{told.yearly}")
