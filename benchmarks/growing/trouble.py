"""What must not go wrong with an index on disk: several processes that start at once, and a damaged file."""

import subprocess
import sys
import time
from pathlib import Path
from shutil import rmtree

QUESTION = "sre salary"


def at_once(command: list[str], cache: Path, processes: int) -> dict[str, float]:
    """All start with an empty cache: how many answered the same, how long the last took, files left behind."""
    rmtree(cache, ignore_errors=True)
    start = time.perf_counter()
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in range(processes)]
    said = [process.communicate()[0] for process in running]
    spent = time.perf_counter() - start
    return {
        "processes": processes,
        "answered the same": sum(text == said[0] and bool(text) for text in said),
        "last after, s": round(spent, 1),
        "indexes left": len(list(cache.glob("*.index"))),
        "half-written files left": len(list(cache.glob("*.part"))),
    }


def damaged(command: list[str], cache: Path) -> dict[str, bool]:
    """Cut short, a byte changed in the middle, emptied: is the answer still the same, and the file whole again?"""
    expected = subprocess.run(command, capture_output=True, check=True).stdout
    file = next(cache.glob("*.index"))
    whole = file.read_bytes()
    changed = bytearray(whole)
    changed[len(whole) // 2] ^= 255
    survived = {}
    for name, content in {"cut short": whole[: len(whole) // 2], "changed": bytes(changed), "empty": b""}.items():
        file.write_bytes(content)
        said = subprocess.run(command, capture_output=True, check=True).stdout
        survived[name] = said == expected and file.stat().st_size == len(whole)
    return survived


def command(knowledge: Path, intents: Path, cache: Path, question: str = QUESTION) -> list[str]:
    return [
        *(sys.executable, "-m", "growing.asking"),
        *map(str, (knowledge, intents, cache)),
        question,
    ]
