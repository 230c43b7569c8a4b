"""Roles are put on the person's shortlist: each once, behind those that stand there."""

from dataclasses import replace

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.shortlisting import with_kept
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    if not roles:
        return _which(turn)
    before = turn.profile.shortlist
    after = with_kept(before, query.roles)
    new = [role for role in roles if role.id in after and role.id not in before]
    again = [role for role in roles if role.id in before]
    left_out = [role for role in roles if role.id not in after]
    kept = [turn.knowledge.role(role) for role in after]
    blocks: list[Block] = []
    if new:
        facts = [role.position_fact for role in kept]
        blocks.append(turn.say("kept", facts, roles=[role.title for role in new], all=[role.title for role in kept]))
    if again:
        facts = [role.position_fact for role in again]
        blocks.append(turn.say("already", facts, roles=[role.title for role in again], nothing_new=not new))
    if left_out:
        facts = [role.position_fact for role in left_out]
        blocks.append(turn.say("full", facts, roles=[role.title for role in left_out]))
    return turn.answer(
        *blocks,
        roles=query.roles,
        follow_ups=[turn.suggest("shortlist"), *turn.suggest_kept(after), turn.suggest("unkeep", roles[0].id)],
        profile=replace(turn.profile, shortlist=after),
    )


def _which(turn: Turn) -> Answer:
    """Several were talked about, or none."""
    roles = [turn.knowledge.role(role) for role in turn.memory.talked_about]
    if not roles:
        return turn.answer(turn.say("which_role_about"), outcome="clarify")
    facts = [role.position_fact for role in roles]
    return turn.answer(
        turn.say("which", facts, roles=[role.title for role in roles]),
        outcome="clarify",
        roles=[role.id for role in roles],
        follow_ups=[turn.suggest("keep", role.id) for role in roles],
    )
