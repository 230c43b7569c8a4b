"""Checked files -> the frozen values of `base.py`, under the ids that the rest of the program knows."""

from collections.abc import Iterable, Mapping

from careerbot.knowledge.base import Fact, KnowledgeBase, Pay, QuizAnswer, QuizQuestion, Role, SkillGroup, Source
from careerbot.knowledge.fact_ids import GENERAL_KINDS, ROLE_KINDS
from careerbot.knowledge.schema import (
    DutyEntry,
    GeneralEntry,
    PhraseEntry,
    RoleEntry,
    RolesFile,
    SentenceEntry,
    SkillLine,
    SourcesFile,
)

WrittenFact = DutyEntry | PhraseEntry | SentenceEntry | SkillLine


def knowledge_base(roles: RolesFile, sources: SourcesFile) -> KnowledgeBase:
    """The knowledge base of files that agree with each other; roles in listing order."""
    facts: dict[str, Fact] = {}
    placed = [entry for entry in roles.roles if entry.position is not None]
    entries = [
        *sorted(placed, key=lambda entry: entry.position or 0),
        *(entry for entry in roles.roles if entry.position is None),
    ]
    built = tuple(_role(entry, number, len(entries), facts) for number, entry in enumerate(entries, start=1))
    return KnowledgeBase(
        roles=built,
        general=_general(roles.general, facts),
        facts=facts,
        sources=tuple(
            Source(entry.id, entry.title, entry.as_of, tuple(entry.leaves_open), entry.kind)
            for entry in sources.sources
        ),
        similar=roles.judgement.similar_skills,
        skill_is_duty=tuple((entry.skill, entry.duty) for entry in roles.judgement.skill_is_duty),
        lifts_pay=roles.judgement.lifts_pay,
        clusters=_grouped("cluster", roles.judgement.clusters),
        patterns=_grouped("pattern", roles.judgement.patterns),
        quiz=tuple(
            QuizQuestion(question.id, tuple(QuizAnswer(answer.id, answer.facts) for answer in question.answers))
            for question in roles.judgement.quiz
        ),
    )


def _role(entry: RoleEntry, number: int, count: int, facts: dict[str, Fact]) -> Role:
    def fact(suffix: str, kind: str, text: str) -> Fact:
        made = Fact(f"{entry.id}.{suffix}", kind, text, entry.id, entry.source)
        facts[made.id] = made
        return made

    def written(key: str, entries: Iterable[WrittenFact]) -> tuple[Fact, ...]:
        kind = ROLE_KINDS[key]
        return tuple(fact(f"{kind}.{one.id}", kind, one.text) for one in entries)

    pay = entry.pay
    up = " and up" if pay.open_ended else ""
    position = fact("position", "position", f"listed at position {number} of {count}")
    pay_fact = fact("pay", "pay", f"average pay listed as ${pay.low:,} to ${pay.high:,}{up}")
    open_fact = (
        fact("pay_open", "pay_open", f"the range has no upper limit: ${pay.high:,} and up") if pay.open_ended else None
    )
    return Role(
        id=entry.id,
        title=entry.title,
        position=number,
        position_fact=position.id,
        pay=Pay(pay_fact.id, pay.low, pay.high, pay.open_ended, open_fact.id if open_fact else None),
        duties=written("duties", entry.duties),
        skills=tuple(
            SkillGroup(made.id, line.text, line.requirement, line.skills, line.examples)
            for made, line in zip(written("skills", entry.skills), entry.skills, strict=True)
        ),
        reasons=written("reasons", entry.reasons),
        notes=written("notes", entry.notes),
    )


def _general(entry: GeneralEntry, facts: dict[str, Fact]) -> tuple[Fact, ...]:
    made = []
    for key, kind in GENERAL_KINDS.items():
        for one in getattr(entry, key):
            fact = Fact(f"general.{kind}.{one.id}", kind, one.text, None, entry.source)
            facts[fact.id] = fact
            made.append(fact)
    return tuple(made)


def _grouped(kind: str, groups: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {f"general.{kind}.{id}": roles for id, roles in groups.items()}
