"""What more skills would change: the coverage of each role before and after. It says nothing of getting a job."""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.knowledge.base import KnowledgeBase, Role
from careerbot.knowledge.coverage import Coverage, Line, coverage


class Change(NamedTuple):
    """One role before and after."""

    before: Coverage
    after: Coverage

    @property
    def role(self) -> Role:
        return self.after.role

    @property
    def lines(self) -> tuple[Line, ...]:
        """Lines of the list that come to be covered, begun or similar, or more so, as they are after."""
        return tuple(
            after for before, after in zip(self.before.lines, self.after.lines, strict=True) if after != before
        )

    @property
    def gain(self) -> tuple[int, int, int]:
        """Lines gained that are covered, lines begun or taken further, lines with something similar."""
        covered = sum(line.covered for line in self.lines)
        begun = sum(line.begun for line in self.lines)
        return covered, begun, len(self.lines) - covered - begun


def changes(known: Iterable[str], added: Iterable[str], knowledge: KnowledgeBase) -> list[Change]:
    """Roles of which something changes, the most gained first; ties in listing order."""
    before = tuple(known)
    after = (*before, *added)
    found = [Change(coverage(role, before, knowledge), coverage(role, after, knowledge)) for role in knowledge.roles]
    changed = [change for change in found if change.lines]
    return sorted(changed, key=lambda change: tuple(-count for count in change.gain))


def most_useful(known: Iterable[str], knowledge: KnowledgeBase, roles: Iterable[Role] = ()) -> list[str]:
    """Skills that would change most, one at a time: most lines covered over all roles, then begun. Ties in list order.

    `roles`: only in these. Empty where every line is covered already.
    """
    has = tuple(known)
    before = {role.id: coverage(role, has, knowledge) for role in roles or knowledge.roles}
    gains: dict[str, tuple[int, int]] = {}
    for role in knowledge.roles:
        for group in role.skills:
            for skill in group.skills:
                if skill not in has and skill not in gains:
                    found = [
                        Change(before[each.id], coverage(each, (*has, skill), knowledge)).gain
                        for each in _touched(skill, knowledge)
                        if each.id in before
                    ]
                    gains[skill] = (sum(gain[0] for gain in found), sum(gain[1] for gain in found))
    best = max(gains.values(), default=(0, 0))
    return [skill for skill, gain in gains.items() if gain == best and best > (0, 0)]


def _touched(skill: str, knowledge: KnowledgeBase) -> list[Role]:
    """The roles of which a line can change with this skill: they list it or something similar."""
    alike = (skill, *knowledge.similar_to(skill))
    return list({role.id: role for each in alike for role, _ in knowledge.listing(each)}.values())
