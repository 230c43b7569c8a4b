"""An adviser with a handful of canned answers: the outer edge is tested without the core.

`install()` puts it where the command line looks for the core.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, cast

from careerbot.bot.conversation import Choices
from careerbot.bot.memory import Asked, Memory
from careerbot.intents.base import (
    Answer,
    Bullets,
    Outcome,
    PayRange,
    PayRanges,
    Query,
    Suggestion,
    Table,
    Text,
)

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser
    from careerbot.bot.understanding.lexicon import Lexicon

SUGGESTIONS = (
    Suggestion("What skills does a Site Reliability Engineer need?", "skills:site_reliability_engineer"),
    Suggestion("How does it compare with DevOps Engineer?", "compare:site_reliability_engineer,devops_engineer"),
)
RANGES = PayRanges(
    (
        PayRange("AI Research Scientist", "$160,000 to $240,000 and up", 160_000, 240_000, open_ended=True),
        PayRange("Software Engineering Manager", "$170,000 to $230,000", 170_000, 230_000, open_ended=False),
        PayRange("DevOps Engineer", "$130,000 to $175,000", 130_000, 175_000, open_ended=False),
    ),
    facts=("ai_research_scientist.pay", "software_engineering_manager.pay", "devops_engineer.pay"),
    ordered=True,
)
COMPARISON = Table(
    ("", "DevOps Engineer", "Site Reliability Engineer"),
    (
        ("Pay", "$130,000 to $175,000", "$140,000 to $185,000"),
        ("Skills", "Jenkins or GitHub Actions, scripting", "distributed systems, debugging"),
    ),
    facts=("devops_engineer.pay", "site_reliability_engineer.pay"),
)
DUTIES = Bullets(
    ("defining service level objectives", "conducting incident response"),
    title="A Site Reliability Engineer spends the day:",
    facts=("site_reliability_engineer.duty.objectives", "site_reliability_engineer.duty.incidents"),
)


def _answer(intent: str, *blocks: Text | Bullets | Table | PayRanges, outcome: Outcome = "answered") -> Answer:
    query = Query(intent, roles=("site_reliability_engineer",) if outcome == "answered" else (), confidence=0.91)
    return Answer(blocks, outcome=outcome, queries=(query,), suggestions=SUGGESTIONS if outcome == "answered" else ())


ANSWERS: dict[str, Callable[[], Answer]] = {
    "pay": lambda: _answer(
        "pay", Text("A Site Reliability Engineer makes $140,000 to $185,000.", ("site_reliability_engineer.pay",))
    ),
    "rank": lambda: _answer("rank", Text("By the top of the listed range:"), RANGES),
    "compare": lambda: _answer("compare", Text("Side by side:"), COMPARISON),
    "skills": lambda: _answer("skills", Text("Debugging, scripting, distributed systems.")),
    "responsibilities": lambda: _answer("responsibilities", DUTIES),
    "list_roles": lambda: _answer("list_roles", Text("I know ten roles.")),
    "help": lambda: _answer("help", Text("Ask me about pay, skills or work."), outcome="small_talk"),
}


@dataclass(frozen=True)
class FakeNames:
    roles: tuple[str, ...] = ("Site Reliability Engineer", "SRE", "DevOps Engineer", "Data Scientist")
    skills: tuple[str, ...] = ("Python", "Terraform", "SQL")


@dataclass(frozen=True)
class FakeExplanation:
    text: str
    turns: int

    def lines(self) -> list[str]:
        return [f"read: {self.text}", f"turns before: {self.turns}"]

    def to_data(self) -> dict[str, object]:
        return {"read": self.text, "turns": self.turns}


class FakeLexicon:
    """Every word is ours."""

    def is_ours(self, word: str) -> bool:  # noqa: ARG002
        return True


class FakeAdviser:
    """Takes the first word of ANSWERS that the message contains; everything else is repeated back."""

    languages = ("en",)
    names = FakeNames()
    choices = Choices(
        {"site_reliability_engineer": "Site Reliability Engineer", "devops_engineer": "DevOps Engineer"}, {}
    )
    knowledge = SimpleNamespace(sources=(SimpleNamespace(title="a list"),))

    def language(self, memory: Memory) -> str:  # noqa: ARG002
        return "en"

    heard_in = language

    def mind(self, language: str) -> SimpleNamespace:  # noqa: ARG002
        return SimpleNamespace(lexicon=cast("Lexicon", FakeLexicon()))

    def respond(self, text: str, memory: Memory) -> tuple[Answer, Memory]:
        intent = next((intent for intent in ANSWERS if intent in text.lower()), "")
        answer = (
            ANSWERS[intent]() if intent else _answer("out_of_scope", Text(f"You said: {text}"), outcome="out_of_scope")
        )
        return answer, _after(intent or "out_of_scope", text, memory)

    def decide(self, decision: str, memory: Memory) -> tuple[Answer, Memory]:
        intent = decision.partition(":")[0]
        return ANSWERS[intent](), _after(intent, decision, memory)

    def explain(self, text: str, memory: Memory) -> FakeExplanation:
        return FakeExplanation(text, memory.turns)


def _after(intent: str, text: str, memory: Memory) -> Memory:
    return replace(memory.remember(Asked(intent, text=text[:200])), turns=memory.turns + 1)


def counted(memory: Memory) -> tuple[Answer, Memory]:
    """An answer that is the number of turns before it."""
    return Answer((Text(str(memory.turns)),)), _after("pay", "", memory)


def fake_adviser() -> "Adviser":
    return cast("Adviser", FakeAdviser())


def install() -> None:
    """Stand in for careerbot.bot.compiled in this process."""
    module = ModuleType("careerbot.bot.compiled")

    def load_adviser(*folders: Path | None, before_compiling: object = None) -> "Adviser":
        return fake_adviser()

    module.__dict__["load_adviser"] = load_adviser
    sys.modules["careerbot.bot.compiled"] = module


if __name__ == "__main__":
    # `python fake_adviser.py ask ...` is the program with this adviser.
    from careerbot.bot.cli import main

    install()
    main()
