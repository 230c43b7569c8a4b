"""The public intent sets, read into one shape. They are not part of the project: their folder is an argument."""

import csv
import json
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

HOW_TO_GET_THEM = """Files that the folder must hold, all of them flat, from these public repositories on GitHub:
  clinc150.json                    clinc/oos-eval, data/data_full.json (CC BY 3.0)
  banking77_{train,test}.csv       PolyAI-LDN/task-specific-datasets, banking_data/{train,test}.csv (CC BY 4.0)
  hint3_BOT_{train,test}.csv       hellohaptik/HINT3, dataset/v2/{train,test}/BOT_{train,test}.csv (ODbL 1.0),
                                   where BOT is curekart, powerplay11 or sofmattress"""

FEW = 10
"""Phrases per intent of the small sets."""
SEED = 13
OUT_OF_SCOPE = "NO_NODES_DETECTED"
"""HINT3's label for a message that none of its intents answers."""


@dataclass(frozen=True)
class Messages:
    texts: tuple[str, ...]
    intents: tuple[str | None, ...]
    """Of each text; None is out of scope."""

    def known(self) -> tuple[list[str], list[str]]:
        """Texts and intents of what is in scope: what a system is fitted on."""
        pairs = [(text, intent) for text, intent in zip(self.texts, self.intents, strict=True) if intent is not None]
        return [text for text, _ in pairs], [intent for _, intent in pairs]


@dataclass(frozen=True)
class IntentSet:
    name: str
    train: Messages
    validation: Messages | None
    """None where the authors made no such split."""
    test: Messages


def load(folder: Path, name: str) -> IntentSet:
    try:
        return READERS[name](folder)
    except FileNotFoundError as missing:
        raise SystemExit(f"{missing.filename} is missing.\n{HOW_TO_GET_THEM}") from missing


def _messages(rows: Iterable[tuple[str, str | None]]) -> Messages:
    rows = list(rows)
    return Messages(tuple(text for text, _ in rows), tuple(intent for _, intent in rows))


def _few(rows: list[tuple[str, str]], each: int) -> list[tuple[str, str]]:
    """`each` phrases an intent, drawn with a fixed seed."""
    by_intent: dict[str, set[str]] = {}
    for text, intent in rows:
        by_intent.setdefault(intent, set()).add(text)
    chance = random.Random(SEED)
    drawn = []
    for intent in sorted(by_intent):
        phrases = sorted(by_intent[intent])
        chance.shuffle(phrases)
        drawn += [(text, intent) for text in phrases[:each]]
    chance.shuffle(drawn)
    return drawn


def _clinc(folder: Path, name: str, each: int | None = None) -> IntentSet:
    parts = json.loads((folder / "clinc150.json").read_text(encoding="utf-8"))
    train = [(text, intent) for text, intent in parts["train"]]

    def both(inside: str, outside: str) -> Messages:
        return _messages([*map(tuple, parts[inside]), *((text, None) for text, _ in parts[outside])])

    return IntentSet(
        name, _messages(_few(train, each) if each else train), both("val", "oos_val"), both("test", "oos_test")
    )


def _rows(path: Path, text: str, intent: str) -> list[tuple[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return [(row[text], row[intent]) for row in csv.DictReader(file)]


def _banking(folder: Path, name: str, each: int | None = None) -> IntentSet:
    """A tenth of the training messages is set aside for validation."""
    train = _rows(folder / "banking77_train.csv", "text", "category")
    random.Random(SEED).shuffle(train)
    aside = len(train) // 10
    validation, train = train[:aside], train[aside:]
    test = _rows(folder / "banking77_test.csv", "text", "category")
    return IntentSet(name, _messages(_few(train, each) if each else train), _messages(validation), _messages(test))


def _hint3(folder: Path, name: str) -> IntentSet:
    def part(which: str) -> Messages:
        rows = _rows(folder / f"hint3_{name}_{which}.csv", "sentence", "label")
        return _messages((text, None if intent == OUT_OF_SCOPE else intent) for text, intent in rows)

    return IntentSet(name, part("train"), None, part("test"))


READERS: dict[str, Callable[[Path], IntentSet]] = {
    "clinc10": lambda folder: _clinc(folder, "clinc10", FEW),
    "clinc": lambda folder: _clinc(folder, "clinc"),
    "banking10": lambda folder: _banking(folder, "banking10", FEW),
    "banking": lambda folder: _banking(folder, "banking"),
    "curekart": lambda folder: _hint3(folder, "curekart"),
    "powerplay11": lambda folder: _hint3(folder, "powerplay11"),
    "sofmattress": lambda folder: _hint3(folder, "sofmattress"),
}
HINT3 = ("curekart", "powerplay11", "sofmattress")
