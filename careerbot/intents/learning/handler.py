"""Courses, degrees, certificates: not in the knowledge. Said in half a sentence; then the skills to learn, in order."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.checklist import open_lines
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import coverage

NAMED = frozenset({"course", "degree", "certificate", "college", "time"})
"""Sides whose caveat says already that it is not covered."""


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    said_why = NAMED & set(query.aspects)
    blocks: list[Block] = [] if said_why else [turn.say("what_not_where")]
    for skill in query.skills:
        listing = turn.knowledge.listing(skill)
        lines = [turn.word("skill_line", title=role.title, line=group.text) for role, group in listing]
        blocks.append(turn.say("skill", [group.fact for _, group in listing], skill=turn.skills[skill], lines=lines))
        roles += [role for role, _ in listing if role not in roles and not query.roles]
    blocks += turn.alike(query)
    blocks += [turn.say("skill_nowhere", skill=skill) for skill in query.unlisted_skills]
    if not roles and not (query.skills or query.unlisted_skills or query.like_skills):
        every = turn.knowledge.roles
        return turn.answer(
            turn.say("no_role"),
            outcome="not_covered",
            follow_ups=[turn.suggest("list_roles"), turn.suggest("meta_skills"), turn.suggest("learning", every[1].id)],
        )
    wanted = turn.roles(query)
    blocks += [_to_learn(role, turn) for role in wanted]
    first = roles[0].id if roles else None
    follow_ups = [turn.suggest("become", first), turn.suggest("responsibilities", first)] if first else []
    return turn.answer(
        *blocks, roles=[role.id for role in roles], follow_ups=[*follow_ups, turn.suggest("meta_skills")]
    )


def _to_learn(role: Role, turn: Turn) -> Block:
    """The list of the role, without what is known already."""
    has = coverage(role, turn.profile.skills, turn.knowledge)
    if not has.held:
        return turn.skill_lines(role.skills, turn.word("in_order", role=role), ordered=True)
    if not has.open:
        return turn.say("nothing_open", skill_facts(role), role=role)
    title = turn.word("still_open", role=role, known=turn.names(has.held))
    return turn.bullets(open_lines(has, turn), skill_facts(role), title, ordered=True)
