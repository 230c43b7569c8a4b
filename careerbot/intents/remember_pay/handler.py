"""What somebody makes is kept, because they ask for it."""

from dataclasses import replace

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    amounts = [bound for amount in query.amounts for bound in (amount.low, amount.high) if bound]
    amounts += [int(picked) for picked in query.picked if picked.isdigit()]
    own = turn.profile.role
    follow_ups = [turn.suggest("pay_position", own) if own else turn.suggest("pay_position"), turn.suggest("rank")]
    if "currency" in query.aspects and not amounts:
        return turn.answer(turn.say("in_dollars"), outcome="clarify", follow_ups=follow_ups[1:])
    if "monthly" in query.aspects or "hourly" in query.aspects or "weekly" in query.aspects:
        return turn.answer(turn.say("a_year"), outcome="clarify", follow_ups=follow_ups[1:])
    if not amounts:
        return turn.answer(turn.say("how_much"), outcome="clarify", follow_ups=follow_ups[1:])
    pay = amounts[0]
    return turn.answer(
        turn.say("kept", amount=pay),
        outcome="small_talk",
        roles=query.roles,
        follow_ups=follow_ups,
        profile=replace(turn.profile, pay=pay),
    )
