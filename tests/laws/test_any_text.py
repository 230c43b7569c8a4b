"""Whatever is typed, the conversation goes on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot import policy
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import LARGEST, Memory

relaxed = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@relaxed
@given(messages=st.lists(st.text(max_size=120), min_size=1, max_size=4))
def test_any_text_is_answered(messages: list[str], adviser: Adviser) -> None:
    """No text raises, every answer says something, and the memory stays small."""
    memory = Memory()
    for message in messages:
        answer, memory = adviser.respond(message, memory)
        assert answer.blocks
        assert len(memory.to_json()) <= LARGEST


@relaxed
@given(message=st.text(max_size=80), memory=st.text(max_size=200))
def test_any_memory_is_read(message: str, memory: str, adviser: Adviser) -> None:
    """A damaged memory is set aside; it is never an error."""
    answer, _ = adviser.respond(message, Memory.from_json(memory))

    assert answer.blocks


@relaxed
@given(decision=st.text(max_size=80))
def test_any_decision_is_answered(decision: str, adviser: Adviser) -> None:
    """A button from another version, or forged, gets a kind answer."""
    answer, _ = adviser.decide(decision, Memory())

    assert answer.blocks


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x07",
        "\ud800",
        "🦄" * 500,
        "a" * 100_000,
        "pay " * 20_000,
        "?" * 3000,
        "\n\n",
        "1" * 5000,
        "$" * 99,
    ],
)
def test_odd_text(text: str, adviser: Adviser) -> None:
    """Empty, huge and broken input end in a clear answer."""
    answer, _ = adviser.respond(text, Memory())

    assert answer.blocks


def test_the_same_message_has_the_same_answer(adviser: Adviser) -> None:
    """Nothing is random."""
    question = "how mcuh does a devlops enginer mkae"

    assert adviser.respond(question, Memory()) == adviser.respond(question, Memory())


def test_the_fallback_cannot_loop(adviser: Adviser) -> None:
    """Misses are counted up to a maximum, and each comes with a way on that works."""
    memory = Memory()
    for _ in range(5):
        answer, memory = adviser.respond("zxcv qwpoeiru", memory)
        assert answer.outcome == "out_of_scope"
        assert answer.suggestions
        assert memory.misses <= policy.MOST_MISSES

    way_on = answer.suggestions[0].text
    answer, memory = adviser.respond(way_on, memory)

    assert answer.outcome == "answered"
    assert memory.misses == 0
