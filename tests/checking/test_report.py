"""What a check found, in the three forms it can be had in."""

import json

import pytest

from careerbot.bot.checking.check import Checked
from careerbot.bot.checking.report import as_github, as_json, as_text
from careerbot.knowledge.problems import Problem

ERROR = Problem("mine/roles.yaml", 3, 5, "roles.sre", "50% is wrong", "Mend it.")
WARNING = Problem("mine/a,b.yaml", 1, 1, "", "this is odd", "Look at it.", "warning", "phrase-alone")


def test_text() -> None:
    """A line for each finding, errors last; five warnings of a kind at most, unless all are wanted."""
    checked = Checked((ERROR, *[WARNING] * 7), kept_alone=(8, 9))
    assert list(as_text(checked)) == [
        *["mine/a,b.yaml:1:1: warning: this is odd. Look at it."] * 5,
        "… and 2 more warnings of the kind phrase-alone; --all shows every one.",
        "mine/roles.yaml:3:5: roles.sre: 50% is wrong. Mend it.",
        "8 of 9 phrases would be understood if they were not listed.",
        "1 to mend.",
    ]
    assert len(list(as_text(checked, every=True))) == 10


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        ((), "all fine."),
        ((WARNING,), "no error, 1 to look at."),
    ],
)
def test_summary(problems: tuple[Problem, ...], said: str) -> None:
    """What was checked is counted."""
    checked = Checked(problems, 10, 150, 3, 70, None, ("English", "German"))
    figures = "10 roles, 150 facts, 3 kinds of question, 70 phrases in English and German"
    assert list(as_text(checked))[-1] == f"{figures}: {said}"


def test_json() -> None:
    """One object, with everything that the lines say in fields of their own."""
    assert json.loads(as_json(Checked((ERROR, WARNING)))) == {
        "errors": 1,
        "warnings": 1,
        "findings": [
            {
                "level": "error",
                "rule": "",
                "file": "mine/roles.yaml",
                "line": 3,
                "column": 5,
                "key": "roles.sre",
                "what": "50% is wrong",
                "fix": "Mend it.",
            },
            {
                "level": "warning",
                "rule": "phrase-alone",
                "file": "mine/a,b.yaml",
                "line": 1,
                "column": 1,
                "key": "",
                "what": "this is odd",
                "fix": "Look at it.",
            },
        ],
    }


def test_github() -> None:
    """Workflow commands, with what would end them early written out."""
    assert list(as_github(Checked((ERROR, WARNING))))[:2] == [
        "::error file=mine/roles.yaml,line=3,col=5,title=careerbot check::roles.sre: 50%25 is wrong. Mend it.",
        "::warning file=mine/a%2Cb.yaml,line=1,col=1,title=careerbot check::this is odd. Look at it.",
    ]
