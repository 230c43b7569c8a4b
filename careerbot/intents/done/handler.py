"""Something is learned: noted as known, which ticks it off wherever a list names it."""

from collections.abc import Iterable
from dataclasses import replace

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.checklist import checklist, numbered, standing
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import best_covered
from careerbot.knowledge.steps import steps

MOST_OFFERED = 3


def answer(query: Query, turn: Turn) -> Answer:
    role = turn.knowledge.role(turn.profile.plan) if turn.profile.plan else None
    if "which" in query.picked:
        return _which(query.skills, turn)
    if query.skills or query.unlisted_skills or query.like_skills:
        return _ticked(query, query.skills, role, turn)
    if role is None:
        return turn.answer(
            turn.say("no_plan"), outcome="clarify", follow_ups=[turn.suggest("plan"), turn.suggest("recommend")]
        )
    step = numbered(query, role, turn)
    if step is None:
        return _which_step(query, role, turn)
    if len(step.skills) > 1 and not step.done:
        return _which(step.skills, turn)
    return _ticked(query, step.held or step.skills, role, turn)


def _ticked(query: Query, skills: tuple[str, ...], role: Role | None, turn: Turn) -> Answer:
    # What is told last stands last, so that "undo that" finds it.
    others = tuple(known for known in turn.profile.skills if known not in skills)
    profile = replace(
        turn.profile,
        skills=(*others, *skills),
        unlisted_skills=tuple(dict.fromkeys((*turn.profile.unlisted_skills, *query.unlisted_skills))),
    )
    blocks = _said(query, skills, role, turn)
    if role:
        return standing(role, turn, *blocks, profile=profile)
    best = [each.role for each in best_covered(profile.skills, turn.knowledge)[:1]]
    return turn.answer(
        *blocks,
        *(turn.say("fits", skill_facts(each), role=each) for each in best),
        outcome="answered" if skills else "not_covered",
        roles=[each.id for each in best],
        follow_ups=[*(turn.suggest("plan", each.id) for each in best), turn.suggest("recommend")],
        profile=profile,
    )


def _said(query: Query, skills: tuple[str, ...], role: Role | None, turn: Turn) -> list[Block]:
    """What of it the plan names, what it does not, and what no list names."""
    planned = {name for step in steps(role, ()) for name in step.names} if role else set()
    ticked = [skill for skill in skills if skill in planned]
    beside = [skill for skill in skills if skill not in planned]
    blocks: list[Block] = []
    if ticked:
        blocks.append(turn.say("ticked", turn.facts_naming(ticked), skills=turn.names(ticked)))
    if beside and role:
        blocks.append(turn.say("not_in_plan", turn.facts_naming(beside), skills=turn.names(beside), role=role))
    elif beside:
        blocks.append(turn.say("noted", turn.facts_naming(beside), skills=turn.names(beside)))
    if query.unlisted_skills:
        blocks.append(turn.say("unlisted", skills=query.unlisted_skills))
    return [*blocks, *turn.alike(query)]


def _which(skills: Iterable[str], turn: Turn) -> Answer:
    """One of them is enough, so it has to be said which."""
    skills = tuple(skills)
    return turn.answer(
        turn.say("which", turn.facts_naming(skills), skills=turn.names(skills)),
        outcome="clarify",
        follow_ups=[turn.suggest_skill(skill, "done") for skill in skills],
    )


def _which_step(query: Query, role: Role, turn: Turn) -> Answer:
    """No step named, or one that the plan does not have."""
    every = steps(role, turn.profile.skills)
    still_open = [skill for step in every if not step.done for skill in step.skills][:MOST_OFFERED]
    if not still_open:
        return standing(role, turn)
    counted = query.ordinal is not None or query.how_many is not None
    return turn.answer(
        turn.say("no_such_step" if counted else "which_step", skill_facts(role), role=role, total=len(every)),
        checklist(role, turn.profile.skills, turn),
        outcome="clarify",
        roles=[role.id],
        follow_ups=[turn.suggest_skill(skill, "done") for skill in still_open],
    )
