"""Which roles the answers of the quiz point to, and by which facts. The mapping is our judgement."""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.knowledge.base import Fact, KnowledgeBase, Role


class Pointed(NamedTuple):
    role: Role
    facts: tuple[Fact, ...]
    """What the answers point to, in the order of the answers: facts of the role, patterns and clusters it is in."""
    answers: int
    """How many of the answers point to it."""


def pointed_to(answers: Iterable[str], knowledge: KnowledgeBase) -> list[Pointed]:
    """Roles that at least one of these answer ids points to, the most pointed to first; ties in listing order."""
    given = set(answers)
    chosen = [answer for question in knowledge.quiz for answer in question.answers if answer.id in given]
    found = []
    for role in knowledge.roles:
        reasons = [[fact for fact in answer.facts if _is_of(fact, role, knowledge)] for answer in chosen]
        facts = tuple(knowledge.facts[fact] for reason in reasons for fact in reason)
        found.append(Pointed(role, tuple(dict.fromkeys(facts)), sum(map(bool, reasons))))
    return sorted((each for each in found if each.facts), key=lambda each: (-each.answers, each.role.position))


def _is_of(fact: str, role: Role, knowledge: KnowledgeBase) -> bool:
    """It is a fact of this role, or a pattern or cluster that we count the role to."""
    groups = {**(knowledge.patterns or {}), **(knowledge.clusters or {})}
    return knowledge.facts[fact].role == role.id or role.id in groups.get(fact, ())
