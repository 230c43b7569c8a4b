"""The questions of the quiz as they are asked: what is offered, and how each offer may be typed."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from careerbot.intents.base import Suggestion
from careerbot.intents.turn import Turn
from careerbot.knowledge.base import KnowledgeBase, QuizQuestion

SKIP, STOP = "skip", "stop"
UNCLEAR = "unclear"
"""Picked where what was typed is none of the answers: the question is asked again."""
BOTH = "+"
"""Between the ids where several answers were given to one question."""


class Way(NamedTuple):
    """One thing that can be said to a question."""

    id: str
    """Of an answer; or skip, stop."""
    said: tuple[str, ...]
    """Words and phrases that mean it."""


def current(turn: Turn) -> QuizQuestion | None:
    """The question that waits for an answer; None when no quiz is going on."""
    given = turn.profile.quiz
    questions = turn.knowledge.quiz
    return questions[len(given)] if given is not None and len(given) < len(questions) else None


def offers(question: QuizQuestion, turn: Turn) -> list[Suggestion]:
    answers = [Suggestion(turn.word(f"answer_{answer.id}"), f"quiz:{answer.id}") for answer in question.answers]
    skip = Suggestion(turn.word("skip"), f"quiz:{SKIP},{question.id}")
    return [*answers, skip, Suggestion(turn.word("stop"), f"quiz:{STOP}")]


def ways(question: QuizQuestion, turn: Turn) -> list[Way]:
    """How each answer, skipping and stopping may be typed."""
    answers = [
        Way(answer.id, (*_said(f"said_{answer.id}", turn), turn.word(f"answer_{answer.id}").lower()))
        for answer in question.answers
    ]
    return [*answers, Way(SKIP, _said("said_skip", turn)), Way(STOP, _said("said_stop", turn))]


def small_words(turn: Turn) -> frozenset[str]:
    """Words around an answer that mean nothing by themselves."""
    return frozenset(_said("said_around", turn))


def unworded(knowledge: KnowledgeBase, replies: Mapping[str, str]) -> Iterator[str]:
    """Names of replies that the questions of the knowledge need and the wording lacks."""
    for question in knowledge.quiz:
        needed = [f"ask_{question.id}"]
        needed += [f"{part}_{answer.id}" for answer in question.answers for part in ("answer", "said")]
        yield from (name for name in needed if name not in replies)


def _said(name: str, turn: Turn) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in turn.word(name).split(",") if phrase.strip())
