"""What somebody says of themselves: noted, and a way on."""

from dataclasses import replace

from careerbot.intents.base import Answer, Block, Profile, Query
from careerbot.intents.profile.counted import counted
from careerbot.intents.turn import Turn
from careerbot.knowledge.base import SkillGroup


def answer(query: Query, turn: Turn) -> Answer:
    if lines := counted(query, turn):
        return _of_the_list(lines, turn)
    profile = turn.memory.profile
    blocks: list[Block] = []
    kept = [skill for skill in query.skills if skill in turn.profile.skills]  # said to be noted only if it is
    if kept:
        blocks.append(turn.say("skills", skills=turn.names(kept)))
    if query.denied_skills:
        blocks.append(turn.say("forgot", skills=turn.names(query.denied_skills)))
    if query.unlisted_skills:
        blocks.append(turn.say("unlisted", skills=query.unlisted_skills))
    blocks += turn.alike(query)
    left = [turn.knowledge.role(role).title for role in query.excluded]
    if left:
        blocks.append(turn.say("left_role", roles=left))
    blocks += [turn.say(_noted_as(role.id, profile), role=role) for role in turn.roles(query)[:1]]
    blocks += [turn.say("title", title=title) for title in query.shown_titles[:1]]
    role = query.roles[0] if query.roles else profile.goal
    follow_ups = [
        turn.suggest("recommend"),
        *([turn.suggest("pay", role), turn.suggest("why_pay", role)] if role else [turn.suggest("list_roles")]),
    ]
    if not blocks:
        follow_ups = [turn.suggest("recommend"), turn.suggest("quiz"), turn.suggest("list_roles")]
        return turn.answer(turn.say("nothing"), outcome="small_talk", follow_ups=follow_ups)
    return turn.answer(*blocks, turn.say("next"), roles=query.roles, follow_ups=follow_ups)


def _of_the_list(lines: list[SkillGroup], turn: Turn) -> Answer:
    """What lines say one must have is noted; of a line with a choice it has to be said which."""
    sure = tuple(skill for line in lines if line.requirement == "all" or len(line.skills) == 1 for skill in line.skills)
    choices = [line for line in lines if not set(line.skills) & set(sure)]
    known = tuple(dict.fromkeys((*turn.profile.skills, *sure)))
    blocks = [turn.say("skills", turn.facts_naming(sure), skills=turn.names(sure))] if sure else []
    blocks += [turn.say("which", [line.fact], skills=turn.names(line.skills)) for line in choices]
    role = turn.memory.talked_about[0]
    return turn.answer(
        *blocks,
        outcome="clarify" if choices else "answered",
        roles=[role],
        options=[turn.suggest_skill(skill, "done") for line in choices[:1] for skill in line.skills],
        follow_ups=[turn.suggest("gap", role), turn.suggest("recommend")],
        profile=replace(turn.profile, skills=known),
    )


def _noted_as(role: str, profile: Profile) -> str:
    """Name of the wording for what a role that is named is to the person: theirs, wished for, or neither."""
    return "role" if role == profile.role else "goal" if role == profile.goal else "neither"
