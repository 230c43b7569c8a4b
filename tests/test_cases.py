"""Questions with known answers: every fact can be asked for, and no answer goes past the source."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import contains

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.as_json import as_json
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


@pytest.mark.parametrize("case", cases("traps.yaml"))
def test_trap(case: dict[str, Any], adviser: Adviser) -> None:
    """A word that looks like something else is not taken for it, and what the source leaves open stays open."""
    found, text = misread(case, adviser)
    assert not found, text


def misread(case: dict[str, Any], adviser: Adviser) -> tuple[list[str], str]:
    """What an author's expectations of one message find wrong, and what was said.

    Of what was understood: `intents` (each "a|b" is either), `roles` and `skills` (all of them), `roles_include`,
    `without_roles`, `without_skills`, `outcome` ("a|b"). Of what a person reads: `contains`, `omits`.
    """
    answer, _ = adviser.respond(case["ask"], Memory())
    understood = as_json(case["ask"], answer)
    text = plain(answer)
    intents, roles, skills = (understood_as(understood[key]) for key in ("intents", "roles", "skills"))
    found = [
        f"{name} should be {case[name]}, not {seen}"
        for name, seen, holds in (
            ("intents", intents, lambda seen: fits_each(case["intents"], seen)),
            ("roles", roles, lambda seen: case["roles"] == seen),
            ("skills", skills, lambda seen: set(case["skills"]) == set(seen)),
            ("outcome", [answer.outcome], lambda seen: seen[0] in case["outcome"].split("|")),
        )
        if name in case and not holds(seen)
    ]
    found += [f"{role} should be among {roles}" for role in case.get("roles_include", []) if role not in roles]
    found += [f"{role} should not be among {roles}" for role in case.get("without_roles", []) if role in roles]
    found += [f"{skill} should not be among {skills}" for skill in case.get("without_skills", []) if skill in skills]
    found += [f"should contain {wanted!r}" for wanted in case.get("contains", []) if not contains(text, wanted)]
    found += [f"should not contain {unwanted!r}" for unwanted in case.get("omits", []) if contains(text, unwanted)]
    return found, text


def fits_each(wanted: list[str], seen: list[str]) -> bool:
    """As many as wanted, each one of its alternatives."""
    return len(wanted) == len(seen) and all(set(each.split("|")) & set(seen) for each in wanted)


def understood_as(value: object) -> list[str]:
    assert isinstance(value, list)
    return value
