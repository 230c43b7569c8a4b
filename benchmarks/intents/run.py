"""Every system on every set, each in a process of its own under a time limit; one line of JSON each.

    python -m benchmarks.intents.run SETS --environments VENVS --results RESULTS.jsonl

What a results file already has is not measured again, unless it is named: `--only careerbot`.
"""

import argparse
import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .candidates import CANDIDATES, Candidate
from .environments import megabytes, python
from .process import said
from .sets import READERS, load


def _measured(candidate: Candidate, name: str, given: argparse.Namespace) -> dict[str, Any]:
    """Figures, or why there are none."""
    options = ["--most", str(candidate.most)] if candidate.most else []
    options += ["--lock", str(given.lock)] if given.lock else []
    try:
        interpreter = python(given.environments, candidate.needs, candidate.alone)
        figures = said(
            interpreter,
            "benchmarks.intents.measure",
            candidate.where,
            name,
            str(given.sets.resolve()),
            *options,
            seconds=candidate.seconds,
        )
    except subprocess.TimeoutExpired:
        return {"failed": f"not within {candidate.seconds:.0f} s"}
    except (RuntimeError, subprocess.CalledProcessError) as failed:
        return {"failed": str(failed)}
    if candidate.needs:
        figures["installed_mb"] = megabytes(interpreter)
    return figures


def _main() -> None:
    parser = argparse.ArgumentParser(description="Every system on every set.")
    parser.add_argument("sets", type=Path, help="the folder with the public sets")
    parser.add_argument("--environments", type=Path, required=True, help="where the peers are installed")
    parser.add_argument("--results", type=Path, required=True, help="lines of JSON, added to")
    parser.add_argument("--only", action="append", default=[], help="a system by its name; again")
    parser.add_argument("--set", action="append", default=[], help="a set by its name; again")
    parser.add_argument("--lock", type=Path, help="a file that is locked while latency is measured")
    given = parser.parse_args()
    for name in READERS:
        load(given.sets, name)  # before hours of work: are they all there?
    done = set()
    if given.results.exists():
        lines = map(json.loads, given.results.read_text(encoding="utf-8").splitlines())
        done = {(line["system"], line["set"]) for line in lines if "failed" not in line}
    for candidate in CANDIDATES:
        if given.only and candidate.name not in given.only:
            continue
        for name in given.set or candidate.sets:
            if name not in candidate.sets or ((candidate.name, name) in done and not given.only):
                continue
            line = {"system": candidate.name, "set": name} | _measured(candidate, name, given)
            line["at"] = datetime.now(UTC).isoformat(timespec="minutes")
            with given.results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")
            print(candidate.name, name, line.get("failed") or f"{line['accuracy']:.3f}", flush=True)


if __name__ == "__main__":
    _main()
