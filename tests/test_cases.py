"""Questions with known answers: every fact can be asked for, and no answer goes past the source."""

from pathlib import Path
from typing import Any

import pytest

from careerbot.bot.conversation import Adviser
from careerbot.bot.testing.files import Script, read_scripts
from careerbot.bot.testing.report import told
from careerbot.bot.testing.trial import hold, known_of

CASES = Path(__file__).parent / "cases"


def cases(file: str) -> list[Any]:
    return [pytest.param(script, id=script.turns[0].said) for script in read_scripts([CASES / file]).scripts]


def check(case: Script, adviser: Adviser) -> None:
    wrong = [line for held in hold([case], adviser) if held.wrong for line, _ in told(held, adviser)]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("case", cases("facts.yaml"))
def test_fact(case: Script, adviser: Adviser) -> None:
    """A natural question leads to the fact."""
    check(case, adviser)


@pytest.mark.parametrize("case", cases("honesty.yaml"))
def test_honesty(case: Script, adviser: Adviser) -> None:
    """Where the source is silent, the answer says so and invents nothing."""
    check(case, adviser)


@pytest.mark.parametrize("case", cases("traps.yaml"))
def test_trap(case: Script, adviser: Adviser) -> None:
    """A word that looks like something else is not taken for it, and what the source leaves open stays open."""
    check(case, adviser)


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yaml")), ids=lambda file: file.stem)
def test_case_file(file: Path, adviser: Adviser) -> None:
    """No key and no name in it is misspelt, and every question expects something."""
    read = read_scripts([file], known_of(adviser))

    assert read.problems == ()
    assert [script.name for script in read.scripts if not set(script.turns[0].expected) - {"why"}] == []
