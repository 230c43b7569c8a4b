"""The skill lists of several roles beside each other: what is shared, what only one has, what is alike."""

from careerbot.intents.base import Block
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Role, SkillGroup
from careerbot.knowledge.overlap import Overlap, likenesses, named, named_by_all, overlaps


def rows_of_skills(roles: list[Role], turn: Turn) -> list[tuple[str, ...]]:
    """Rows of a table: each role's lines that another list shares, and those of its own."""
    found = overlaps(roles)
    if not any(each.shared for each in found):
        return [(turn.word("skills"), *("\n".join(group.text for group in each.only) for each in found))]
    shared = turn.word("shared_both" if len(roles) == 2 else "shared_several_lists")
    return [
        (shared, *("\n".join(_shared(group, each, turn) for group in each.shared) for each in found)),
        (turn.word("only_here"), *("\n".join(group.text for group in each.only) for each in found)),
    ]


def _shared(group: SkillGroup, of: Overlap, turn: Turn) -> str:
    """The line, and which of its skills is shared where not all of them are: "both Python and SQL"."""
    if set(group.skills) <= of.skills:
        return group.text
    skills = turn.names(skill for skill in named(group) if skill in of.skills)
    return turn.word("partly", line=group.text, skills=skills)


def similar(roles: list[Role], turn: Turn) -> list[Block]:
    """Pairs of skills that are alike by our judgement; never said to be shared."""
    pairs = likenesses(roles, turn.knowledge)
    if not pairs:
        return []
    lines = [
        turn.word("pair", one=turn.skills[one], role=role, other=turn.skills[other], beside=beside)
        for (role, _, one), (beside, _, other) in pairs
    ]
    facts = [group.fact for one, other in pairs for _, group, _ in (one, other)]
    return [turn.say("alike", facts, pairs=lines)]


def in_common(roles: list[Role], turn: Turn) -> list[Block]:
    """Skills that every list names, pairs that are alike by our judgement, the field they share."""
    several = "_several" if len(roles) > 2 else ""
    common = named_by_all(roles)
    blocks: list[Block] = []
    if common:
        facts = [group.fact for role in roles for group in role.skills if set(common) & set(named(group))]
        blocks.append(turn.say(f"shared{several}", facts, skills=turn.names(common)))
    else:
        blocks.append(turn.say(f"nothing_shared{several}", skill_facts(*roles)))
    blocks += _in_some(roles, turn)
    blocks += similar(roles, turn)
    for cluster, members in (turn.knowledge.clusters or {}).items():
        if all(role.id in members for role in roles) and not several:
            blocks.append(turn.say("same_cluster", [cluster], cluster=turn.knowledge.facts[cluster].text))
    return blocks


def coding(roles: list[Role], turn: Turn) -> Block:
    """What of each list means writing code: all that can be said to "which one is more coding"."""
    rows = []
    for role in roles:
        skills = [skill for group in role.skills for skill in named(group) if skill in turn.programming]
        rows.append(turn.word("coding_of", role=role, skills=turn.names(dict.fromkeys(skills))))
    return turn.say("coding", skill_facts(*roles), rows=rows)


def _in_some(roles: list[Role], turn: Turn) -> list[Block]:
    """Of three or four roles, what some of the lists name, but not all."""
    facts = [group.fact for each in overlaps(roles) for group in each.shared]
    several: dict[str, list[str]] = {}
    for role in roles:
        for skill in dict.fromkeys(skill for group in role.skills for skill in named(group)):
            several.setdefault(skill, []).append(role.title)
    lines = [
        turn.word("in_some", skill=turn.skills[skill], roles=titles)
        for skill, titles in several.items()
        if 1 < len(titles) < len(roles)
    ]
    return [turn.say("shared_by_some", facts, lines=lines)] if lines else []
