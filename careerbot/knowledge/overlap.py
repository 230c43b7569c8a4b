"""What the skill lists of several roles share, line by line. What is our judgement stays apart."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from careerbot.knowledge.base import KnowledgeBase, Role, SkillGroup


class Overlap(NamedTuple):
    """One role's lines beside the other roles' lists: each line is in exactly one of the two."""

    role: Role
    shared: tuple[SkillGroup, ...]
    """Lines with a skill that another of the lists names."""
    only: tuple[SkillGroup, ...]
    skills: frozenset[str]
    """Of the skills of its lines, those that another of the lists names."""


class Likeness(NamedTuple):
    """Two skills that are similar by our judgement, each in the list of its role."""

    one: tuple[Role, SkillGroup, str]
    other: tuple[Role, SkillGroup, str]


def overlaps(roles: Sequence[Role]) -> tuple[Overlap, ...]:
    """In the order of the roles."""
    return tuple(_overlap(role, [other for other in roles if other is not role]) for role in roles)


def named_by_all(roles: Sequence[Role]) -> tuple[str, ...]:
    """Skill ids that every list names, in the order in which the role that is listed first names them."""
    first = min(roles, key=lambda role: role.position)
    names = [{skill for group in role.skills for skill in named(group)} for role in roles]
    found = (skill for group in first.skills for skill in named(group))
    return tuple(dict.fromkeys(skill for skill in found if all(skill in each for each in names)))


def likenesses(roles: Sequence[Role], knowledge: KnowledgeBase) -> tuple[Likeness, ...]:
    """Every pair of similar skills between two of the roles."""
    return tuple(
        Likeness((one, mine, skill), (other, theirs, like))
        for one, other in combinations(roles, 2)
        for mine in one.skills
        for theirs in other.skills
        for skill in named(mine)
        for like in named(theirs)
        if knowledge.are_similar(skill, like)
    )


def named(group: SkillGroup) -> tuple[str, ...]:
    """Skill ids of the line, examples included."""
    return (*group.skills, *group.examples)


def _overlap(role: Role, others: Sequence[Role]) -> Overlap:
    elsewhere = frozenset(skill for other in others for group in other.skills for skill in named(group))
    shared = tuple(group for group in role.skills if elsewhere & set(named(group)))
    only = tuple(group for group in role.skills if group not in shared)
    return Overlap(role, shared, only, frozenset(skill for group in shared for skill in named(group)) & elsewhere)
