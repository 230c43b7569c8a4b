"""How fast a question is answered: cold, as a process of its own, and warm, inside one.

    python benchmarks/start_and_turn.py

Cold is a ratio to `python -c pass` of the same interpreter, measured in the same run; warm is milliseconds a message.
"""

import json
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

import yaml

from careerbot.bot.compiled import load_adviser
from careerbot.bot.memory import Memory
from careerbot.bot.settings import Settings

REPEATS = 21
QUESTIONS = ["sre salary", "how mcuh does a devlops enginer mkae", "compare devops and sre", "what do they do"]
CASES = Path(__file__).parents[1] / "tests" / "cases" / "facts.yaml"


def seconds(command: list[str]) -> float:
    """Median of some runs of a command."""
    taken = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def cold() -> dict[str, float]:
    load_adviser(cache=Settings.read().cache)
    nothing = seconds([sys.executable, "-c", "pass"])
    program = str(Path(sys.executable).with_name("careerbot"))
    ratios = {question: seconds([program, "ask", question]) / nothing for question in QUESTIONS}
    return {"python -c pass, ms": round(nothing * 1_000, 1)} | {
        question: round(ratio, 1) for question, ratio in ratios.items()
    }


def warm() -> dict[str, float]:
    adviser = load_adviser(cache=Settings.read().cache)
    questions = [case["ask"] for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))]
    taken = []
    for _ in range(5):
        for question in questions:
            start = time.perf_counter()
            adviser.respond(question, Memory())
            taken.append((time.perf_counter() - start) * 1_000)
    taken.sort()
    return {
        "p50, ms": round(taken[len(taken) // 2], 2),
        "p99, ms": round(taken[len(taken) * 99 // 100], 2),
        "messages": len(taken),
    }


if __name__ == "__main__":
    print(
        json.dumps(
            {"python": platform.python_version(), "cold, times python -c pass": cold(), "warm": warm()}, indent=2
        )
    )
