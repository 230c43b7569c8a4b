"""What skills a role lists, and whether it lists a certain one. Absence from a list is never a denial."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn
from careerbot.knowledge.base import Role, SkillGroup


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    if not roles:
        return turn.answer(turn.say("which_role_about"), outcome="clarify")
    blocks: list[Block] = []
    for role in roles:
        blocks += [block for skill in query.skills for block in _about(skill, role, turn)]
        blocks += [block for tool, skill in query.like_skills for block in _alike(tool, skill, role, turn)]
        blocks += [turn.say("nowhere", skill=skill, role=role) for skill in query.unlisted_skills]
        blocks.append(turn.skill_lines(role.skills, turn.word("listed", role=role)))
    first = roles[0].id
    return turn.answer(
        *blocks,
        roles=query.roles,
        follow_ups=[turn.suggest("become", first), turn.suggest("pay", first), turn.suggest("responsibilities", first)],
    )


def _about(skill: str, role: Role, turn: Turn) -> list[Block]:
    """Whether this role's list names the skill, and if not, where it is named."""
    name = turn.skills[skill]
    for group in role.skills:
        if skill in group.skills or skill in group.examples:
            return _listed(skill, group, role, turn)
    elsewhere = turn.knowledge.listing(skill)
    facts = [group.fact for _, group in elsewhere]
    blocks: list[Block] = [
        turn.say("elsewhere", facts, skill=name, role=role, others=[other.title for other, _ in elsewhere])
        if elsewhere
        else turn.say("nowhere", skill=name, role=role)
    ]
    near = [
        group
        for group in role.skills
        if any(turn.knowledge.are_similar(skill, other) for other in group.skills) or _same_kind(skill, group, turn)
    ]
    blocks += [turn.say("similar", [group.fact], line=group.text) for group in near]
    return [*blocks, turn.say("absence")]


def _alike(tool: str, skill: str, role: Role, turn: Turn) -> list[Block]:
    """A tool that the list does not name, though it names its kind: TensorFlow beside PyTorch."""
    groups = [group for group in role.skills if skill in group.skills or skill in group.examples]
    if groups:
        return [turn.say("like_example", [group.fact], tool=tool, role=role, line=group.text) for group in groups]
    return [turn.say("nowhere", skill=tool, role=role), turn.say("absence")]


def _listed(skill: str, group: SkillGroup, role: Role, turn: Turn) -> list[Block]:
    blocks: list[Block] = [turn.say("lists_it", [group.fact], role=role, line=group.text)]
    if group.requirement == "any":
        blocks.append(turn.say("any_is_enough", [group.fact]))
    elif skill in group.examples:
        blocks.append(turn.say("is_example", [group.fact], skill=turn.skills[skill]))
    return blocks


def _same_kind(skill: str, group: SkillGroup, turn: Turn) -> bool:
    """The skill is the example of a line elsewhere that this role lists in general: Prometheus and observability."""
    return any(
        skill in other.examples and set(other.skills) & set(group.skills) for _, other in turn.knowledge.listing(skill)
    )
