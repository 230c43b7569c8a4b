"""Roles whose listed ranges are higher than one's own, whether or not anything leads there: the highest first."""

from careerbot.intents.base import Answer, Block, Suggestion
from careerbot.intents.turn import Turn, pay_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.moves import difference


def higher(start: Role, known: list[Block], wants_biggest: bool, offers: list[Suggestion], turn: Turn) -> Answer:
    others = [role for role in turn.knowledge.roles if role is not start]
    above = [role for role in others if difference(start.pay, role.pay).is_raise]
    ranked = turn.knowledge.ranked("high", above) if above else []
    if not ranked:
        return turn.answer(
            turn.say("none_higher", pay_facts(start), start=start),
            *known,
            turn.say("higher_means"),
            roles=[start.id],
            follow_ups=offers,
        )
    best = ranked[0]
    facts = pay_facts(start, *ranked)
    change = turn.word("pay_difference", start=start.pay, end=best.pay)
    head = (
        turn.say("biggest", facts, start=start, end=best, difference=change)
        if wants_biggest
        else turn.say("higher", facts, start=start, count=len(ranked), total=len(others))
    )
    rows = [
        turn.word("higher_row", role=role, difference=turn.word("pay_difference", start=start.pay, end=role.pay))
        for role in ranked
    ]
    return turn.answer(
        head,
        *known,
        turn.bullets(rows, facts, turn.word("higher_roles", start=start), ordered=True),
        turn.say("higher_means"),
        roles=[role.id for role in ranked],
        follow_ups=[*offers[:1], turn.suggest("become", best.id), *offers[1:]],
    )
