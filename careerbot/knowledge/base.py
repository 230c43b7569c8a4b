"""What is true: the facts as frozen values, and pure look-ups over them.

This floor knows nothing of language or chat. All money is US dollars a year.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple

Requirement = Literal["all", "any", "example"]
Bound = Literal["low", "high", "middle"]


class Fact(NamedTuple):
    """One statement of the source, in our words, under a stable id."""

    id: str
    kind: str
    """pay, pay_open, position, duty, skill, reason, note, theme, meta_skill, meta_note, pattern, cluster, advice"""
    text: str
    role: str | None
    """The id of the role it is about; None for what is said of all roles."""
    source: str


class Pay(NamedTuple):
    """An average range as listed, US dollars a year."""

    fact: str
    low: int
    high: int
    open_ended: bool
    open_fact: str | None
    """The fact that says the range goes on above `high`."""

    @property
    def middle(self) -> float:
        """Middle of the listed range: not an average and not a median."""
        return (self.low + self.high) / 2

    def bound(self, by: Bound) -> float:
        value: float = getattr(self, by)
        return value


class SkillGroup(NamedTuple):
    """One line of a role's skill list."""

    fact: str
    text: str
    requirement: Requirement
    """all: every skill of the line; any: one of them is enough; example: the named tool stands for its kind."""
    skills: tuple[str, ...]
    """Skill ids, in the order of the line."""
    examples: tuple[str, ...] = ()
    """Skill ids that the source names only as examples."""


class Role(NamedTuple):
    id: str
    title: str
    position: int
    """Place in the listing: an order of presentation, not of pay."""
    position_fact: str
    pay: Pay
    duties: tuple[Fact, ...]
    skills: tuple[SkillGroup, ...]
    reasons: tuple[Fact, ...]
    notes: tuple[Fact, ...]


class QuizAnswer(NamedTuple):
    id: str
    facts: tuple[str, ...]
    """Ids of the facts that it points to, by our judgement."""


class QuizQuestion(NamedTuple):
    id: str
    answers: tuple[QuizAnswer, ...]


class Source(NamedTuple):
    id: str
    title: str
    as_of: str
    leaves_open: tuple[str, ...]
    """What the source does not state: country, level, currency_name, period, base_or_total, method, collection_date."""
    kind: str = "article"


@dataclass(frozen=True)
class KnowledgeBase:
    roles: tuple[Role, ...]
    """In listing order."""
    general: tuple[Fact, ...]
    """What is said of all roles: themes, meta skills, patterns, clusters, advice."""
    facts: dict[str, Fact]
    sources: tuple[Source, ...]
    similar: tuple[tuple[str, str], ...] = ()
    """Pairs of skill ids that are similar, by our judgement."""
    skill_is_duty: tuple[tuple[str, str], ...] = ()
    """(fact of a skill line, fact of another role's duty that takes this skill), by our judgement."""
    lifts_pay: tuple[str, ...] = ()
    """Ids of notes that say what the best-paid people of a role have: our choice of the notes."""
    clusters: dict[str, tuple[str, ...]] | None = None
    """Cluster fact id -> role ids: our grouping, the source only names the clusters."""
    patterns: dict[str, tuple[str, ...]] | None = None
    quiz: tuple[QuizQuestion, ...] = ()
    """Questions for somebody who knows nothing yet, in order: ours."""

    def role(self, id: str) -> Role:
        """The role with this id; KeyError if there is none."""
        return self._by_id[id]

    @cached_property
    def derived(self) -> dict[tuple[str, str], Any]:
        """What follows from the knowledge alone, each worked out once: (what it is, of which role) -> it."""
        return {}

    @cached_property
    def _by_id(self) -> dict[str, Role]:
        return {role.id: role for role in self.roles}

    def said_of_all(self, kind: str) -> tuple[Fact, ...]:
        """Facts of this kind that belong to no single role, in order."""
        return tuple(fact for fact in self.general if fact.kind == kind)

    def only(self, roles: Iterable[str]) -> "KnowledgeBase":
        """The same without all other roles and what is said of them."""
        kept = frozenset(roles)
        return replace(
            self,
            roles=tuple(role for role in self.roles if role.id in kept),
            facts={id: fact for id, fact in self.facts.items() if fact.role is None or fact.role in kept},
        )

    def ranked(self, by: Bound, roles: Iterable[Role] | None = None, lowest_first: bool = False) -> list[Role]:
        """Roles by a bound of their listed range; ties stay in listing order."""
        sign = 1 if lowest_first else -1
        chosen = self.roles if roles is None else roles
        return sorted(chosen, key=lambda role: (sign * role.pay.bound(by), role.position))

    def where(self, test: Callable[[Role], bool]) -> list[Role]:
        return [role for role in self.roles if test(role)]

    def listing(self, skill: str) -> Sequence[tuple[Role, SkillGroup]]:
        """Every role that lists this skill, with the line that names it."""
        return self._listings.get(skill, ())

    @cached_property
    def _listings(self) -> dict[str, list[tuple[Role, SkillGroup]]]:
        """Skill id -> what `listing` says of it: looked for in all roles once, not at every question."""
        found: dict[str, list[tuple[Role, SkillGroup]]] = {}
        for role in self.roles:
            for group in role.skills:
                for skill in dict.fromkeys((*group.skills, *group.examples)):
                    found.setdefault(skill, []).append((role, group))
        return found

    def are_similar(self, one: str, other: str) -> bool:
        """By our judgement. A tool that a list names as an example stands for its kind."""
        return other in self.similar_to(one)

    def similar_to(self, skill: str) -> frozenset[str]:
        """The listed skills that are similar to this one, without itself."""
        return self._similar_to.get(skill, frozenset())

    @cached_property
    def _similar_to(self) -> dict[str, frozenset[str]]:
        """Skill id -> what `similar_to` says of it: a plan and a move compare skills by the thousand."""
        partners: dict[str, set[str]] = {}
        for one, other in self.similar:
            partners.setdefault(one, set()).add(other)
            partners.setdefault(other, set()).add(one)
        examples: dict[str, set[str]] = {}
        for example, kinds in self._kinds.items():
            for kind in kinds:
                examples.setdefault(kind, set()).add(example)
        found = {}
        for skill in {*self._listings, *partners}:
            stands_for = {skill, *self._kinds.get(skill, ())}
            alike = stands_for.union(*(partners.get(each, ()) for each in stands_for))
            found[skill] = frozenset(alike.union(*(examples.get(each, ()) for each in alike)) - {skill})
        return found

    @cached_property
    def _kinds(self) -> dict[str, tuple[str, ...]]:
        """Skill id that is named as an example -> ids of the kinds of skill it is named for."""
        found: dict[str, tuple[str, ...]] = {}
        for role in self.roles:
            for group in role.skills:
                for example in group.examples:
                    found[example] = (*found.get(example, ()), *group.skills)
        return found
