"""Which roles fit what somebody knows: lines of the skill lists covered and still open, no percentages."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn
from careerbot.knowledge.coverage import Coverage, best_covered, only_similar

MOST = 4


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.memory.profile
    unlisted = query.unlisted_skills
    blocks: list[Block] = []
    if unlisted:
        blocks.append(turn.say("unlisted", skills=unlisted))
    blocks += turn.alike(query)
    own = turn.knowledge.role(profile.role) if profile.role else None
    known = (*profile.skills, *(skill for group in own.skills for skill in group.skills)) if own else profile.skills
    if not known:
        return _without_skills(query, blocks, turn)
    left_out = {*query.excluded, profile.role}
    ranked = [each for each in best_covered(known, turn.knowledge) if each.role.id not in left_out][:MOST]
    near = [each for each in only_similar(known, turn.knowledge) if each.role.id not in left_out][: MOST - len(ranked)]
    if not ranked and not near:
        return turn.answer(
            *blocks,
            turn.say("nothing"),
            outcome="not_covered",
            follow_ups=[turn.suggest("list_roles"), turn.suggest("meta_skills")],
        )
    noted = [turn.say("noted", skills=turn.names(profile.skills))] if profile.skills else []
    if own:
        noted.append(turn.say("from_role", [group.fact for group in own.skills], role=own))
    head = [_head(ranked, turn)] if ranked else []
    rows = [_row(each, turn) for each in ranked] + [_similar_row(each, turn) for each in near]
    facts = [line.group.fact for each in (*ranked, *near) for line in each.lines] + [
        each.role.pay.fact for each in (*ranked, *near)
    ]
    listing = turn.bullets(rows, facts, ordered=True)
    best = (ranked or near)[0].role.id
    return turn.answer(
        *head,
        *blocks,
        *noted,
        listing,
        turn.say("order"),
        roles=[each.role.id for each in (*ranked, *near)],
        follow_ups=[turn.suggest("become", best), turn.suggest("pay", best), turn.suggest("responsibilities", best)],
    )


def _head(ranked: list[Coverage], turn: Turn) -> Block:
    best = ranked[0]
    tied = [each for each in ranked if (each.covered, each.begun) == (best.covered, best.begun)]
    facts = [line.group.fact for each in tied for line in each.lines if line.held]
    if len(tied) > 1:
        return turn.say("tied", facts, roles=[each.role.title for each in tied], covered=best.covered, begun=best.begun)
    return turn.say("best", facts, role=best.role, covered=best.covered, begun=best.begun, total=len(best.lines))


def _row(each: Coverage, turn: Turn) -> str:
    covered = [line.group.text for line in each.lines if line.covered]
    begun = [turn.word("begun", line=line.group.text, have=turn.names(line.held)) for line in each.lines if line.begun]
    missing = [line.group.text for line in each.lines if not line.held]
    return turn.word("row", role=each.role, covered=covered, begun=begun, missing=missing)


def _similar_row(each: Coverage, turn: Turn) -> str:
    pairs = [turn.word("pair", mine=turn.skills[mine], theirs=turn.skills[theirs]) for mine, theirs in each.similar]
    return turn.word("row_similar", role=each.role, pairs=pairs, missing=[group.text for group in each.role.skills])


def _without_skills(query: Query, blocks: list[Block], turn: Turn) -> Answer:
    """Nothing to match yet: the fields to look around in, and what to say so that a match can be made."""
    clusters = turn.knowledge.clusters or {}
    rows = [
        turn.word(
            "field",
            cluster=turn.knowledge.facts[cluster].text,
            roles=[turn.knowledge.role(role).title for role in roles],
        )
        for cluster, roles in clusters.items()
    ]
    roles = [role for group in clusters.values() for role in group]
    return turn.answer(
        *blocks,
        turn.say("ask"),
        turn.bullets(rows, list(clusters), turn.word("fields")),
        roles=query.roles or roles,
        follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("meta_skills")],
    )
