"""The tables of what `run` measured, as Markdown.

python -m benchmarks.intents.table RESULTS.jsonl --write benchmarks/RESULTS.md
"""

import argparse
import json
import os
import platform
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from .candidates import CANDIDATES
from .section import written
from .sets import HINT3

HEADING = "Public intent sets"
TITLES = {
    "clinc10": "CLINC150, 10 each",
    "clinc": "CLINC150",
    "banking10": "BANKING77, 10 each",
    "banking": "BANKING77",
}
ACCURACY = "**In-scope accuracy, clean → with a typing error for every eight characters**, percent."
REFUSALS = """**Out of scope**: AUROC / recall / false refusals / balance / best balance in hindsight, percent. \
The threshold is tuned for balance (the mean of accuracy in scope and recall out of scope) on validation \
messages (CLINC150) or on messages and intents held out of training (HINT3); the last figure is what a threshold that \
transfers perfectly would get."""
MISTYPED = "**The same with typing errors**, at the same thresholds."
BOTS = "**HINT3, bot by bot**: accuracy / with typing errors / AUROC / recall / false refusals, percent."
COST = """**Cost** at 1,500 phrases (CLINC150, 10 each) / at 15,000 (CLINC150). One message at a time, each new; fit \
is time of the processor; memory is the largest of a process that loads what was fitted, or fits where it cannot be \
loaded."""
NOT_TRIED = """- Rasa 3.6: 2.5 GB, a Python of its own, and four minutes to fit 328 phrases.
- Snips: its English resources are not on PyPI."""

Results = dict[tuple[str, str], dict[str, Any]]
"""Of (system, set), the latest figures."""


def read(path: Path) -> Results:
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {(line["system"], line["set"]): line for line in lines}


def _percent(results: Results, system: str, sets: Sequence[str], key: str) -> str:
    """Mean over `sets`, in percent; a dash where one of them was not measured."""
    values = [results.get((system, name), {}).get(key) for name in sets]
    measured = [value for value in values if value is not None]
    return f"{fmean(measured) * 100:.1f}" if len(measured) == len(sets) else "–"


def _figure(results: Results, system: str, name: str, key: str, digits: int) -> str:
    value = results.get((system, name), {}).get(key)
    return "–" if value is None else f"{value:.{digits}f}"


def _table(head: list[str], row: Callable[[str], list[str]]) -> str:
    rows = [[candidate.name, *row(candidate.name)] for candidate in CANDIDATES]
    rows = [line for line in rows if any(cell.strip("–→ /") for cell in line[1:])]
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *rows])


def accuracy(results: Results) -> str:
    groups = [*((title, [name]) for name, title in TITLES.items()), ("HINT3, mean of three", list(HINT3))]

    def row(system: str) -> list[str]:
        cells = [[_percent(results, system, sets, key) for key in ("accuracy", "typos_accuracy")] for _, sets in groups]
        clean, typos = (_percent(results, system, [*TITLES, *HINT3], key) for key in ("accuracy", "typos_accuracy"))
        lost = f"{float(clean) - float(typos):.1f}" if clean != "–" else "–"
        return [*(f"{clean} → {typos}" for clean, typos in cells), lost]

    return _table(["system", *(title for title, _ in groups), "lost to typos, mean of seven"], row)


def refusals(results: Results, prefix: str = "") -> str:
    keys = [prefix + key for key in ("auroc", "recall", "false_refusals", "balance", "best_balance")]
    groups = [("CLINC150, 10 each", ["clinc10"]), ("CLINC150", ["clinc"]), ("HINT3, mean", list(HINT3))]

    def row(system: str) -> list[str]:
        return [" / ".join(_percent(results, system, sets, key) for key in keys) for _, sets in groups]

    return _table(["system", *(title for title, _ in groups)], row)


def hint3(results: Results) -> str:
    keys = ("accuracy", "typos_accuracy", "auroc", "recall", "false_refusals")

    def row(system: str) -> list[str]:
        return [" / ".join(_percent(results, system, [name], key) for key in keys) for name in HINT3]

    return _table(["system", *(name.capitalize() for name in HINT3)], row)


def cost(results: Results) -> str:
    def row(system: str) -> list[str]:
        def both(key: str, digits: int) -> str:
            return " / ".join(_figure(results, system, name, key, digits) for name in ("clinc10", "clinc"))

        keys = (("p50_ms", 3), ("p99_ms", 2), ("typos_p50_ms", 3), ("fit_s", 2), ("load_s", 3), ("mb", 0))
        return [
            *(both(key, digits) for key, digits in keys),
            _figure(results, system, "clinc10", "import_s", 2),
            _figure(results, system, "clinc10", "installed_mb", 0),
        ]

    head = [
        "system",
        "p50, ms",
        "p99, ms",
        "p50 mistyped, ms",
        "fit, s",
        "load, s",
        "memory, MB",
        "import, s",
        "disk, MB",
    ]
    return _table(head, row)


def text(results: Results) -> str:
    dates = sorted(line["at"][:10] for line in results.values())
    period = " to ".join(sorted({dates[0], dates[-1]}))
    versions = "; ".join(sorted({need.replace("==", " ") for one in CANDIDATES for need in one.needs}))
    fewer = [f"{one.name} {one.most}" for one in CANDIDATES if one.most]
    measured = (
        f"Measured {period}: {os.cpu_count()} processors ({platform.machine()}), one thread a system, "
        f"{platform.python_implementation()} {platform.python_version()}; {versions}. "
        f"Test messages, where not all: {', '.join(fewer)}."
    )
    parts = [measured, ACCURACY, accuracy(results), REFUSALS, refusals(results), MISTYPED, refusals(results, "typos_")]
    parts += [BOTS, hint3(results), COST, cost(results)]
    return "\n\n".join([*parts, "**Not measured**", "\n".join([*_failures(results), NOT_TRIED])])


def _failures(results: Results) -> list[str]:
    """A line for each system and reason, with the sets."""
    sets: dict[tuple[str, str], list[str]] = {}
    for candidate in CANDIDATES:
        for name in candidate.sets:
            figures = results.get((candidate.name, name), {"failed": "not run"})
            if "failed" in figures:
                sets.setdefault((candidate.name, figures["failed"]), []).append(name)
    return [f"- {system} ({', '.join(names)}): {reason}." for (system, reason), names in sets.items()]


def _main() -> None:
    parser = argparse.ArgumentParser(description="Tables of what was measured.")
    parser.add_argument("results", type=Path)
    parser.add_argument("--write", type=Path, help="the file of results, whose section is renewed")
    parser.add_argument("--note", help="what has to be said about this run, above the tables")
    given = parser.parse_args()
    tables = "\n\n".join(filter(None, [given.note, text(read(given.results))]))
    print(tables)
    if given.write:
        written(given.write, HEADING, tables)


if __name__ == "__main__":
    _main()
