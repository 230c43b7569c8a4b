"""Roles are taken off the person's shortlist; all of them only where that is plainly said."""

from dataclasses import replace

from careerbot.intents.base import Answer, Block, Query, Suggestion
from careerbot.intents.shortlist.handler import nothing_kept
from careerbot.intents.shortlisting import without
from careerbot.intents.turn import Turn

ALL = "all"
"""What a button carries that clears the list."""


def answer(query: Query, turn: Turn) -> Answer:
    before = turn.profile.shortlist
    if not before:
        return nothing_kept(turn)
    meant = _meant(query, turn)
    if not meant:
        return _which(turn)
    after = without(before, meant)
    dropped = [turn.knowledge.role(role) for role in before if role not in after]
    absent = [turn.knowledge.role(role) for role in meant if role not in before]
    left = [turn.knowledge.role(role) for role in after]
    blocks: list[Block] = []
    if dropped:
        facts = [role.position_fact for role in (*dropped, *left)]
        titles = [role.title for role in dropped]
        blocks.append(turn.say("dropped", facts, roles=titles, left=[role.title for role in left]))
    if absent:
        facts = [role.position_fact for role in absent]
        titles = [role.title for role in absent]
        blocks.append(turn.say("was_not", facts, roles=titles, nothing_dropped=not dropped))
    undo = [turn.suggest("keep", *(role.id for role in dropped))] if dropped else []
    more = [turn.suggest("shortlist"), *turn.suggest_kept(after)] if after else [turn.suggest("list_roles")]
    return turn.answer(*blocks, roles=meant, follow_ups=[*undo, *more], profile=replace(turn.profile, shortlist=after))


def _meant(query: Query, turn: Turn) -> tuple[str, ...]:
    if query.roles:
        return query.roles
    whole = ALL in query.picked or "everything" in query.aspects
    return without(turn.profile.shortlist, query.excluded) if whole else ()


def _which(turn: Turn) -> Answer:
    roles = [turn.knowledge.role(role) for role in turn.profile.shortlist]
    facts = [role.position_fact for role in roles]
    return turn.answer(
        turn.say("which", facts, roles=[role.title for role in roles]),
        outcome="clarify",
        roles=[role.id for role in roles],
        follow_ups=[
            *(turn.suggest("unkeep", role.id) for role in roles[:2]),
            Suggestion(turn.word("all"), f"unkeep:{ALL}"),
        ],
    )
