"""How far a set of skills covers a role's skill list, line by line. What is our judgement stays apart."""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.knowledge.base import KnowledgeBase, Role, SkillGroup


class Line(NamedTuple):
    """One line of a role's list against the skills somebody has."""

    group: SkillGroup
    held: tuple[str, ...]
    """Skills of the line that the person has, examples included."""
    missing: tuple[str, ...]
    """Skills still open; empty when the line is covered."""
    similar: tuple[tuple[str, str], ...]
    """(skill held, skill of the line) that are similar by our judgement. Never counted as covered."""

    @property
    def covered(self) -> bool:
        return not self.missing

    @property
    def begun(self) -> bool:
        return bool(self.held) and bool(self.missing)


class Coverage(NamedTuple):
    role: Role
    lines: tuple[Line, ...]

    @property
    def covered(self) -> int:
        return sum(line.covered for line in self.lines)

    @property
    def begun(self) -> int:
        return sum(line.begun for line in self.lines)

    @property
    def held(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(skill for line in self.lines for skill in line.held))

    @property
    def similar(self) -> tuple[tuple[str, str], ...]:
        return tuple(dict.fromkeys(pair for line in self.lines for pair in line.similar))

    @property
    def open(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.missing)


def coverage(role: Role, skills: Iterable[str], knowledge: KnowledgeBase) -> Coverage:
    """An "any" line is covered by one of its skills, an "all" line by all, an "example" line by the kind or example."""
    known = tuple(dict.fromkeys(skills))
    return Coverage(role, tuple(_line(group, known, knowledge) for group in role.skills))


def _line(group: SkillGroup, known: tuple[str, ...], knowledge: KnowledgeBase) -> Line:
    held = tuple(skill for skill in (*group.skills, *group.examples) if skill in known)
    if group.requirement == "all":
        missing = tuple(skill for skill in group.skills if skill not in known)
    else:
        missing = () if held else group.skills
    similar = tuple((mine, theirs) for theirs in missing for mine in known if mine in knowledge.similar_to(theirs))
    return Line(group, held, missing, similar)


def best_covered(skills: Iterable[str], knowledge: KnowledgeBase) -> list[Coverage]:
    """Roles with at least one line covered or begun, the most covered first; ties in listing order."""
    known = tuple(skills)
    found = [coverage(role, known, knowledge) for role in knowledge.roles]
    touched = [each for each in found if each.covered or each.begun]
    return sorted(touched, key=lambda each: (-each.covered, -each.begun, each.role.position))


def only_similar(skills: Iterable[str], knowledge: KnowledgeBase) -> list[Coverage]:
    """Roles of which nothing is held but something similar is."""
    known = tuple(skills)
    found = [coverage(role, known, knowledge) for role in knowledge.roles]
    return [each for each in found if each.similar and not (each.covered or each.begun)]
