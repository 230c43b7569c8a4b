"""`careerbot new`: stubs that check finds everything missing in, and nothing else."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from careerbot.bot.authoring.aliases import aliases
from careerbot.bot.authoring.insertion import InsertionError, inserted
from careerbot.bot.built_in import KNOWLEDGE
from careerbot.bot.checking.check import check
from careerbot.bot.cli import cli


def careerbot(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


@pytest.fixture(autouse=True)
def _in_a_clean_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_role_of_a_title_that_was_not_covered() -> None:
    """The title is taken out of those not covered, its other names come along, and nothing but TODO is wrong."""
    result = careerbot("new", "role", "Data Engineer", "--knowledge", "mine")
    assert result.exit_code == 0
    assert '"data engineer" was a title that is not covered.' in result.output
    names = Path("mine/vocabulary/en.yaml").read_text(encoding="utf-8")
    assert "safe: [data engineer, data eng]" in names
    assert "fields: [data engineering]" in names
    assert "  data engineer: null" in names
    told = [problem.what for problem in check(Path("mine"), quick=True).problems]
    assert set(told) == {"this is still to be filled in"}
    assert len(told) == 9


def test_further_roles_join_the_first() -> None:
    """What stands in the files already stays, comments included; the source is the one that is there."""
    careerbot("new", "role", "Data Engineer", "--knowledge", "mine")
    file = Path("mine/roles.yaml")
    before = file.read_text(encoding="utf-8") + "# the end\n"
    file.write_text(before, encoding="utf-8")
    result = careerbot("new", "role", "Quantum Engineer", "--knowledge", "mine")
    after = file.read_text(encoding="utf-8")
    assert result.exit_code == 0
    assert "sources.yaml" not in result.output
    assert after.startswith(before.removesuffix("# the end\n"))
    assert "  - id: quantum_engineer" in after
    assert {problem.what for problem in check(Path("mine"), quick=True).problems} == {"this is still to be filled in"}


@pytest.mark.parametrize("title", ["SRE", "Data Scientist"])
def test_nothing_is_overwritten(title: str) -> None:
    """A role that is there stays, by its title and by what people call it."""
    careerbot("new", "role", "Data Engineer", "--knowledge", "mine")
    before = {path: path.read_bytes() for path in Path("mine").rglob("*.yaml")}
    result = careerbot("new", "role", title, "--knowledge", "mine")
    assert result.exit_code == 1
    taken = '"SRE" is what people call the role site_reliability_engineer already'
    assert (taken if title == "SRE" else "There is a role data_scientist already (") in result.output
    assert {path: path.read_bytes() for path in Path("mine").rglob("*.yaml")} == before
    assert careerbot("new", "role", "Data Engineer", "--knowledge", "mine").exit_code == 1


def test_a_role_in_complete_knowledge(tmp_path: Path) -> None:
    """Nothing lies below that could be taken out: the entry is named, and no source is taken for granted."""
    shutil.copytree(KNOWLEDGE, tmp_path / "whole", ignore=shutil.ignore_patterns("*.py*", "__pycache__"))
    result = careerbot("new", "role", "Data Engineer", "--knowledge", "whole")
    said = (
        r'"data engineer" is a title that is not covered \(whole/vocabulary/en\.yaml, line \d+\)\. Take it out of there'
    )
    assert re.search(said, result.output)
    told = [problem.what for problem in check(Path("whole"), quick=True).problems]
    assert told.count("this is still to be filled in") == 7
    assert any(what.startswith('"data engineer" already stands for') for what in told)
    assert ": null" not in Path("whole/vocabulary/en.yaml").read_text(encoding="utf-8")


def test_a_title_without_letters() -> None:
    assert "A title has letters in it." in careerbot("new", "role", "42").output


def test_a_question_type() -> None:
    """The stub and a conversation; the name must be free and an id."""
    assert careerbot("new", "intent", "office_hours", "--intents", "mine").exit_code == 0
    assert Path("mine/conversations/office_hours.yaml").exists()
    told = [str(problem) for problem in check(intents=Path("mine/intents"), quick=True).problems]
    assert len(told) == 7
    assert all("this is still to be filled in" in line for line in told)
    assert (
        "There is a question type office_hours already (mine/"
        in careerbot("new", "intent", "office_hours", "--intents", "mine").output
    )
    assert "There is a question type pay already (" in careerbot("new", "intent", "pay").output
    assert '"Office Hours" cannot be the name of a question type.' in careerbot("new", "intent", "Office Hours").output


def test_names_that_follow_from_a_title() -> None:
    short, field = {"engineer": "eng"}, {"engineer": "engineering"}
    assert aliases("Data  Engineer", short, field) == (("data engineer", "data eng"), ("data engineering",))
    assert aliases("Engineer", short, field) == (("engineer",), ())


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", "roles:\n  b: 2\n"),
        ("titles:\n  x: 1\n", "titles:\n  x: 1\nroles:\n  b: 2\n"),
        (
            "roles:\n  a: 1\n\n# of titles\ntitles:\n  x: 1\n",
            "roles:\n  a: 1\n  b: 2\n\n# of titles\ntitles:\n  x: 1\n",
        ),
        ("roles:   # ours\n  a: 1\n  # last words\n", "roles:   # ours\n  a: 1\n  # last words\n  b: 2\n"),
    ],
)
def test_an_entry_is_put_in(text: str, result: str) -> None:
    """At the end of its block, before what belongs to the next one."""
    assert inserted(text, "roles", "  b: 2") == result


def test_no_room_for_an_entry() -> None:
    with pytest.raises(InsertionError):
        inserted("roles: {a: 1}\n", "roles", "  b: 2")
