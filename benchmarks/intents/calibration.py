"""Is careerbot right nine times in ten when it says 0.9? Sureness in ten bins beside the share that was right.

python -m benchmarks.intents.calibration SETS
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .finding import found
from .metrics import Judged
from .section import written
from .sets import READERS, load
from .system import guesses

BINS = 10
OWN = "careerbot.bot.understanding.classifier:Classifier"
HEADING = "Calibration on public intent sets"


class Bin(NamedTuple):
    messages: int
    sure: float
    """Mean of what was said, from 0 to 1."""
    right: float
    """Share that was right."""


def bins(scored: Sequence[tuple[float, bool]]) -> list[Bin | None]:
    """Of messages with sureness and whether it was right; None where a bin is empty."""
    parts: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for sure, right in scored:
        parts[min(BINS - 1, int(sure * BINS))].append((sure, right))
    return [
        Bin(len(part), sum(sure for sure, _ in part) / len(part), sum(right for _, right in part) / len(part))
        if part
        else None
        for part in parts
    ]


def expected_error(found: Sequence[Bin | None]) -> float:
    """How far sureness and the share right are apart, for a message on average."""
    filled = [part for part in found if part]
    return sum(part.messages * abs(part.sure - part.right) for part in filled) / sum(part.messages for part in filled)


def table(rows: Sequence[tuple[str, list[Bin | None]]]) -> str:
    """Markdown: a line a set, a column a bin."""
    head = ["set", *(f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}" for number in range(BINS)), "error"]
    lines = [[name, *(_cell(part) for part in found), f"{expected_error(found) * 100:.1f}"] for name, found in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *lines])


def _cell(part: Bin | None) -> str:
    return f"{part.right * 100:.0f} ({part.messages})" if part else "–"


def _main() -> None:
    parser = argparse.ArgumentParser(description="Reliability of careerbot's confidence.")
    parser.add_argument("sets", type=Path)
    parser.add_argument("--system", default=OWN, help="module:Class")
    parser.add_argument("--write", type=Path, help="the file of results, whose section is renewed")
    given = parser.parse_args()
    rows = []
    for name in READERS:
        messages = load(given.sets, name)
        system = found(given.system)()
        system.fit(*messages.train.known())
        rows.append((name, bins(Judged.of(guesses(system, messages.test.texts), messages.test.intents).inside)))
    text = (
        "Test messages in scope. Of each tenth of sureness: percent that was right (messages); the error is the mean"
        " distance of the two, in points.\n\n" + table(rows)
    )
    print(text)
    if given.write:
        written(given.write, HEADING, text)


if __name__ == "__main__":
    _main()
