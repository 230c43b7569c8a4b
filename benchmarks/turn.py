"""How fast a question is answered: cold, as a process of its own, and warm, inside one.

    python benchmarks/turn.py

Cold is wall clock and a ratio to `python -c pass` of the same interpreter in the same run. Warm is processor time, so
that a busy machine says the same.
"""

import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

import yaml
from growing.cold import seconds
from turning.imports import imports
from turning.stages import timed

from careerbot.bot.built_in import INTENTS, KNOWLEDGE
from careerbot.bot.compiled import load_adviser
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.bot.settings import Settings

QUESTIONS = ("sre salary", "how mcuh does a devlops enginer mkae", "compare devops and sre", "what do they do")
TESTS = Path(__file__).parents[1] / "tests"
TOP = 10
REPEATS = 21
SPOKEN = Memory(turns=1)
"""Of somebody who has said something: the answer to a first message is remembered for whoever else asks it."""
ROUNDS = 3


def questions() -> list[str]:
    """What the tests ask: one question for each fact, and each question type's."""
    files = [TESTS / "cases" / "facts.yaml", *sorted((TESTS / "intents").glob("*.yaml"))]
    return [case["ask"] for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


def cold() -> list[str]:
    """In turns with the interpreter alone, so that a busy moment is in both."""
    cache = Settings.read().cache
    load_adviser(cache=cache)
    program = str(Path(sys.executable).with_name("careerbot"))
    commands = {"python -c pass": [sys.executable, "-c", "pass"]}
    commands |= {f"careerbot ask {question}": [program, "ask", question] for question in QUESTIONS}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(REPEATS):
        for name, command in commands.items():
            taken[name].append(seconds(command, repeats=1))
    spent = {name: statistics.median(each) for name, each in taken.items()}
    alone = spent["python -c pass"]
    lines = [f"| `{name}` | {each * 1_000:.1f} | {each / alone:.1f} |" for name, each in spent.items()]
    return ["| cold | ms | times `python -c pass` |", "|---|---|---|", *lines]


def memory() -> float:
    """Of a process that answers one question, MB."""
    program = [sys.executable, "-m", "growing.asking", *map(str, (KNOWLEDGE, INTENTS, Settings.read().cache))]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    done = subprocess.run([*program, QUESTIONS[0]], env=environment, capture_output=True, text=True, check=True)
    return float(done.stderr)


def slowest_imports() -> list[str]:
    found = imports(QUESTIONS[0])
    lines = [f"| {each.module} | {each.own:.1f} |" for each in found[:TOP]]
    total = sum(each.own for each in found)
    return ["| import | ms by itself |", "|---|---|", *lines, f"| all {len(found)} | {total:.1f} |"]


def warm(asked: list[str]) -> list[str]:
    """Whole turns first, without a clock inside; then the stages of new messages, which the clock makes slower.

    Half of the messages have been asked before, so that the process is warm; the other half are new.
    """
    before, asked = asked[::2], asked[1::2]
    adviser = _adviser(before)
    new: list[float] = []
    again: list[float] = []
    rendering: list[float] = []
    for number in range(ROUNDS):
        for question in asked:
            start = time.thread_time()
            answer, _ = adviser.respond(question, SPOKEN)
            answered = time.thread_time()
            plain(answer)
            rendering.append((time.thread_time() - answered) * 1_000)
            (again if number else new).append((time.thread_time() - start) * 1_000)
    lines = [_line("whole turn, a new message", new), _line("whole turn, seen before", again)]
    lines += [_line(f"… {stage}", taken) for stage, taken in _stages(_adviser(before), asked).items()]
    lines += [_line("… rendering", rendering)]
    rates = (f"{1_000 / statistics.mean(each):,.0f}" for each in (new, again))
    rate = "{} new messages a second on one core, {} seen before.".format(*rates)
    return [rate, "", "| warm | p50, ms | p99, ms |", "|---|---|---|", *lines]


def _adviser(asked: list[str]) -> Adviser:
    """A warm one, which has answered these."""
    adviser = load_adviser(cache=Settings.read().cache)
    for question in asked:
        adviser.respond(question, SPOKEN)
    return adviser


def _stages(adviser: Adviser, asked: list[str]) -> dict[str, list[float]]:
    """Milliseconds of each message in each stage."""
    taken: dict[str, list[float]] = {}
    with timed() as spent:
        for question in asked:
            before = dict(spent)
            adviser.respond(question, SPOKEN)
            for stage, total in spent.items():
                taken.setdefault(stage, []).append((total - before[stage]) * 1_000)
    return taken


def _line(name: str, taken: list[float]) -> str:
    ordered = sorted(taken)
    return f"| {name} | {ordered[len(ordered) // 2]:.3f} | {ordered[len(ordered) * 99 // 100]:.3f} |"


def main() -> None:
    print(f"{os.cpu_count()} processors, Python {platform.python_version()}\n")
    asked = list(dict.fromkeys(questions()))
    for lines in (cold(), slowest_imports(), warm(asked)):
        print("\n".join(lines) + "\n")
    print(f"{len(asked)} messages; a process that answers one has {memory()} MB.")


if __name__ == "__main__":
    main()
