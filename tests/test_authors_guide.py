"""docs/authors.md is true: an author who does what it says, in a clean folder, sees what it shows."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from careerbot.bot.settings import Settings

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "authors.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([\w./-]+\.yaml)`")
ANYTHING = "…"


class Block(NamedTuple):
    language: str
    text: str
    before: str
    """The paragraph above it."""


def blocks(text: str) -> Iterator[Block]:
    end = 0
    for found in _BLOCK.finditer(text):
        paragraphs = text[end : found.start()].strip().split("\n\n")
        yield Block(found[1], found[2], paragraphs[-1])
        end = found.end()


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what it is said to print."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def as_pattern(shown: str) -> str:
    """A line with only … stands for any lines, … within a line for anything in it."""
    lines = []
    for line in shown.rstrip("\n").split("\n"):
        within = "[^\n]*".join(re.escape(piece) for piece in line.split(ANYTHING))
        lines.append(r"(?:[^\n]*\n)*?" if line == ANYTHING else f"{within}\n")
    return "".join(lines)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """That of a user with this program installed, and the compiled knowledge of the other tests."""
    program = tmp_path / "bin" / "careerbot"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m careerbot "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    cache = Settings.read().cache
    return {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "CAREERBOT_CACHE": str(cache or tmp_path / "cache"),
    }


def test_the_guide(tmp_path: Path, environment: dict[str, str]) -> None:
    """Its files are written and its commands run, in order; each prints what the guide shows."""
    here = tmp_path / "clean"
    here.mkdir()
    ran = 0
    for block in blocks(GUIDE.read_text(encoding="utf-8")):
        if block.language == "yaml":
            file = here / _FILE.findall(block.before)[-1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
        for command, shown in commands(block.text) if block.language == "console" else ():
            done = subprocess.run(
                ["bash", "-c", command], cwd=here, env=environment, capture_output=True, text=True, check=False
            )
            assert re.fullmatch(as_pattern(shown), done.stdout + done.stderr), (
                f"$ {command}\n{done.stdout}{done.stderr}"
            )
            ran += 1
    assert ran > 8


def test_what_is_shown_is_compared() -> None:
    """An ellipsis stands for anything, and everything else for itself."""
    assert re.fullmatch(as_pattern("a\n…\nb … c\n"), "a\nx\ny\nb 12 c\n")
    assert not re.fullmatch(as_pattern("a\nb\n"), "a\nc\n")
