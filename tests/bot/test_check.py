"""`careerbot check`: what an author runs after an edit."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from careerbot.bot import compiled
from careerbot.bot.cli import cli
from careerbot.bot.compiled import INTENTS, KNOWLEDGE


def checked(*folder: Path) -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, folder)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what authors edit, laid out as in the package."""
    shutil.copytree(KNOWLEDGE, tmp_path / "knowledge", ignore=shutil.ignore_patterns("*.py*", "__pycache__"))
    shutil.copytree(INTENTS, tmp_path / "intents", ignore=shutil.ignore_patterns("*.py*", "__pycache__"))
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_own_files_are_fine() -> None:
    """What we ship has nothing to mend, and the summary counts it."""
    result = checked()

    assert result.exit_code == 0
    assert re.fullmatch(r"10 roles, 150 facts, \d+ kinds of question, \d+ phrases: all fine\.\n", result.output)


@pytest.mark.parametrize(
    ("place", "knowledge", "intents"),
    [(".", "knowledge", "intents"), ("knowledge", "knowledge", None), ("with_intents_only", None, "intents")],
)
def test_what_is_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, place: str, knowledge: str | None, intents: str | None
) -> None:
    """DIR has knowledge/ and intents/ in it, or one of them, or is a knowledge folder; the rest is our own."""
    (folder / "with_intents_only").mkdir()
    (folder / "with_intents_only" / "intents").symlink_to(folder / "intents")
    seen: list[Path | None] = []

    def nothing_found(*folders: Path | None) -> list[object]:
        seen.extend(folders)
        return []

    monkeypatch.setattr(compiled, "check", nothing_found)

    assert checked(folder / place).exit_code == 0
    expected = [name and (folder / name).resolve() for name in (knowledge, intents)]
    assert [path and path.resolve() for path in seen] == expected


def test_all_problems_at_once(folder: Path) -> None:
    """Every problem of every file is one line with its place, then how many there are; the exit code is 1."""
    edit(folder / "knowledge" / "roles.yaml", "low: 145000", "low: 945000")
    edit(folder / "intents" / "pay" / "en.yaml", "phrases:", "phrases:\n  - what does {rolle} pay")
    result = checked(folder)

    assert result.exit_code == 1
    pay, roles, count = result.output.splitlines()
    assert re.match(r"knowledge/roles\.yaml:\d+:\d+: roles\.cloud_solutions_architect\.pay", roles)
    assert re.match(r"intents/pay/en\.yaml:\d+:\d+: phrases: there is no slot \{rolle\}", pay)
    assert count == "2 to mend."


def test_nothing_to_check(tmp_path: Path) -> None:
    """A folder without anything of ours is a usage error."""
    result = checked(tmp_path)

    assert result.exit_code == 2
    assert "has neither knowledge/ nor intents/ in it, and no roles.yaml." in result.output
