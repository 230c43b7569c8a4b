"""What was told is forgotten: the part that is named, or all of it."""

from dataclasses import replace

from careerbot.intents.base import Answer, Profile, Query
from careerbot.intents.shortlisting import without
from careerbot.intents.turn import Turn

NOTHING_TOLD = Profile()
PARTS = {
    "my_skills": ("skills", "unlisted_skills"),
    "my_role": ("role", "title", "title_words"),
    "my_goal": ("goal",),
    "my_plan": ("plan",),
    "shortlist": ("shortlist",),
    "my_pay": ("pay",),
    "my_quiz": ("quiz",),
}
"""Side of a question -> the fields of a profile that it means."""


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.profile
    named = [part for part in PARTS if part in query.aspects]
    only = query.denied_skills or query.skills or query.unlisted_skills or query.excluded or query.roles
    if only and not named:
        return _without(query, turn)
    fields = [field for part in named for field in PARTS[part]] or list(Profile.__dataclass_fields__)
    left = replace(profile, **{field: getattr(NOTHING_TOLD, field) for field in fields})
    parts = [turn.word(part) for part in named]
    follow_ups = [turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("quiz")]
    if left == profile:
        return turn.answer(turn.say("nothing", parts=parts), outcome="small_talk", follow_ups=follow_ups)
    return turn.answer(
        turn.say("forgotten", parts=parts),
        outcome="small_talk",
        follow_ups=follow_ups if left == NOTHING_TOLD else [turn.suggest("about_me"), *follow_ups],
        profile=left,
    )


def _without(query: Query, turn: Turn) -> Answer:
    """Only these skills, or this role: "forget that I know docker"."""
    profile = turn.profile
    skills = {*query.denied_skills, *query.skills}
    roles = {*query.excluded, *query.roles}
    left = replace(
        profile,
        skills=tuple(skill for skill in profile.skills if skill not in skills),
        unlisted_skills=tuple(skill for skill in profile.unlisted_skills if skill not in query.unlisted_skills),
        role=None if profile.role in roles else profile.role,
        goal=None if profile.goal in roles else profile.goal,
        plan=None if profile.plan in roles else profile.plan,
        shortlist=without(profile.shortlist, roles),
    )
    named = [
        *turn.names(skill for skill in turn.skills if skill in skills),
        *query.unlisted_skills,
        *(role.title for role in turn.knowledge.roles if role.id in roles),
    ]
    return turn.answer(
        turn.say("forgotten_named", names=named),
        outcome="small_talk",
        follow_ups=[turn.suggest("about_me"), turn.suggest("recommend")],
        profile=left,
    )
