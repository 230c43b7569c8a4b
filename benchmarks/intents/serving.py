"""What was fitted before, loaded in a fresh process: time to load, time of a message, memory. Prints JSON."""

import argparse
import json
import time
from pathlib import Path

from .finding import found
from .latency import quiet, timed
from .memory import peak
from .sets import load
from .system import Kept
from .typos import mistyped


def _main() -> None:
    parser = argparse.ArgumentParser(description="A system that was saved, on the messages of a set.")
    parser.add_argument("system", help="module:Class")
    parser.add_argument("saved", type=Path)
    parser.add_argument("set")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lock", type=Path)
    given = parser.parse_args()
    system = found(given.system)()
    if not isinstance(system, Kept):
        raise SystemExit(f"{given.system} cannot be loaded")
    with quiet(given.lock):
        start = time.perf_counter()
        system.load(given.saved)
        figures = {"load_s": time.perf_counter() - start}
        empty = peak()
        texts = load(given.folder, given.set).test.texts
        set_mb = peak() - empty  # the messages themselves are not the system's
        figures["p50_ms"], figures["p99_ms"] = timed(system, texts)
        figures["typos_p50_ms"], figures["typos_p99_ms"] = timed(system, mistyped(texts))
    print(json.dumps(figures | {"mb": peak() - set_mb}))


if __name__ == "__main__":
    _main()
