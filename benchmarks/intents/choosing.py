"""What each weight of the classifier is worth on messages held out of training: how the weights are chosen.

python -m benchmarks.intents.choosing SETS [--set clinc10] [--only letters]

No test message is looked at. Held out are the validation messages of CLINC150 and BANKING77, and of HINT3's bots, which
have none, a quarter of the training messages at a time.
"""

import argparse
import random
from pathlib import Path
from typing import Any, NamedTuple

from careerbot.bot.understanding.classifier import learning, tables, trust
from careerbot.bot.understanding.classifier.classifier import signals_of
from careerbot.bot.understanding.classifier.words import words

from .metrics import area
from .sets import HINT3, READERS, IntentSet, Messages, load
from .typos import mistyped
from .weights import DIRECTIONS, LEARNS_ANEW, WEIGHTS, changed

SETS = ("clinc10", "banking10", *HINT3)
PARTS = 4
STRANGE = 5
"""One of so many intents is left out for sureness."""
SEED = 1
"""Of the typing errors; the tables of results have others."""


class Held(NamedTuple):
    """What is learned from, and what is tried."""

    learned: Messages
    tried: Messages


class Found(NamedTuple):
    clean: float
    typed: float
    """Share right of messages with typing errors."""


def held_out(messages: IntentSet) -> list[Held]:
    if messages.validation is not None:
        return [Held(messages.train, messages.validation)]
    pairs = list(zip(*messages.train.known(), strict=True))
    random.Random(SEED).shuffle(pairs)
    return [
        Held(
            _messages([pair for place, pair in enumerate(pairs) if place % PARTS != part]),
            _messages(pairs[part::PARTS]),
        )
        for part in range(PARTS)
    ]


def _messages(pairs: list[tuple[str, str]]) -> Messages:
    return Messages(tuple(text for text, _ in pairs), tuple(intent for _, intent in pairs))


def learned(messages: Messages) -> dict[str, Any]:
    texts, intents = messages.known()
    return learning.learned([(words(text), intent, 1.0) for text, intent in zip(texts, intents, strict=True)])


def accuracy(data: dict[str, Any], tried: Messages) -> Found:
    model = tables.Tables(data)
    texts, intents = tried.known()

    def right(typed: list[str]) -> float:
        best = (model.intents[signals_of(model.sums(words(text)))[0]] for text in typed)
        return sum(one == other for one, other in zip(best, intents, strict=True)) / len(intents)

    return Found(right(texts), right(mistyped(texts, SEED)))


def worth(folder: Path, names: tuple[str, ...], only: str) -> None:
    print("| weights | " + " | ".join(f"{name} | typed" for name in names) + " | mean | typed |")
    print("|---" * (2 * len(names) + 3) + "|")
    parts = {name: held_out(load(folder, name)) for name in names}
    plain = {name: [learned(part.learned) for part in parts[name]] for name in names}
    for label, (module, weights) in WEIGHTS.items():
        if only not in label and weights:
            continue
        row: list[Found] = []
        with changed(module, weights):
            for name in names:
                data = (
                    [learned(part.learned) for part in parts[name]]
                    if module in LEARNS_ANEW and weights
                    else plain[name]
                )
                row.append(
                    _mean([accuracy(*each) for each in zip(data, (part.tried for part in parts[name]), strict=True)])
                )
        cells = [f"{100 * value:.1f}" for found in (*row, _mean(row)) for value in found]
        print(f"| {label} | " + " | ".join(cells) + " |", flush=True)


def _mean(found: list[Found]) -> Found:
    return Found(*(sum(values) / len(found) for values in zip(*found, strict=True)))


def directions(folder: Path, names: tuple[str, ...]) -> None:
    """How well sureness tells intents that were left out from those that were not, for each direction of trust."""
    seen = [_seen(load(folder, name)) for name in names]
    best = []
    for direction in DIRECTIONS:
        areas = [
            area([_along(direction, each) for each in inside], [_along(direction, each) for each in outside])
            for inside, outside in seen
        ]
        best.append((sum(areas) / len(areas), direction, areas))
    best.sort(reverse=True)
    own = next(row for row in best if row[1] == trust.DIRECTION)
    print(f"\n| direction ({', '.join(trust.Signals._fields)}) | " + " | ".join(names) + " | mean |")
    print("|---" * (len(names) + 2) + "|")
    for mean, direction, areas in (*best[:5], own):
        print(f"| {direction} | " + " | ".join(f"{100 * each:.1f}" for each in areas) + f" | {100 * mean:.1f} |")


def _seen(messages: IntentSet) -> tuple[list[trust.Signals], list[trust.Signals]]:
    """Signals in the spread of all, of messages in scope and out of it."""
    inside: list[trust.Signals] = []
    outside: list[trust.Signals] = []
    for seed, part in enumerate(held_out(messages)):
        names = sorted(set(part.learned.known()[1]))
        random.Random(seed).shuffle(names)
        strange = set(names[: max(1, len(names) // STRANGE)])
        kept = [pair for pair in zip(*part.learned.known(), strict=True) if pair[1] not in strange]
        model = tables.Tables(learned(_messages(kept)))
        for text, intent in zip(part.tried.texts, part.tried.intents, strict=True):
            _, signals = signals_of(model.sums(words(text)))
            (outside if intent is None or intent in strange else inside).append(signals)
    columns = list(zip(*(inside + outside), strict=True))
    means = [sum(column) / len(column) for column in columns]
    spreads = [
        (sum((value - mean) ** 2 for value in column) / len(column)) ** 0.5 or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]

    def scaled(signals: trust.Signals) -> trust.Signals:
        return trust.Signals(
            *((value - mean) / spread for value, mean, spread in zip(signals, means, spreads, strict=True))
        )

    return [scaled(each) for each in inside], [scaled(each) for each in outside]


def _along(direction: tuple[float, ...], signals: trust.Signals) -> float:
    return sum(weight * value for weight, value in zip(direction, signals, strict=True))


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, help="folder with the public intent sets")
    parser.add_argument("--set", choices=tuple(READERS), action="append", dest="names")
    parser.add_argument("--only", default="", help="weights whose name has this in it")
    asked = parser.parse_args()
    names = tuple(asked.names or SETS)
    worth(asked.sets, names, asked.only)
    if not asked.only:
        directions(asked.sets, names)


if __name__ == "__main__":
    _main()
