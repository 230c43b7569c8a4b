"""What a check found, for a person, a program, or the pull request of a workflow."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from careerbot.bot.checking.check import Checked
from careerbot.bot.rendering.wording import wording
from careerbot.intents.filters import joined
from careerbot.knowledge.problems import Problem

SHOWN = 5
"""Warnings of one kind that are shown to a person at once."""


def as_text(checked: Checked, *, every: bool = False) -> Iterator[str]:
    """A line for each finding and a summary. Errors come last, where they are seen: they are what has to be mended."""
    words = _words()
    seen: Counter[str] = Counter()
    for problem in _of(checked, "warning"):
        seen[problem.rule] += 1
        if every or seen[problem.rule] <= SHOWN:
            yield str(problem)
    for rule, found in seen.items():
        if found > SHOWN and not every:
            yield words["more"].format(count=found - SHOWN, rule=rule)
    yield from map(str, _of(checked, "error"))
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
    return len(_of(checked, level))


def _of(checked: Checked, level: str) -> list[Problem]:
    return [problem for problem in checked.problems if problem.level == level]


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _words() -> Mapping[str, str]:
    return wording(Path(__file__).with_name("en.yaml"))
