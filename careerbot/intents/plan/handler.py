"""A checklist toward a role: made, shown, and taken up where it was left. What is ticked is what the person knows."""

from dataclasses import replace

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.checklist import checklist, close_to, progress, ways_on
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.coverage import best_covered

MOST_OFFERED = 3


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.profile
    chosen, why = _chosen(query, turn)
    toward = chosen or profile.plan
    if toward is None:
        return _toward_which(query, turn)
    role = turn.knowledge.role(toward)
    left = turn.knowledge.role(profile.plan) if profile.plan and profile.plan != toward else None
    beside: list[Block] = list(why)
    if left:
        beside.append(turn.say("switched", role=left))
    if query.unlisted_skills:
        beside.append(turn.say("unlisted", skills=query.unlisted_skills))
    return turn.answer(
        *progress(role, profile.skills, turn),
        *beside,
        *turn.alike(query),
        checklist(role, profile.skills, turn),
        *close_to(role, profile.skills, turn),
        turn.say("how_to_tick"),
        roles=[toward],
        follow_ups=ways_on(role, profile.skills, turn),
        profile=replace(profile, plan=toward),
    )


def _chosen(query: Query, turn: Turn) -> tuple[str | None, list[Block]]:
    """The role that a plan is to be made for, and why it is that one where the message does not say.

    The one named, else the goal; where neither is known, what the skills fit best.
    """
    if query.roles:
        return query.roles[-1], []
    profile, last = turn.profile, turn.memory.last
    if "making" not in query.aspects or query.titles:
        return None, []
    if profile.goal and not profile.plan:
        role = turn.knowledge.role(profile.goal)
        return role.id, [turn.say("as_you_want", [role.position_fact], role=role)]
    choosing = bool(turn.memory.talked_about) and (last is None or last.intent not in ("recommend", "plan"))
    best = best_covered(profile.skills, turn.knowledge)
    if profile.plan or choosing or not best:
        return None, []
    role = best[0].role
    return role.id, [turn.say("as_it_fits", skill_facts(role), role=role, known=turn.names(best[0].held))]


def _toward_which(query: Query, turn: Turn) -> Answer:
    """No plan yet: the roles talked about, or those that the skills fit best, are offered."""
    about = turn.memory.talked_about or tuple(
        each.role.id for each in best_covered(turn.profile.skills, turn.knowledge)
    )
    offered = [turn.knowledge.role(id) for id in about[:MOST_OFFERED]]
    beside = turn.alike(query)
    if not offered:
        roles = turn.knowledge.roles
        listing = turn.bullets([role.title for role in roles], [role.position_fact for role in roles])
        return turn.answer(
            turn.say("toward_which"), *beside, listing, outcome="clarify", roles=[role.id for role in roles]
        )
    return turn.answer(
        turn.say("offer", [role.position_fact for role in offered], roles=[role.title for role in offered]),
        *beside,
        outcome="clarify",
        roles=about[:MOST_OFFERED],
        follow_ups=[turn.suggest("plan", role.id) for role in offered],
    )
