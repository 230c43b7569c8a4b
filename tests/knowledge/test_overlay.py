"""Own files laid over others: what wins, how lists grow, and whose line a problem names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careerbot.knowledge.load import Loaded, load, read_files
from careerbot.knowledge.problems import KnowledgeErrors

Over = Callable[..., Path]

ROLE = """\
roles:
  - id: data_engineer
    title: Data Engineer
    source: survey
    pay: {low: 120000, high: 160000, currency: USD}
    duties: [{id: pipelines, text: building pipelines}]
    skills: [{id: sql, text: SQL, requirement: all, skills: [sql]}]
    reasons: [{id: foundation, text: Nothing is learnt without data.}]
"""
NAMES = """\
roles:
  data_engineer: {safe: [data engineer]}
skills:
  sql: {name: SQL}
"""


@pytest.fixture
def over(tmp_path: Path) -> Over:
    """Call it with the text of own files: the folder that has only these."""

    def write(roles: str = "", names: str = "", sources: str = "") -> Path:
        folder = tmp_path / "mine"
        for file, text in (("roles.yaml", roles), ("vocabulary/en.yaml", names), ("sources.yaml", sources)):
            if text:
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_text(text, encoding="utf-8")
        return folder

    return write


def laid(folder: Path, small: Path) -> Loaded:
    return load(
        folder, below=small, called=lambda path: f"{path.parts[-3 if 'vocabulary' in path.parts else -2]}/{path.name}"
    )


def told(folder: Path, small: Path) -> list[str]:
    with pytest.raises(KnowledgeErrors) as raised:
        laid(folder, small)
    return str(raised.value).splitlines()


def test_a_role_is_added(over: Over, small: Path) -> None:
    """It stands after all that have a place, and nothing else changes."""
    whole, alone = laid(over(ROLE, NAMES), small).knowledge, load(small).knowledge
    assert [role.id for role in whole.roles] == ["data_scientist", "devops_engineer", "data_engineer"]
    assert whole.role("data_engineer").position == 3
    assert whole.role("data_scientist").pay == alone.role("data_scientist").pay


def test_names_are_added(over: Over, small: Path) -> None:
    """Lists grow at their end; a file that is missing or empty adds nothing."""
    folder = over(names="roles:\n  data_scientist: {safe: [data wizard]}\n", roles="# nothing yet\n")
    names = laid(folder, small).vocabulary.roles["data_scientist"]
    assert [name.name for name in names.safe] == ["data scientist", "data sci", "data wizard"]


def test_a_text_takes_the_place_of_the_one_below(over: Over, small: Path) -> None:
    folder = over(names="skills:\n  python: {name: Python 3}\n")
    assert laid(folder, small).vocabulary.skills["python"].name == "Python 3"


def test_null_takes_out(over: Over, small: Path) -> None:
    """A title that is covered now is no longer one that is not."""
    folder = over(names="titles:\n  data analyst: null\n")
    assert list(laid(folder, small).vocabulary.titles) == ["UX designer"]


def test_one_name_is_taken_out(over: Over, small: Path) -> None:
    """All others stay, with their places."""
    folder = over(names="roles:\n  data_scientist: {safe: {not: [data scientist], add: [data wizard]}}\n")
    names = laid(folder, small).vocabulary.roles["data_scientist"]
    assert [name.name for name in names.safe] == ["data sci", "data wizard"]
    files = read_files(folder, below=small)
    assert files.vocabulary.where(("roles", "data_scientist", "safe", 0)) == "vocabulary/en.yaml, line 3"
    assert files.vocabulary.where(("roles", "data_scientist", "safe", 1)) == "vocabulary/en.yaml, line 2"


def test_a_name_with_a_guard_is_taken_out(over: Over, small: Path) -> None:
    """By what it is called."""
    folder = over(names="roles:\n  devops_engineer: {safe: {not: [do]}}\n")
    assert [name.name for name in laid(folder, small).vocabulary.roles["devops_engineer"].safe] == ["devops engineer"]


def test_a_file_in_another_language_than_its_name(over: Over, small: Path) -> None:
    """Each file is held against its own name; one that says no language is in that of the files below."""
    folder = over(names="language: en\n")
    german = folder / "vocabulary" / "de.yaml"
    german.write_text("roles: {data_scientist: {safe: [datenwissenschaftler]}}\n", encoding="utf-8")
    assert read_files(folder, "de", small).vocabulary.problems == ()
    german.write_text("language: en\n", encoding="utf-8")
    assert [str(problem) for problem in read_files(folder, "de", small).vocabulary.problems] == [
        (
            'vocabulary/de.yaml:1:1: language: the language is "en", and the file is called de.yaml. '
            "Write language: de, or rename the file."
        )
    ]


def test_a_folder_with_general_stands_alone(small: Path, tmp_path: Path) -> None:
    """Nothing lies below a complete folder."""
    assert load(small, below=tmp_path / "absent").knowledge == load(small).knowledge


@pytest.mark.parametrize(
    ("roles", "names", "lines"),
    [
        pytest.param(
            ROLE.replace("data_engineer", "data_scientist"),
            "",
            [
                (
                    'mine/roles.yaml:2:5: roles.data_scientist.id: the id "data_scientist" is used twice, first in '
                    "small/roles.yaml, line 2. Give it another id."
                ),
                (
                    'mine/roles.yaml:7:62: roles.data_scientist.skills.sql.skills: there is no skill "sql". '
                    "Each skill is listed in mine/en.yaml; correct the name here or add it there."
                ),
            ],
            id="a role that is there already",
        ),
        pytest.param(
            ROLE,
            "skills:\n  sql: {name: SQL}\n",
            [
                (
                    "mine/en.yaml:1:1: roles: the role data_engineer of mine/roles.yaml has no names. "
                    "Add the entry data_engineer: {safe: [...]} here."
                )
            ],
            id="a role without names",
        ),
        pytest.param(
            "",
            "roles:\n  data_scientits: {safe: [data wizard]}\n",
            [
                (
                    'mine/en.yaml:2:3: roles.data_scientits: there is no role "data_scientits". Did you mean '
                    '"data_scientist"? Each role is listed in mine/roles.yaml; correct the name here or add it there.'
                )
            ],
            id="names of a role that is not there",
        ),
        pytest.param(
            ROLE,
            NAMES.replace("[data engineer]", "[data engineer, data analyst]"),
            [
                (
                    'mine/en.yaml:2:41: roles.data_engineer.safe: "data analyst" already stands for the title data '
                    "analyst "
                    "(small/en.yaml, line 6). To cover it from now on, take that entry out: "
                    'write "data analyst: null" under titles: here. '
                    "That takes out its other names as well: data analytics."
                )
            ],
            id="a title that is not covered",
        ),
        pytest.param(
            ROLE,
            NAMES.replace("[data engineer]", "[data engineer, data analytics]"),
            [
                (
                    'mine/en.yaml:2:41: roles.data_engineer.safe: "data analytics" already stands for the title data '
                    "analyst (small/en.yaml, line 6). If it means something else from now on, take it out of there: "
                    "write data analyst: {also: {not: [data analytics]}} under titles: here."
                )
            ],
            id="one of the names of a title",
        ),
        pytest.param(
            ROLE.replace("title: Data Engineer", "title: Data Analytics"),
            NAMES,
            [
                (
                    'mine/roles.yaml:3:5: roles.data_engineer.title: "Data Analytics" already stands for the title '
                    "data analyst (small/en.yaml, line 6). If it means something else from now on, take it out of "
                    "there: write data analyst: {also: {not: [data analytics]}} under titles: in mine/en.yaml."
                )
            ],
            id="the title of a role that is a name of a title",
        ),
        pytest.param(
            "",
            "titles:\n  data analyst: {also: {not: [data analitics]}}\n",
            [
                (
                    'mine/en.yaml:2:31: titles.data analyst.also.not: there is no "data analitics" below that could be '
                    'taken out. Did you mean "data analytics"? Correct it, or remove it from not:.'
                )
            ],
            id="no such name to take out",
        ),
        pytest.param(
            "",
            "titles:\n  data analyst: {also: {not: data analytics}}\n",
            ["mine/en.yaml:2:25: titles.data analyst.also.not: a list is expected here. Write not: [one, two]."],
            id="a text to take out",
        ),
        pytest.param(
            ROLE.replace("[sql]", "[sql, go]"),
            NAMES,
            [
                (
                    'mine/roles.yaml:7:67: roles.data_engineer.skills.sql.skills: "go" is known as a skill that no '
                    "role lists (small/en.yaml, line 16). Write go: {name: Go, also: [golang], guard: frame} under "
                    "skills: in mine/en.yaml, and "
                    "go: null under unlisted_skills:."
                )
            ],
            id="a skill that no role listed so far",
        ),
        pytest.param(
            "",
            "titles:\n  data wizard: null\n",
            [
                (
                    'mine/en.yaml:2:3: titles.data wizard: there is no "data wizard" below that could be taken out. '
                    "Remove this line."
                )
            ],
            id="nothing to take out",
        ),
        pytest.param(
            "",
            "roles: [data engineer]\n",
            ["mine/en.yaml:1:1: roles: a mapping is expected here, as in the file below. Write it like the one below."],
            id="a list over a mapping",
        ),
        pytest.param(
            ROLE.replace("low: 120000", "low: 920000"),
            NAMES,
            [
                (
                    "mine/roles.yaml:5:5: roles.data_engineer.pay: low (920000) is above high (160000). Swap them, or "
                    "correct the figures."
                )
            ],
            id="a slip in what is added",
        ),
    ],
)
def test_problems_name_the_file_to_mend(over: Over, small: Path, roles: str, names: str, lines: list[str]) -> None:
    assert told(over(roles, names), small) == lines
