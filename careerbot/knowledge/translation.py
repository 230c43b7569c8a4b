"""The facts in another language: `texts/<language>.yaml` has a text for each. Ids and figures stay one set."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from careerbot.knowledge.base import Fact, KnowledgeBase, Role
from careerbot.knowledge.problems import Problem, did_you_mean
from careerbot.knowledge.schema import Entry, Said
from careerbot.knowledge.yaml_nodes import Document

MADE = frozenset({"pay", "pay_open", "position"})
"""Kinds of fact whose text is made of figures."""


class TextsFile(Entry):
    """The texts of all facts in one language."""

    language: Said
    pay: Said
    """Of a range: {low} and {high} are amounts."""
    pay_open: Said
    """Of a range that is open above."""
    unlimited: Said
    """That it is open above: {high}."""
    position: Said
    """{place} in the listing, {of} roles."""
    texts: dict[str, Said]
    """Fact id -> text."""


def strange(texts: Document, knowledge: KnowledgeBase) -> Iterator[Problem]:
    """Texts of no fact. A fact without a text stays as it is written; `careerbot check` tells."""
    wanted = [id for id, fact in knowledge.facts.items() if fact.kind not in MADE]
    for place, _ in texts.each("texts.*"):
        if place[-1] not in wanted:
            fix = f"{did_you_mean(str(place[-1]), wanted)}Correct the id, or remove the line."
            yield texts.problem(place, f"there is no fact {place[-1]}", fix)


def translated(knowledge: KnowledgeBase, file: TextsFile) -> KnowledgeBase:
    """The same knowledge with its facts in the words of this file."""
    facts = {id: fact._replace(text=_text(fact, knowledge, file)) for id, fact in knowledge.facts.items()}
    return replace(
        knowledge,
        facts=facts,
        roles=tuple(_role(role, facts) for role in knowledge.roles),
        general=tuple(facts[fact.id] for fact in knowledge.general),
    )


def _text(fact: Fact, knowledge: KnowledgeBase, file: TextsFile) -> str:
    if fact.kind not in MADE:
        return file.texts.get(fact.id, fact.text)
    role = knowledge.role(fact.role or "")
    low, high = f"${role.pay.low:,}", f"${role.pay.high:,}"
    patterns = {
        "pay": file.pay_open if role.pay.open_ended else file.pay,
        "pay_open": file.unlimited,
        "position": file.position,
    }
    return patterns[fact.kind].format(low=low, high=high, place=role.position, of=len(knowledge.roles))


def _role(role: Role, facts: Mapping[str, Fact]) -> Role:
    return role._replace(
        duties=tuple(facts[fact.id] for fact in role.duties),
        skills=tuple(line._replace(text=facts[line.fact].text) for line in role.skills),
        reasons=tuple(facts[fact.id] for fact in role.reasons),
        notes=tuple(facts[fact.id] for fact in role.notes),
    )
