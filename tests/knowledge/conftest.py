"""A small, complete folder of knowledge, and copies of it with one slip in them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careerbot.knowledge.load import load
from careerbot.knowledge.problems import KnowledgeErrors

SMALL = Path(__file__).parent / "small"

Mistake = Callable[[str, str, str], list[str]]


@pytest.fixture
def small() -> Path:
    """The folder as it is: two roles, one source, a vocabulary."""
    return SMALL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small folder, to be changed at will."""
    return shutil.copytree(SMALL, tmp_path / "knowledge")


@pytest.fixture
def mistake(folder: Path) -> Mistake:
    """Call it as (file, right, wrong): what loading reports once `right` is replaced by `wrong` in the file."""

    def report(file: str, right: str, wrong: str) -> list[str]:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(right) == 1, f"{right!r} has to occur once in {file}"
        path.write_text(text.replace(right, wrong), encoding="utf-8")
        with pytest.raises(KnowledgeErrors) as raised:
            load(folder)
        return str(raised.value).splitlines()

    return report
