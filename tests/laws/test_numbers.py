"""No figure is invented: each number comes from a cited fact, from the message, or from arithmetic shown."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Answer, Block, Bullets, Checklist, PayRanges

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
AMOUNT = r"\$?\d[\d,]*(?:\.\d+)?"
SUM = re.compile(rf"(\({AMOUNT} [-+] {AMOUNT}\) / {AMOUNT}|{AMOUNT} [-+x/] {AMOUNT}) = \$?(\d[\d,]*(?:\.\d+)?)")
UNITS = {12.0, 52.0, 40.0, 2.0, 2026.0}
"""Months and weeks of a year, hours of a week, halves; and the year in the source's title."""

WORDS = st.sampled_from([
    "sre", "devops", "data", "scientist", "ml", "engineer", "em", "pay", "salary", "skills", "do", "which",
    "roles", "pay", "over", "under", "at", "least", "150k", "180k", "$200,000", "between", "and", "160k",
    "190k", "per", "month", "hourly", "average", "top", "3", "lowest", "compare", "vs", "python", "docker",
    "what", "am", "i", "missing", "for", "second", "one", "position", "4", "list", "how", "much", "10", "99",
    "12345", "million", "near", "cloud", "architect", "start",
    "plan", "step", "done", "undo", "next",
])  # fmt: skip
MESSAGES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


def value(digits: str) -> float:
    return float(digits.replace(",", "").rstrip("."))


def numbers(text: str) -> set[float]:
    return {value(digits) for digits in NUMBER.findall(text)}


def results_of_sums(text: str) -> set[float]:
    """Results of the sums that the text shows and that are right."""
    found: set[float] = set()
    for left, right in SUM.findall(text):
        expression = left.replace("$", "").replace(",", "").replace("x", "*")
        rounding = 0.005 if "." in right else 0.5
        if abs(eval(expression, {"__builtins__": {}}) - value(right)) <= rounding:  # noqa: S307  digits and operators only
            found.add(value(right))
    return found


def allowed(answer: Answer, message: str, adviser: Adviser) -> set[float]:
    cited = " ".join(adviser.knowledge.facts[fact].text for fact in answer.facts if fact in adviser.knowledge.facts)
    spelled = {1_000_000.0} if "million" in message else set()
    asked = (
        spelled
        | numbers(message)
        | {number * 1_000 for number in numbers(message)}
        | {number * 1_000_000 for number in numbers(message)}
    )
    return numbers(cited) | asked | results_of_sums(plain(answer)) | UNITS


def told(answer: Answer) -> str:
    """The text without the numbers that only count the lines of a list."""
    blocks: list[Block] = []
    for block in answer.blocks:
        if isinstance(block, Checklist):
            blocks.append(Bullets(tuple(step.text for step in block.steps), block.title))
            continue
        unnumbered = block._replace(ordered=False) if isinstance(block, Bullets | PayRanges) else block
        blocks.append(unnumbered)
    return plain(Answer(tuple(blocks)))


def check(message: str, memory: Memory, adviser: Adviser) -> Memory:
    answer, memory = adviser.respond(message, memory)
    invented = numbers(told(answer)) - allowed(answer, message, adviser)
    assert not invented, f"{message!r} was told {invented}: {plain(answer)}"
    return memory


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(messages=st.lists(MESSAGES, min_size=1, max_size=3))
def test_no_number_is_invented(messages: list[str], adviser: Adviser) -> None:
    """In any conversation about pay, every number has a fact, the message or a shown sum behind it."""
    memory = Memory()
    said = ""
    for message in messages:
        said = f"{said} {message}"
        answer, memory = adviser.respond(message, memory)
        invented = numbers(told(answer)) - allowed(answer, said, adviser)
        assert not invented, f"{message!r} was told {invented}: {plain(answer)}"


def test_a_sum_counts_only_when_it_is_right() -> None:
    """2 + 2 = 5 is no arithmetic."""
    assert results_of_sums("($130,000 + $180,000) / 2 = $155,000") == {155_000}
    assert results_of_sums("$140,000 - $130,000 = $10,000 more") == {10_000}
    assert results_of_sums("2 + 2 = 5") == set()


@pytest.mark.parametrize(
    "message",
    ["monthly pay of devops engineer", "hourly sre pay", "middle of the range for data scientist", "widest pay range"],
)
def test_arithmetic_is_shown(message: str, adviser: Adviser) -> None:
    """What is computed stands beside the sum that gives it."""
    answer, _ = adviser.respond(message, Memory())

    assert results_of_sums(plain(answer))
    check(message, Memory(), adviser)
