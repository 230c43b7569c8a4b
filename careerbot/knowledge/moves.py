"""Ways from one role to another: what the two have to do with each other, and how their pay ranges differ.

The skill lists hardly overlap, so a way rests on one of three kinds of tie:

    same     both lists name the skill
    similar  the lists name skills that are similar, by our judgement
    duty     a skill of one list is what a duty of the other takes, by our judgement
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from careerbot.knowledge.base import KnowledgeBase, Pay, Role
from careerbot.knowledge.coverage import Coverage, coverage

Kind = Literal["same", "similar", "duty"]
Ends = Literal["both", "low", "high", "none"]


class Tie(NamedTuple):
    kind: Kind
    mine: str
    """Of the role one comes from: a skill id, or the id of a fact where the kind is duty."""
    theirs: str
    """Of the role one goes to, in the same way."""


class Way(NamedTuple):
    start: Role
    end: Role
    ties: tuple[Tie, ...]
    """The closest kind first; never empty."""
    shared: tuple[int, int, int, int]
    """Lines of the other role's list that one's own skills cover, that they begin, that they are similar to; duties."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(dict.fromkeys(tie.kind for tie in self.ties))

    def of(self, kind: Kind) -> tuple[Tie, ...]:
        return tuple(tie for tie in self.ties if tie.kind == kind)


class Difference(NamedTuple):
    """How the listed bounds differ, US dollars a year: those of the role one goes to less those of one's own."""

    low: int
    high: int
    """Of the listed bounds: where one of the ranges is open, the true difference is not known."""

    @property
    def raised(self) -> Ends:
        """Which ends are higher while the other is not lower; "low" or "high" also where the other one falls."""
        if self.low > 0 and self.high > 0:
            return "both"
        if self.low > 0:
            return "low"
        return "high" if self.high > 0 else "none"

    @property
    def is_raise(self) -> bool:
        """Neither bound is lower and at least one is higher."""
        return self.low >= 0 and self.high >= 0 and self.raised != "none"


def difference(start: Pay, end: Pay) -> Difference:
    return Difference(end.low - start.low, end.high - start.high)


def ways(start: Role, knowledge: KnowledgeBase) -> list[Way]:
    """Ways to the other roles, the closest first; ties in listing order. Empty where nothing leads anywhere."""
    found: list[Way] | None = knowledge.derived.get(("ways", start.id))
    if found is None:
        ends = (end for end in knowledge.roles if end is not start)
        found = [way for end in ends for way in [way_between(start, end, knowledge)] if way]
        found.sort(key=lambda way: tuple(-count for count in way.shared))
        knowledge.derived["ways", start.id] = found
    return list(found)


def way_between(start: Role, end: Role, knowledge: KnowledgeBase) -> Way | None:
    has = coverage(end, skills_of(start), knowledge)
    named = {skill for group in start.skills for skill in group.skills}  # an example is as similar as its kind is
    ties = (
        *(Tie("same", skill, skill) for skill in has.held),
        *(Tie("similar", mine, theirs) for mine, theirs in has.similar if mine in named),
        *_duties(start, end, knowledge),
    )
    similar = sum(bool(line.similar) for line in has.lines)
    duties = sum(tie.kind == "duty" for tie in ties)
    return Way(start, end, ties, (has.covered, has.begun, similar, duties)) if ties else None


def closest(found: Iterable[Way]) -> list[Way]:
    """All that are as close as the closest."""
    every = list(found)
    return [way for way in every if way.shared == every[0].shared]


def all_ways(knowledge: KnowledgeBase) -> list[Way]:
    """Every two roles that are tied, once: from the one whose range lies lower, grouped by it in listing order."""
    return [
        way
        for start in knowledge.roles
        for way in ways(start, knowledge)
        if (start.pay.middle, start.position) < (way.end.pay.middle, way.end.position)
    ]


def raises(start: Role, known: Iterable[str], knowledge: KnowledgeBase) -> list[tuple[Way, Coverage]]:
    """Ways to a higher range, fewest open lines first. What one's own list names counts as known, as `known` does."""
    has = (*known, *skills_of(start))
    found = [
        (way, coverage(way.end, has, knowledge))
        for way in ways(start, knowledge)
        if difference(start.pay, way.end.pay).is_raise
    ]
    return sorted(found, key=lambda each: len(each[1].open))


def cheapest(found: list[tuple[Way, Coverage]]) -> list[tuple[Way, Coverage]]:
    """All that leave as few lines open as the first."""
    return [each for each in found if len(each[1].open) == len(found[0][1].open)]


def skills_of(role: Role) -> tuple[str, ...]:
    """All that its list names, examples included."""
    return tuple(dict.fromkeys(skill for group in role.skills for skill in (*group.skills, *group.examples)))


def _duties(start: Role, end: Role, knowledge: KnowledgeBase) -> Iterable[Tie]:
    for skill, duty in knowledge.skill_is_duty:
        roles = (knowledge.facts[skill].role, knowledge.facts[duty].role)
        if roles == (start.id, end.id):
            yield Tie("duty", skill, duty)
        elif roles == (end.id, start.id):
            yield Tie("duty", duty, skill)
