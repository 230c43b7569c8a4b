"""A short quiz for people who know nothing yet: five questions at most, each answer points to facts.

What was answered so far is in `Profile.quiz`, one entry a question; None when no quiz is going on.
"""

from dataclasses import replace

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.filters import capital
from careerbot.intents.quiz.questions import BOTH, SKIP, STOP, UNCLEAR, current, offers
from careerbot.intents.turn import Turn, pay_facts
from careerbot.knowledge.base import QuizQuestion
from careerbot.knowledge.quiz import Pointed, pointed_to

MOST = 3
"""Roles in the result."""

Given = tuple[str, ...]


def answer(query: Query, turn: Turn) -> Answer:
    before = turn.profile.quiz
    if STOP in query.picked:
        return _left(before, turn)
    if before is None and "quiz_result" in query.aspects:
        return _said_before(turn)
    given = _with(before or (), query.picked, turn.knowledge.quiz)
    turn = turn.remembering(replace(turn.profile, quiz=given))
    question = current(turn)
    if question is None:
        return _result(given, turn)
    asked = _asked(question, given, before is None, turn)
    return replace(asked, blocks=(turn.say("unclear"), *asked.blocks)) if UNCLEAR in query.picked else asked


def _with(given: Given, picked: Given, questions: tuple[QuizQuestion, ...]) -> Given:
    """The answers with the one picked: to the question that waits, or instead of an earlier one."""
    for number, question in enumerate(questions[: len(given) + 1]):
        known = [answer.id for answer in question.answers if answer.id in picked]
        if known or (SKIP in picked and question.id in picked):
            return (*given[:number], BOTH.join(known) or SKIP, *given[number + 1 :])
    return given


def _asked(question: QuizQuestion, given: Given, first: bool, turn: Turn) -> Answer:
    count = len(turn.knowledge.quiz)
    return turn.answer(
        *([turn.say("welcome", count=count)] if first else []),
        turn.say("question", number=len(given) + 1, count=count, question=turn.word(f"ask_{question.id}")),
        outcome="clarify",
        options=offers(question, turn),
        profile=turn.profile,
    )


def _result(given: Given, turn: Turn) -> Answer:
    profile = replace(turn.profile, quiz=None)
    pointed = _pointed(given, turn)
    if not pointed:
        return _nothing(turn.remembering(profile))
    found, level = pointed[:MOST], [each for each in pointed[MOST:] if each.answers == pointed[MOST - 1].answers]
    first, *others = found
    best = [each.role.title for each in found if each.answers == first.answers]
    follow_ups = [
        turn.suggest("overview", first.role.id),
        *([turn.suggest("compare", first.role.id, others[0].role.id)] if others else []),
        turn.suggest("become", first.role.id),
    ]
    return turn.answer(
        turn.say("result" if len(best) == 1 else "result_tied", roles=best),
        *(_reasons(each, _answered(given), turn) for each in found),
        turn.say("ties", _facts(level), level=[each.role.title for each in level]),
        roles=[each.role.id for each in found],
        follow_ups=follow_ups,
        profile=profile,
    )


def _said_before(turn: Turn) -> Answer:
    """What came out, as long as the conversation remembers it; a new round is offered."""
    latest = next(
        (asked.roles for asked in reversed(turn.memory.asked) if asked.intent == turn.intent and asked.roles), ()
    )
    roles = [turn.knowledge.role(role) for role in latest]
    said = turn.say("came_out", pay_facts(*roles), roles=[role.title for role in roles]) if roles else turn.say("over")
    return turn.answer(
        said,
        outcome="answered" if roles else "small_talk",
        roles=latest,
        follow_ups=[
            *(turn.suggest("overview", role) for role in latest[:1]),
            turn.suggest("quiz"),
            turn.suggest("list_roles"),
        ],
    )


def _left(given: Given | None, turn: Turn) -> Answer:
    """Left early: what the answers so far point to is not thrown away."""
    profile = replace(turn.profile, quiz=None)
    found = _pointed(given or (), turn)[:MOST]
    blocks: list[Block] = [turn.say("left" if given is not None else "none_going_on")]
    if found:
        blocks.append(turn.say("so_far", _facts(found), roles=[each.role.title for each in found]))
    return turn.answer(
        *blocks,
        outcome="answered" if found else "small_talk",
        roles=[each.role.id for each in found],
        follow_ups=[
            *(turn.suggest("overview", each.role.id) for each in found[:1]),
            turn.suggest("list_roles"),
            turn.suggest("recommend"),
        ],
        profile=profile,
    )


def _nothing(turn: Turn) -> Answer:
    """Every question was skipped: nothing points anywhere, so the fields are shown."""
    clusters = turn.knowledge.clusters or {}
    rows = [
        turn.word(
            "field",
            cluster=turn.knowledge.facts[cluster].text,
            roles=[turn.knowledge.role(role).title for role in roles],
        )
        for cluster, roles in clusters.items()
    ]
    return turn.answer(
        turn.say("all_skipped"),
        turn.bullets(rows, list(clusters)),
        roles=[role for roles in clusters.values() for role in roles],
        follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")],
        profile=turn.profile,
    )


def _pointed(given: Given, turn: Turn) -> list[Pointed]:
    return pointed_to((answer for entry in given for answer in entry.split(BOTH)), turn.knowledge)


def _facts(found: list[Pointed]) -> list[str]:
    return [fact.id for each in found for fact in each.facts]


def _answered(given: Given) -> int:
    return sum(entry != SKIP for entry in given)


def _reasons(each: Pointed, answered: int, turn: Turn) -> Block:
    """A role with the facts that the answers point to; the groups are said to be ours."""
    items = [
        turn.word("grouped", fact=fact.text, pattern=fact.kind == "pattern") if fact.role is None else fact.text
        for fact in each.facts
    ]
    title = turn.word("role", role=each.role, answers=each.answers, answered=answered)
    return turn.bullets(
        map(capital, items),
        [*pay_facts(each.role), *(fact.id for fact in each.facts)],
        title,
    )
