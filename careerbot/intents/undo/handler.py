"""Something is not learned after all: no longer known, so it is open again wherever a list names it."""

from dataclasses import replace

from careerbot.intents.base import Answer, Query
from careerbot.intents.checklist import checklist, numbered, progress, ways_on
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
            return _as_it_was(role, turn)
        skills = step.held if step else _ticked_just_now(turn)
    if not skills and not query.unlisted_skills:
        return _which(role, turn)
    profile = replace(
        turn.profile,
        skills=tuple(known for known in turn.profile.skills if known not in skills),
        unlisted_skills=tuple(known for known in turn.profile.unlisted_skills if known not in query.unlisted_skills),
    )
    facts = [group.fact for skill in skills for _, group in turn.knowledge.listing(skill)]
    said = turn.say("not_known", facts, skills=[*turn.names(skills), *query.unlisted_skills])
    if role is None:
        return turn.answer(said, profile=profile, follow_ups=[turn.suggest("recommend"), turn.suggest("plan")])
    return turn.answer(
        said,
        *progress(role, profile.skills, turn),
        checklist(role, profile.skills, turn),
        roles=[role.id],
        follow_ups=ways_on(role, profile.skills, turn),
        profile=profile,
    )


def _ticked_just_now(turn: Turn) -> tuple[str, ...]:
    """What "undo that" means: what the question before ticked."""
    last = turn.memory.last
    if last is None or last.intent != "done":
        return ()
    return last.skills or turn.profile.skills[-1:]


def _as_it_was(role: Role, turn: Turn) -> Answer:
    known = turn.profile.skills
    return turn.answer(
        *progress(role, known, turn),
        checklist(role, known, turn),
        roles=[role.id],
        follow_ups=ways_on(role, known, turn),
    )


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
