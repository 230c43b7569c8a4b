"""The contract of `careerbot ask --json`."""

import json
from unittest.mock import patch

import pytest
from fake_adviser import SUGGESTIONS
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot.rendering.as_json import as_json, json_line
from careerbot.bot.rendering.clean import whole
from careerbot.intents.base import Answer, Query, Text


def test_keys_and_order() -> None:
    """The nine keys of the contract, in its order, with values of both questions of the message once each."""
    answer = Answer(
        (Text("First.", ("a.pay",)), Text("Second.", ("b.skill.x", "a.pay"))),
        queries=(
            Query("pay", roles=("a", "b"), confidence=0.91234),
            Query("skills", roles=("b",), skills=("python",), confidence=0.8),
        ),
        suggestions=SUGGESTIONS[:1],
    )
    expected = (
        '{"message": "pay and skills?", "intents": ["pay", "skills"], "roles": ["a", "b"], "skills": ["python"], '
        '"confidence": 0.8, "outcome": "answered", "text": "First.\\nSecond.", "facts": ["a.pay", "b.skill.x"], '
        '"suggestions": ["What skills does a Site Reliability Engineer need?"]}'
    )

    assert expected == json.dumps(as_json("pay and skills?", answer))


def test_no_question_understood() -> None:
    """An answer to no question has no intents and no confidence."""
    data = as_json("?", Answer((Text("Hm."),), outcome="out_of_scope"))

    assert (data["intents"], data["confidence"], data["outcome"]) == ([], 0.0, "out_of_scope")


def speaking(encoding: str) -> object:
    return type("Stream", (), {"encoding": encoding})()


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@given(text=st.text(st.characters(exclude_categories=())))
def test_any_text_is_one_valid_line(encoding: str, text: str) -> None:
    """Whatever the message, the line is valid JSON in UTF-8, and nobody can take it for two lines."""
    with patch("sys.stdout", speaking(encoding)):
        line = json_line({"message": text})

    assert len(line.splitlines()) == 1
    assert {"message": whole(text)} == json.loads(line.encode("utf-8"))


@pytest.mark.parametrize(
    ("encoding", "expected"), [("UTF-8", '"café"'), ("latin-1", r'"caf\u00e9"'), ("", r'"caf\u00e9"')]
)
def test_ascii_where_utf8_is_not_spoken(encoding: str, expected: str) -> None:
    """Where standard output is not UTF-8 the line is pure ASCII, which is valid UTF-8 too."""
    with patch("sys.stdout", speaking(encoding)):
        line = json_line("café")

    assert expected == line
