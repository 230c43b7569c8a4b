"""Something is not learned after all: no longer known, so it is open again wherever a list names it."""

from dataclasses import replace

from careerbot.intents.base import Answer, Query
from careerbot.intents.checklist import checklist, numbered, standing, ways_on
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.steps import steps

MOST_OFFERED = 3


def answer(query: Query, turn: Turn) -> Answer:
    role = turn.knowledge.role(turn.profile.plan) if turn.profile.plan else None
    skills = (*query.skills, *query.denied_skills)
    if not skills and not query.unlisted_skills:
        step = numbered(query, role, turn) if role else None
        if role and step and not step.done:
            return standing(role, turn)
        skills = step.held if step else _ticked_just_now(turn)
    if not skills and not query.unlisted_skills:
        return _which(role, turn)
    profile = replace(
        turn.profile,
        skills=tuple(known for known in turn.profile.skills if known not in skills),
        unlisted_skills=tuple(known for known in turn.profile.unlisted_skills if known not in query.unlisted_skills),
    )
    said = turn.say("not_known", turn.facts_naming(skills), skills=[*turn.names(skills), *query.unlisted_skills])
    if role is None:
        return turn.answer(said, profile=profile, follow_ups=[turn.suggest("recommend"), turn.suggest("plan")])
    return standing(role, turn, said, profile=profile)


def _ticked_just_now(turn: Turn) -> tuple[str, ...]:
    """What "undo that" means: what the question before ticked."""
    last = turn.memory.last
    if last is None or last.intent != "done":
        return ()
    return last.skills or turn.profile.skills[-1:]


def _which(role: Role | None, turn: Turn) -> Answer:
    if role is None:
        return turn.answer(
            turn.say("no_plan"), outcome="clarify", follow_ups=[turn.suggest("plan"), turn.suggest("recommend")]
        )
    held = [skill for step in steps(role, turn.profile.skills) for skill in step.held]
    return turn.answer(
        turn.say("which" if held else "nothing", skill_facts(role), role=role),
        checklist(role, turn.profile.skills, turn),
        outcome="clarify",
        roles=[role.id],
        follow_ups=[turn.suggest_skill(skill, "undo") for skill in held[-MOST_OFFERED:]]
        or ways_on(role, turn.profile.skills, turn),
    )
