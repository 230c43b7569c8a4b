"""One system on one set: `measure(make, messages)`, or as a process of its own, which prints JSON.

python -m benchmarks.intents.measure careerbot.bot.understanding.classifier:Classifier clinc10 SETS
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import thresholds
from .finding import found
from .latency import quiet, timed
from .memory import peak
from .metrics import Judged
from .process import said
from .sets import IntentSet, Messages, load
from .system import Kept, System, guesses
from .typos import mistyped


def measure(make: Callable[[], System], messages: IntentSet, most: int | None = None) -> dict[str, float]:
    """Accuracy and refusals, clean and mistyped; fits anew. `most`: test messages that are enough for a slow system."""
    return judged(make, _fitted(make, messages), messages, most)


def judged(make: Callable[[], System], system: System, messages: IntentSet, most: int | None) -> dict[str, float]:
    test = _drawn(messages.test, most)
    refusing = None in test.intents
    threshold = thresholds.tuned(make, system, messages, most) if refusing else 0.0
    figures = {"messages": float(len(test.texts))}
    for kind, texts in (("", test.texts), ("typos_", mistyped(test.texts))):
        result = Judged.of(guesses(system, texts), test.intents)
        figures[kind + "accuracy"] = result.accuracy()
        if refusing:
            figures |= {
                kind + "auroc": result.auroc(),
                kind + "recall": result.recall(threshold),
                kind + "false_refusals": result.false_refusals(threshold),
                kind + "balance": result.balance(threshold),
                kind + "best_balance": result.balance(thresholds.best(result)),
            }
    return figures


def _fitted(make: Callable[[], System], messages: IntentSet) -> System:
    system = make()
    system.fit(*messages.train.known())
    return system


def _drawn(messages: Messages, most: int | None) -> Messages:
    if most is None or len(messages.texts) <= most:
        return messages
    kept = sorted(random.Random(5).sample(range(len(messages.texts)), most))
    return Messages(tuple(messages.texts[n] for n in kept), tuple(messages.intents[n] for n in kept))


def _main() -> None:
    parser = argparse.ArgumentParser(description="One system on one set.")
    parser.add_argument("system", help="module:Class")
    parser.add_argument("set")
    parser.add_argument("folder", type=Path, help="where the sets are")
    parser.add_argument("--most", type=int, help="test messages that are enough")
    parser.add_argument("--lock", type=Path, help="held while latency is measured")
    given = parser.parse_args()
    messages = load(given.folder, given.set)
    start = time.perf_counter()
    make = found(given.system)
    figures: dict[str, Any] = {"import_s": time.perf_counter() - start}
    start = time.process_time()  # of the processor: the machine may have other work
    system = _fitted(make, messages)
    figures["fit_s"] = time.process_time() - start
    figures["fit_mb"] = peak()
    if not isinstance(system, Kept):
        with quiet(given.lock):
            figures["p50_ms"], figures["p99_ms"] = timed(system, messages.test.texts)
            figures["typos_p50_ms"], figures["typos_p99_ms"] = timed(system, mistyped(messages.test.texts))
        figures["mb"] = peak()
    figures |= judged(make, system, messages, given.most)
    if isinstance(system, Kept):
        with tempfile.TemporaryDirectory() as kept:
            system.save(Path(kept))
            lock = ["--lock", str(given.lock)] if given.lock else []
            figures |= said(
                sys.executable,
                "benchmarks.intents.serving",
                given.system,
                kept,
                given.set,
                str(given.folder.resolve()),
                *lock,
            )
    print(json.dumps(figures))


if __name__ == "__main__":
    _main()
