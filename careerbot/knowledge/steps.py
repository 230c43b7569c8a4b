"""A role's skill list as steps to take one after the other.

Nothing of it is stored: which steps are done follows from the skills that somebody has.
"""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.knowledge.base import Role, SkillGroup


class Step(NamedTuple):
    """One skill of an "all" line, or a whole "any" or "example" line."""

    group: SkillGroup
    skills: tuple[str, ...]
    """Skill ids that take it: the one skill, or the alternatives of an "any" line."""
    held: tuple[str, ...]
    """Skills somebody has that cover it, examples included."""

    @property
    def done(self) -> bool:
        return bool(self.held)

    @property
    def names(self) -> tuple[str, ...]:
        """Every skill id that covers it."""
        return self.skills if self.group.requirement == "all" else (*self.group.skills, *self.group.examples)


def steps(role: Role, skills: Iterable[str]) -> tuple[Step, ...]:
    """The steps toward a role in the order of its list, each with what of these skills covers it."""
    known = frozenset(skills)
    found: list[Step] = []
    for group in role.skills:
        if group.requirement == "all":
            found += [Step(group, (skill,), (skill,) if skill in known else ()) for skill in group.skills]
        else:
            held = tuple(skill for skill in (*group.skills, *group.examples) if skill in known)
            found.append(Step(group, group.skills, held))
    return tuple(found)
