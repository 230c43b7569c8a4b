"""Which modules a command imports, and what each takes by itself."""

import subprocess
import sys
from typing import NamedTuple

PROGRAM = "import sys; sys.argv = ['careerbot', 'ask', {question!r}]; from careerbot.bot.cli import main; main()"


class Imported(NamedTuple):
    module: str
    own: float
    """Milliseconds, without what it imports in turn."""


def imports(question: str) -> list[Imported]:
    """Of `careerbot ask`, the slowest first. The interpreter's own start is left out."""
    program = [sys.executable, "-X", "importtime", "-c"]
    bare = {each.module for each in _read([*program, "pass"])}
    found = [each for each in _read([*program, PROGRAM.format(question=question)]) if each.module not in bare]
    return sorted(found, key=lambda each: -each.own)


def _read(command: list[str]) -> list[Imported]:
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    lines = [line.removeprefix("import time:").split("|") for line in told.splitlines() if line.count("|") == 2]
    return [Imported(name.strip(), int(own) / 1_000) for own, _, name in lines if own.strip().isdigit()]
