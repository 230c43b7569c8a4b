"""What can be wrong with a file that an author edits, and the one exception that carries all of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

NEAR_ENOUGH = 70
"""Similarity (0 to 100) from which a name is worth a "did you mean"."""


Level = Literal["error", "warning"]
"""An error makes the files unusable; a warning is something to look at."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. Prints as `roles.yaml:12:9: roles.sre.pay.low: what is wrong. What to do.`"""

    file: str
    """Path from the folder that was read, with forward slashes."""
    line: int
    column: int
    """Both from 1."""
    key: str
    """Dotted keys down to the place; list items appear by their id. Empty for the file as a whole."""
    what: str
    """A sentence without its full stop."""
    fix: str
    """One or more full sentences."""
    level: Level = "error"
    rule: str = ""
    """The kind of finding, for tools; empty where a file is not as its schema wants it."""

    def __str__(self) -> str:
        key = f"{self.key}: " if self.key else ""
        level = "" if self.level == "error" else f"{self.level}: "
        return f"{self.file}:{self.line}:{self.column}: {level}{key}{self.what}. {self.fix}"


class KnowledgeErrors(Exception):  # noqa: N818  it carries several
    """Every problem that was found, by file and line. `str()` gives one line each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(dict.fromkeys(problems), key=_place))
        super().__init__("\n".join(map(str, self.problems)))


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.file, problem.line, problem.column, problem.key, problem.what


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`Did you mean "python"? ` (with the space after it) for the nearest known name; "" if none is near."""
    from rapidfuzz import fuzz, process  # late: who only catches these errors has nothing to compare

    nearest = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return f'Did you mean "{nearest[0]}"? ' if nearest else ""
