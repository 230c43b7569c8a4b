"""What a message and a start cost as the knowledge grows: 10 to 10,000 roles, 60,000 aliases, 100,000 phrases.

    python benchmarks/growth.py                        all sizes, some ten minutes
    python benchmarks/growth.py 10:0:0 1000:60000:0    roles:aliases:phrases; 0 phrases are those of today

The files are written as an author would write them and go through `load_adviser` like any others. A message costs
processor time, so that a busy machine says the same; a start is wall clock, and a ratio to `python -c pass`.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from growing.cold import nothing, seconds
from growing.trouble import at_once, command, damaged

from careerbot.bot.built_in import INTENTS

SIZES = ("10:0:0", "100:6000:0", "1000:60000:0", "10000:60000:0", "10:0:20000", "10:0:100000")
PROCESSES = 4


def measured(size: str, folder: Path) -> dict[str, float]:
    """One size: `roles:aliases:phrases`."""
    roles, aliases, phrases = size.split(":")
    figures: dict[str, float] = {"roles": int(roles), "aliases": int(aliases), "phrases": int(phrases)}
    for kind in ("compiled", "answered"):
        program = [sys.executable, "-m", "growing.one_size", kind, roles, aliases, phrases, str(folder)]
        figures |= json.loads(subprocess.run(program, capture_output=True, check=True, text=True).stdout)
    intents = folder / "intents" if int(phrases) else INTENTS
    asking = command(folder / "knowledge", intents, folder / "cache")
    figures["memory, MB"] = float(subprocess.run(asking, capture_output=True, check=True, text=True).stderr)
    spent = seconds(asking)
    figures["start, s"] = round(spent, 2)
    figures["start, times python -c pass"] = round(spent / nothing(), 1)
    return figures


def table(rows: list[dict[str, float]]) -> str:
    """A line for each figure, a column for each size."""
    lines = [f"| {name} | " + " | ".join(f"{row[name]:,}" for row in rows) + " |" for name in rows[0]]
    per_message = [" | ".join(f"{row[name] / rows[0][name]:.2f}" for row in rows) for name in ("p50, ms", "p99, ms")]
    lines += [f"| p50, times the first | {per_message[0]} |", f"| p99, times the first | {per_message[1]} |"]
    return "\n".join([lines[0], "|---" * (len(rows) + 1) + "|", *lines[1:]])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("sizes", nargs="*", default=SIZES)
    sizes = arguments.parse_args().sizes
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)  # the processes started here find the modules beside this one
    print(f"{os.cpu_count()} processors, Python {platform.python_version()}", flush=True)
    rows = []
    for size in sizes:
        with TemporaryDirectory() as folder:
            rows.append(measured(size, Path(folder)))
            print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
            if size == sizes[0]:
                asking = command(Path(folder) / "knowledge", INTENTS, Path(folder) / "cache")
                print(json.dumps(at_once(asking, Path(folder) / "cache", PROCESSES)), flush=True)
                print(json.dumps(damaged(asking, Path(folder) / "cache")), flush=True)
    print(table(rows))


if __name__ == "__main__":
    main()
