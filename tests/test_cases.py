"""Questions with known answers: every fact can be asked for, and no answer goes past the source."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import contains

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain

CASES = Path(__file__).parent / "cases"


def cases(file: str) -> list[Any]:
    return [pytest.param(case, id=case["ask"]) for case in yaml.safe_load((CASES / file).read_text(encoding="utf-8"))]


def check(case: dict[str, Any], adviser: Adviser) -> None:
    answer, _ = adviser.respond(case["ask"], Memory())
    text = plain(answer)
    assert [wanted for wanted in case["contains"] if not contains(text, wanted)] == [], text
    assert [unwanted for unwanted in case.get("omits", []) if contains(text, unwanted)] == [], text


@pytest.mark.parametrize("case", cases("facts.yaml"))
def test_fact(case: dict[str, Any], adviser: Adviser) -> None:
    """A natural question leads to the fact."""
    check(case, adviser)


@pytest.mark.parametrize("case", cases("honesty.yaml"))
def test_honesty(case: dict[str, Any], adviser: Adviser) -> None:
    """Where the source is silent, the answer says so and invents nothing."""
    check(case, adviser)
