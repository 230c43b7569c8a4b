"""Which roles fit what somebody knows: lines of the skill lists covered and still open, no percentages."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn, pay_facts, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import Coverage, best_covered, only_similar

WHOLE = 3
"""Roles that are shown line by line; more of them nobody reads on a phone."""


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.profile
    own = turn.knowledge.role(profile.role) if profile.role else None
    known = (*profile.skills, *(skill for group in own.skills for skill in group.skills)) if own else profile.skills
    aside = _aside(query, turn)
    coding = _naming_code(turn) if "no_coding" in query.aspects else []
    left_out = {*query.excluded, profile.role, *(role.id for role in coding)}
    ranked = [each for each in best_covered(known, turn.knowledge) if each.role.id not in left_out]
    near = [each for each in only_similar(known, turn.knowledge) if each.role.id not in left_out]
    if coding and not ranked and not near:
        return _without_code(coding, aside, turn)
    if not known:
        return _without_skills(query, aside, turn)
    if not ranked and not near:
        return turn.answer(
            *aside,
            turn.say("nothing"),
            outcome="not_covered",
            follow_ups=[turn.suggest("list_roles"), turn.suggest("quiz"), turn.suggest("meta_skills")],
        )
    noted = _noted(query, turn)
    if own:
        noted.append(turn.say("from_role", [group.fact for group in own.skills], role=own))
    if "years" in query.aspects:
        noted.append(turn.say("years", [turn.knowledge.sources[0].id]))
    if coding:
        noted.append(turn.say("coding_left_out", skill_facts(*coding), roles=[role.title for role in coding]))
    if "why" in query.aspects and (query.roles or "intent" in query.from_memory) and (ranked or near):
        return _because(query, [*ranked, *near], turn)
    shown = (*ranked, *near)[:WHOLE]
    best = shown[0].role.id
    return turn.answer(
        *([_head(ranked, turn)] if ranked else [turn.say("only_similar")]),
        *aside,
        *noted,
        *(_lines(each, turn) for each in shown),
        *_rest(ranked[WHOLE:], near[max(0, WHOLE - len(ranked)) :], turn),
        turn.say("order"),
        roles=[each.role.id for each in (*ranked, *near)],
        follow_ups=[turn.suggest("become", best), turn.suggest("pay", best), turn.suggest("responsibilities", best)],
        singled_out=best if ranked and len(_tied(ranked)) == 1 else None,
    )


def _because(query: Query, found: list[Coverage], turn: Turn) -> Answer:
    """The reasons for one role, the first where none of those found is meant: its list beside what is known."""
    meant = next((each for each in found if each.role.id in query.roles[:1]), found[0])
    role = meant.role.id
    return turn.answer(
        _lines(meant, turn),
        turn.say("order"),
        roles=[role],
        follow_ups=[turn.suggest("gap", role), turn.suggest("become", role), turn.suggest("why_pay", role)],
    )


def _aside(query: Query, turn: Turn) -> list[Block]:
    """What was told and cannot be counted."""
    blocks: list[Block] = []
    if query.unlisted_skills:
        blocks.append(turn.say("unlisted", skills=query.unlisted_skills))
    if query.unknown_skills:
        blocks.append(turn.say("unknown", skills=query.unknown_skills))
    return blocks + turn.alike(query)


def _noted(query: Query, turn: Turn) -> list[Block]:
    """Which skills were counted: those of this message, and what is remembered from before."""
    now = [skill for skill in turn.profile.skills if skill in query.skills]
    before = turn.told_before(query, turn.profile.skills)
    blocks: list[Block] = [turn.say("noted", skills=turn.names(now))] if now else []
    if before:
        blocks.append(turn.say("told_before", skills=turn.names(before), more=bool(now)))
    return blocks


def _tied(ranked: list[Coverage]) -> list[Coverage]:
    """Those of which as much is covered as of the first."""
    return [each for each in ranked if (each.covered, each.begun) == (ranked[0].covered, ranked[0].begun)]


def _head(ranked: list[Coverage], turn: Turn) -> Block:
    best, tied = ranked[0], _tied(ranked)
    facts = [line.group.fact for each in tied for line in each.lines if line.held]
    if len(tied) > 1:
        return turn.say("tied", facts, roles=[each.role.title for each in tied], covered=best.covered, begun=best.begun)
    return turn.say("best", facts, role=best.role, covered=best.covered, begun=best.begun, total=len(best.lines))


def _lines(each: Coverage, turn: Turn) -> Block:
    """A role with what of its list is covered, begun, similar and missing, each in the order of the list."""
    role = each.role
    covered = [line.group.text for line in each.lines if line.covered]
    begun = [turn.word("begun", line=line.group.text, have=turn.names(line.held)) for line in each.lines if line.begun]
    missing = [line.group.text for line in each.lines if not line.held]
    items = [
        turn.word("covered", lines=covered) if covered else "",
        turn.word("begun_lines", lines=begun) if begun else "",
        turn.word("similar", pairs=_pairs(each, turn)) if each.similar else "",
        turn.word("missing", lines=missing) if missing else turn.word("nothing_missing") if not begun else "",
    ]
    title = turn.word("role", role=role, covered=each.covered, begun=each.begun, total=len(each.lines))
    return turn.bullets([item for item in items if item], [*pay_facts(role), *skill_facts(role)], title)


def _rest(ranked: list[Coverage], near: list[Coverage], turn: Turn) -> list[Block]:
    """All other roles that something leads to, in a line."""
    blocks: list[Block] = []
    if ranked:
        counted = [turn.word("counted", role=each.role, covered=each.covered, begun=each.begun) for each in ranked]
        blocks.append(turn.say("rest", skill_facts(*(each.role for each in ranked)), roles=counted))
    if near:
        close = [turn.word("close", role=each.role, pairs=_pairs(each, turn)) for each in near]
        blocks.append(turn.say("rest_similar", skill_facts(*(each.role for each in near)), roles=close))
    return blocks


def _pairs(each: Coverage, turn: Turn) -> list[str]:
    return [turn.word("pair", mine=turn.skills[mine], theirs=turn.skills[theirs]) for mine, theirs in each.similar]


def _naming_code(turn: Turn) -> list[Role]:
    """Roles whose lists name a skill that means writing code."""
    return turn.knowledge.where(
        lambda role: any({*group.skills, *group.examples} & turn.programming for group in role.skills)
    )


def _without_code(coding: list[Role], aside: list[Block], turn: Turn) -> Answer:
    """For somebody who tells nothing but that they do not want to write code."""
    roles = [role for role in turn.knowledge.roles if role not in coding]
    return turn.answer(
        turn.say("no_coding", skill_facts(*roles), count=len(roles), rest=len(coding)),
        *aside,
        turn.bullets(
            [turn.word("no_coding_role", role=role, lines=[group.text for group in role.skills]) for role in roles],
            [*pay_facts(*roles), *skill_facts(*roles)],
        ),
        turn.say("no_coding_caution"),
        roles=[role.id for role in roles],
        follow_ups=[turn.suggest("quiz"), *(turn.suggest("responsibilities", role.id) for role in roles[:2])],
    )


def _without_skills(query: Query, aside: list[Block], turn: Turn) -> Answer:
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
        *aside,
        turn.say("ask"),
        turn.bullets(rows, list(clusters), turn.word("fields")),
        roles=query.roles or roles,
        follow_ups=[turn.suggest("quiz"), turn.suggest("list_roles"), turn.suggest("rank")],
    )
