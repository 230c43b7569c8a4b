"""One catalogue, measured in a process of its own, so that memory and compiling are its own; prints JSON.

python -m growing.one_size ROLES ALIASES PHRASES FOLDER
"""

import json
import sys
import time
from pathlib import Path
from random import Random

from careerbot.bot.built_in import INTENTS
from careerbot.bot.compiled import load_adviser
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from growing.catalogue import Catalogue, phrases_added
from growing.memory import peak
from growing.typos import typed_badly

FRAMES = (
    "what does a {} earn",
    "{} skills",
    "what do {}s do",
    "how do i become a {}",
    "why is a {} paid well",
    "{} pay",
)
GENERAL = (
    "who is on call",
    "hello",
    "what is the weather like",
    "top 3 roles by pay",
    "which skills matter everywhere",
)
LISTING = ("list all roles", "rank all roles by pay", "which roles use python", "who earns more than 120k")
SPOKEN = Memory(turns=1)
"""Of somebody who has said something: the answer to a first message is remembered for whoever else asks it."""
ASKED = 400
"""Names drawn, at any size, so that the share of each kind of message is the same."""
LEAST = 7
"""Letters of a name that is asked for."""


def compiled(roles: int, aliases: int, phrases: int, folder: Path) -> dict[str, float]:
    """Writes the files below `folder` and compiles them into `folder/cache`."""
    catalogue = Catalogue(roles, aliases)
    knowledge = catalogue.write(folder)
    intents = phrases_added(folder, phrases) if phrases else INTENTS
    start = time.perf_counter()
    load_adviser(knowledge, intents, folder / "cache")
    spent = time.perf_counter() - start
    size = sum(file.stat().st_size for file in (folder / "cache").glob("*.index"))
    return {"compile, s": round(spent, 1), "index, MB": round(size / 1e6, 1), "compile memory, MB": peak()}


def answered(roles: int, aliases: int, phrases: int, folder: Path) -> dict[str, float]:
    """From the cache alone: time a message, and whether roles are found by their names."""
    knowledge, intents = folder / "knowledge", folder / "intents" if phrases else INTENTS
    adviser = load_adviser(knowledge, intents, folder / "cache")
    random = Random(7)  # noqa: S311  no secrets are made here
    catalogue = Catalogue(roles, aliases)
    names = random.choices(catalogue.names(LEAST), k=ASKED)
    clean = [random.choice(FRAMES).format(name) for name, _ in names]
    messages = clean + [typed_badly(question, random) for question in clean] + list(GENERAL) * (ASKED // 10)
    random.shuffle(messages)
    once, taken = _taken(adviser, messages), _taken(adviser, messages)
    listing = _taken(adviser, list(LISTING) * 5)
    misspelt = [(typed_badly(name, random), role) for name, role in names]
    return {
        "p50, ms": _quantile(taken, 0.5),
        "p99, ms": _quantile(taken, 0.99),
        "first time p50, ms": _quantile(once, 0.5),
        "first time p99, ms": _quantile(once, 0.99),
        "lists of roles p50, ms": _quantile(listing, 0.5),
        "found, %": _found(adviser, names),
        "found misspelt, %": _found(adviser, misspelt),
        "near misses kept apart, %": _apart(adviser, list(catalogue.not_covered)),
    }


def _taken(adviser: Adviser, messages: list[str]) -> list[float]:
    """Milliseconds of processor time for each message, in order of size: what others do on the machine is left out."""
    taken = []
    for message in messages:
        start = time.thread_time()
        adviser.respond(message, SPOKEN)
        taken.append((time.thread_time() - start) * 1_000)
    return sorted(taken)


def _quantile(taken: list[float], share: float) -> float:
    return round(taken[int(len(taken) * share)], 2)


def _found(adviser: Adviser, names: list[tuple[str, str]]) -> float:
    """Share of names whose question is about their role, percent."""
    right = 0
    for name, role in names:
        answer, _ = adviser.respond(f"what does a {name} earn", Memory())
        right += any(role in query.roles for query in answer.queries)
    return round(100 * right / len(names), 1)


def _apart(adviser: Adviser, titles: list[str]) -> float:
    """Share of titles that are not covered and are not taken for a role either, percent."""
    right = 0
    for title in titles:
        answer, _ = adviser.respond(f"what does a {title} earn", Memory())
        right += not any(query.roles for query in answer.queries)
    return round(100 * right / len(titles), 1)


if __name__ == "__main__":
    kind, roles, aliases, phrases, where = sys.argv[1:]
    measure = {"compiled": compiled, "answered": answered}[kind]
    print(json.dumps(measure(int(roles), int(aliases), int(phrases), Path(where))))
