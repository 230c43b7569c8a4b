"""`careerbot check`: what an author runs after an edit."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from careerbot.bot.built_in import INTENTS, KNOWLEDGE
from careerbot.bot.checking import check
from careerbot.bot.checking.check import Checked
from careerbot.bot.cli import cli
from careerbot.knowledge.problems import Problem


def checked(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, arguments)])


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
    """What we ship has no error, and the summary counts it."""
    result = checked("--all")

    assert result.exit_code == 0
    *found, _, summary = result.output.splitlines()
    assert all(": warning: " in line for line in found)
    figures = r"10 roles, 150 facts, \d+ kinds of question, \d+ phrases in English and German"
    assert re.fullmatch(rf"{figures}: (all fine|no error, \d+ to look at)\.", summary)


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

    def nothing_found(*folders: Path | None, **how: object) -> Checked:
        seen.extend(folders)
        return Checked(())

    monkeypatch.setattr(check, "check", nothing_found)

    assert checked(folder / place).exit_code == 0
    expected = [name and (folder / name).resolve() for name in (knowledge, intents)]
    assert [path and path.resolve() for path in seen] == expected


def test_all_problems_at_once(folder: Path) -> None:
    """Every problem of every file is one line with its place, then how many there are; the exit code is 1."""
    edit(folder / "knowledge" / "roles.yaml", "low: 145000", "low: 945000")
    edit(folder / "intents" / "pay" / "en.yaml", "phrases:", "phrases:\n  - what does {rolle} pay")
    result = checked(folder)

    assert result.exit_code == 1
    pay, roles, count = [line.removeprefix(f"{folder}/") for line in result.output.splitlines()]
    assert re.match(r"knowledge/roles\.yaml:\d+:\d+: roles\.cloud_solutions_architect\.pay", roles)
    assert re.match(r"intents/pay/en\.yaml:\d+:\d+: phrases: there is no slot \{rolle\}", pay)
    assert count == "2 to mend."


def test_nothing_to_check(tmp_path: Path) -> None:
    """A folder without anything of ours is a usage error."""
    result = checked(tmp_path)

    assert result.exit_code == 2
    assert "has neither knowledge/ nor intents/ in it, and no roles.yaml, sources.yaml or vocabulary/." in result.output


@pytest.mark.parametrize(("options", "exit_code"), [((), 0), (("--strict",), 1)])
def test_strict(monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], exit_code: int) -> None:
    """Warnings alone are no failure, unless asked for."""
    warning = Problem("mine/en.yaml", 1, 1, "", "this is odd", "Look at it.", "warning")
    monkeypatch.setattr(check, "check", lambda *_, **__: Checked((warning,)))

    assert checked(*options).exit_code == exit_code


@pytest.mark.parametrize(("style", "begins"), [("json", '{"errors": 1,'), ("github", "::error file=")])
def test_formats(monkeypatch: pytest.MonkeyPatch, style: str, begins: str) -> None:
    """For programs and for workflows; the exit code is the same."""
    error = Problem("mine/en.yaml", 1, 1, "", "this is wrong", "Mend it.")
    monkeypatch.setattr(check, "check", lambda *_, **__: Checked((error,)))
    result = checked("--format", style)

    assert result.exit_code == 1
    assert result.output.startswith(begins)
