"""The quiz ends, gives reasons, and can be left at every step."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Bullets, Profile
from careerbot.knowledge.quiz import pointed_to

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MOST = 5
TOLD = Profile(skills=("docker",), unlisted_skills=("Go",), role="data_scientist", goal="devops_engineer")


@relaxed
@given(picks=st.lists(st.integers(0, 3), min_size=MOST, max_size=MOST), typed=st.booleans())
def test_any_answers_end_in_roles_with_reasons(picks: list[int], typed: bool, adviser: Adviser) -> None:
    """After at most five answers, pressed or typed, there are roles, each with facts; what was told stays."""
    answer, memory = adviser.decide("quiz:", Memory(profile=TOLD))
    for number, pick in enumerate(picks):
        assert answer.outcome == "clarify"
        assert f"Question {['one', 'two', 'three', 'four', 'five'][number]} of five" in plain(answer)
        *answers, _skip, _stop = answer.suggestions
        offer = answers[pick % len(answers)]
        answer, memory = adviser.respond(offer.text, memory) if typed else adviser.decide(offer.decision, memory)
        memory = Memory.from_json(memory.to_json())
    assert answer.outcome == "answered"
    assert 1 <= len(answer.roles) <= 3
    assert answer.facts
    assert sum(bool(block.facts) for block in answer.blocks if isinstance(block, Bullets)) == len(answer.roles)
    assert memory.profile == TOLD


@relaxed
@given(
    picks=st.lists(st.integers(0, 4), max_size=MOST - 1),
    leave=st.sampled_from(["stop", "never mind", "quit the quiz", "what does an sre earn", "quiz:stop"]),
)
def test_left_at_any_step(picks: list[int], leave: str, adviser: Adviser) -> None:
    """Wherever it is left, by a word, a button or a real question, nothing told is lost."""
    answer, memory = adviser.decide("quiz:", Memory(profile=TOLD))
    for pick in picks:
        offers = answer.suggestions[:-1]  # all but the last, which stops
        answer, memory = adviser.decide(offers[pick % len(offers)].decision, memory)
    given_so_far = memory.profile.quiz
    answer, memory = adviser.decide(leave, memory) if ":" in leave else adviser.respond(leave, memory)
    if "sre" in leave:
        assert [query.intent for query in answer.queries] == ["pay"]
        assert memory.profile.quiz == given_so_far
        again, memory = adviser.respond(answer.suggestions[-1].text, memory)
        assert again.outcome == "clarify"
        assert memory.profile.quiz == given_so_far
        _, memory = adviser.decide("quiz:stop", memory)
    assert memory.profile == TOLD


def test_all_skipped(adviser: Adviser) -> None:
    """Who skips everything is pointed nowhere, told so, and shown where to look around."""
    answer, memory = adviser.decide("quiz:", Memory())
    for _ in range(MOST):
        answer, memory = adviser.respond("skip", memory)
    assert "nothing points anywhere" in plain(answer)
    assert memory.profile.quiz is None
    assert answer.facts


def test_every_role_can_come_first(adviser: Adviser) -> None:
    """No role is out of reach of the questions."""
    questions = [[answer.id for answer in question.answers] for question in adviser.knowledge.quiz]
    first = {pointed_to(answers, adviser.knowledge)[0].role.id for answers in product(*questions)}
    assert first == set(adviser.choices.roles)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "building"),
        ("the second one", "people"),
        ("the last", "planning"),
        ("bulding", "building"),
        ("i would rather build things", "building"),
        ("persuading ppl", "people"),
        ("i like to reserch", "finding_out"),
        ("1 and 3", "building+finding_out"),
        ("building and people", "building+people"),
        ("option 4", "planning"),
        ("neither", "skip"),
        ("skip pls", "skip"),
        ("dont know", "skip"),
    ],
)
def test_typed_answers(typed: str, meant: str, adviser: Adviser) -> None:
    """An answer is understood by its number, its words, or nearly its words."""
    _, memory = adviser.decide("quiz:", Memory())
    _, memory = adviser.respond(typed, memory)
    assert memory.profile.quiz == (meant,)


@pytest.mark.parametrize(
    "typed", ["what does building software pay", "data scientist", "is it hard?", "i know python", "sre vs devops"]
)
def test_what_is_no_answer(typed: str, adviser: Adviser) -> None:
    """Anything else is answered as ever, and the quiz waits."""
    _, memory = adviser.decide("quiz:", Memory())
    answer, memory = adviser.respond(typed, memory)
    assert memory.profile.quiz == ()
    assert "quiz" not in [query.intent for query in answer.queries]


@pytest.mark.parametrize("typed", ["9", "flurb", "gnarf blib"])
def test_what_is_unclear(typed: str, adviser: Adviser) -> None:
    """A few words that are nothing at all: the same question again, with all that can be answered."""
    asked, memory = adviser.decide("quiz:", Memory())
    answer, memory = adviser.respond(typed, memory)
    assert memory.profile.quiz == ()
    assert answer.suggestions == asked.suggestions


def test_old_buttons(adviser: Adviser) -> None:
    """A button of an earlier question changes that answer; one of a later question changes nothing."""
    _, memory = adviser.decide("quiz:building", Memory())
    _, memory = adviser.decide("quiz:people", memory)
    assert memory.profile.quiz == ("people",)
    _, memory = adviser.decide("quiz:less_risk", memory)
    assert memory.profile.quiz == ("people",)
