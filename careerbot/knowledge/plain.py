"""The knowledge base as plain data and back: dicts, tuples, strings and numbers only, so that `marshal` can keep it.

This is the way in when the bot starts: it imports neither PyYAML nor pydantic.
"""

from typing import Any

from careerbot.knowledge.base import Fact, KnowledgeBase, Pay, QuizAnswer, QuizQuestion, Role, SkillGroup, Source


def to_data(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Plain data from which `from_data` makes an equal knowledge base. Facts are written once and named by id."""
    return {
        "facts": tuple((fact.id, fact.kind, fact.text, fact.role, fact.source) for fact in knowledge.facts.values()),
        "roles": tuple(
            (
                role.id,
                role.title,
                role.position,
                role.position_fact,
                (role.pay.fact, role.pay.low, role.pay.high, role.pay.open_ended, role.pay.open_fact),
                _ids(role.duties),
                tuple((line.fact, line.text, line.requirement, line.skills, line.examples) for line in role.skills),
                _ids(role.reasons),
                _ids(role.notes),
            )
            for role in knowledge.roles
        ),
        "general": _ids(knowledge.general),
        "sources": tuple(
            (source.id, source.title, source.as_of, source.leaves_open, source.kind) for source in knowledge.sources
        ),
        "similar": knowledge.similar,
        "skill_is_duty": knowledge.skill_is_duty,
        "lifts_pay": knowledge.lifts_pay,
        "clusters": knowledge.clusters,
        "patterns": knowledge.patterns,
        "quiz": tuple(
            (question.id, tuple((answer.id, answer.facts) for answer in question.answers))
            for question in knowledge.quiz
        ),
    }


def from_data(data: dict[str, Any]) -> KnowledgeBase:
    """The knowledge base that `to_data` wrote. Data of another shape raises KeyError, TypeError or ValueError."""
    facts = {fact[0]: Fact(*fact) for fact in data["facts"]}

    def named(ids: tuple[str, ...]) -> tuple[Fact, ...]:
        return tuple([facts[id] for id in ids])

    return KnowledgeBase(
        roles=tuple(
            [
                Role(
                    id,
                    title,
                    position,
                    position_fact,
                    Pay(*pay),
                    named(duties),
                    tuple([SkillGroup(*line) for line in skills]),
                    named(reasons),
                    named(notes),
                )
                for id, title, position, position_fact, pay, duties, skills, reasons, notes in data["roles"]
            ]
        ),
        general=named(data["general"]),
        facts=facts,
        sources=tuple([Source(*source) for source in data["sources"]]),
        similar=data["similar"],
        skill_is_duty=data["skill_is_duty"],
        lifts_pay=data["lifts_pay"],
        clusters=data["clusters"],
        patterns=data["patterns"],
        quiz=tuple(
            [QuizQuestion(id, tuple([QuizAnswer(*answer) for answer in answers])) for id, answers in data["quiz"]]
        ),
    )


def _ids(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    return tuple(fact.id for fact in facts)
