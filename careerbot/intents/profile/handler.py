"""What somebody says of themselves: noted, and a way on."""

from careerbot.intents.base import Answer, Block, Profile, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.memory.profile
    blocks: list[Block] = []
    if query.skills:
        blocks.append(turn.say("skills", skills=turn.names(query.skills)))
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


def _noted_as(role: str, profile: Profile) -> str:
    """Name of the wording for what a role that is named is to the person: theirs, wished for, or neither."""
    return "role" if role == profile.role else "goal" if role == profile.goal else "neither"
