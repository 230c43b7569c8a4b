"""A checklist toward a role: made, shown, and taken up where it was left. What is ticked is what the person knows."""

from dataclasses import replace

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.checklist import checklist, close_to, progress, ways_on
from careerbot.intents.turn import Turn
from careerbot.knowledge.coverage import best_covered

MOST_OFFERED = 3


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.profile
    toward = query.roles[-1] if query.roles else profile.plan
    if toward is None:
        return _toward_which(query, turn)
    role = turn.knowledge.role(toward)
    left = turn.knowledge.role(profile.plan) if profile.plan and profile.plan != toward else None
    beside: list[Block] = []
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
