"""What a check found, for a person, a program, or the pull request of a workflow."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from careerbot.bot.checking.check import Checked
from careerbot.bot.rendering.wording import wording
from careerbot.intents.filters import joined

SHOWN = 5
"""Warnings of one kind that are shown to a person at once."""


def as_text(checked: Checked, *, every: bool = False) -> Iterator[str]:
    """A line for each finding, errors and warnings by file and line, and a summary."""
    words = _words()
    seen: dict[str, int] = {}
    for problem in checked.problems:
        seen[problem.rule] = seen.get(problem.rule, 0) + 1
        if problem.level == "error" or every or seen[problem.rule] <= SHOWN:
            yield str(problem)
    hidden = {rule: count - SHOWN for rule, count in seen.items() if count > SHOWN}
    warnings = {problem.rule for problem in checked.problems if problem.level == "warning"}
    if not every:
        for rule, count in hidden.items():
            if rule in warnings:
                yield words["more"].format(count=count, rule=rule)
    yield from summary(checked)


def summary(checked: Checked) -> Iterator[str]:
    words = _words()
    errors, warnings = (count(checked, level) for level in ("error", "warning"))
    if checked.kept_alone:
        won, of = checked.kept_alone
        yield words["kept_alone"].format(won=won, of=of)
    if errors:
        yield words["problems"].format(count=errors)
        return
    figures = {name: getattr(checked, name) for name in ("roles", "facts", "intents", "phrases")}
    languages = joined(checked.languages, words["and"])
    yield words["fine" if not warnings else "usable"].format(warnings=warnings, languages=languages, **figures)


def as_json(checked: Checked) -> str:
    """One object: `findings`, and how many `errors` and `warnings` there are."""
    return json.dumps(
        {
            "errors": count(checked, "error"),
            "warnings": count(checked, "warning"),
            "findings": [
                {
                    name: getattr(problem, name)
                    for name in ("level", "rule", "file", "line", "column", "key", "what", "fix")
                }
                for problem in checked.problems
            ],
        },
        ensure_ascii=False,
    )


def as_github(checked: Checked) -> Iterator[str]:
    """Annotations of a GitHub workflow: shown beside the lines of a pull request."""
    for problem in checked.problems:
        key = f"{problem.key}: " if problem.key else ""
        place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
        yield f"::{problem.level} {place},title=careerbot check::{_data(f'{key}{problem.what}. {problem.fix}')}"
    yield from summary(checked)


def count(checked: Checked, level: str) -> int:
    return sum(problem.level == level for problem in checked.problems)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _words() -> Mapping[str, str]:
    return wording(Path(__file__).with_name("en.yaml"))
