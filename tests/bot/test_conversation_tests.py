"""`careerbot test` and `careerbot record`, as authors use them."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from careerbot.bot import cli as command_line
from careerbot.bot.cli import cli
from careerbot.bot.conversation import Adviser
from careerbot.bot.testing.files import read_scripts
from careerbot.bot.testing.recording import recorded
from careerbot.bot.testing.trial import hold

GOOD = """\
name: an sre
turns:
  - say: "what does an sre earn"
    intents: [pay]
    roles: [site_reliability_engineer]
    contains: ["$140,000"]
  - say: "and its skills?"
    intents: [skills]
    omits: ["$"]
"""
WRONG = """\
# The comment stays out of it.
name: an sre
turns:
  - say: "what does an sre earn"
    intents: [pay]

  - say: "and its skills?"
    intents: [pay]
    contains: ["Haskell", "debugging"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, adviser: Adviser) -> Path:
    """Where the author is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command_line, "_adviser", lambda *_: adviser)
    return tmp_path


def called(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli, list(arguments), input=typed)


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def results(folder: Path) -> Element:
    return parse(folder / "out.xml").getroot()  # noqa: S314  we wrote it


def test_fine(folder: Path) -> None:
    """Where all is as expected one line says so."""
    written(folder / "good.yaml", GOOD)
    result = called("test", "good.yaml")

    assert result.exit_code == 0
    assert result.output == "2 turns of 1 conversations and messages, all as expected.\n"


def test_difference(folder: Path) -> None:
    """A turn that went wrong has its file and line, what was said, expected and came, the answer, and why."""
    written(folder / "wrong.yaml", WRONG)
    result = called("test", "wrong.yaml")
    lines = result.output.split("\n")

    assert result.exit_code == 1
    assert lines[:6] == [
        'wrong.yaml:7: turn 2 of "an sre"',
        "  said      and its skills?",
        "  intents   expected pay",
        "            came     skills",
        '  contains  expected "Haskell"',
        "            came     it is not in the answer",
    ]
    assert any(line.startswith("  answer    ") and "Site Reliability Engineer" in line for line in lines)
    why = next(line for line in lines if line.startswith("  why"))
    assert 'read as "and its skills"; ' in why
    assert "becomes skills" in why
    assert "memory gave roles" in why
    assert lines[-2] == "1 of 2 turns are not as expected."


def test_stops(folder: Path) -> None:
    """With -x the first failure is the last."""
    written(folder / "a.yaml", WRONG)
    written(folder / "b.yaml", WRONG)

    assert called("test", ".").output.count("turn 2 of") == 2
    result = called("test", "-x", ".")
    assert result.output.count("turn 2 of") == 1
    assert result.output.endswith("Stopped at the first.\n")
    assert result.exit_code == 1


def test_messages(folder: Path) -> None:
    """A list of messages is tested with no memory between them."""
    written(folder / "m.yaml", '- {ask: "sre salary", intents: [pay]}\n- {ask: "skills?", outcome: clarify}\n')

    assert called("test", "m.yaml").output == "2 turns of 2 conversations and messages, all as expected.\n"


def test_usual_places(folder: Path) -> None:
    """Without FILES the usual folders are looked at; with none of them there, it says what to name."""
    assert called("test").exit_code == 2
    assert "tests/conversations" in called("test").output
    written(folder / "tests" / "conversations" / "deep" / "good.yaml", GOOD)

    assert called("test").exit_code == 0


def test_of_own_folders(folder: Path) -> None:
    """Conversations that lie in an own folder are found without being named; so are those beside own intents."""
    (folder / "mine" / "vocabulary").mkdir(parents=True)
    (folder / "other" / "intents").mkdir(parents=True)
    nothing = called("test", "--knowledge", "mine")
    assert nothing.exit_code == 2
    assert (
        "There is nothing to test: name files or folders, or call it where mine/conversations, tests/conversations, "
        "tests/intents, conversations is."
    ) in nothing.output
    written(folder / "mine" / "conversations" / "good.yaml", GOOD)
    written(folder / "other" / "conversations" / "good.yaml", GOOD)

    one = "2 turns of 1 conversations and messages, all as expected.\n"
    assert called("test", "--knowledge", "mine").output == one
    assert called("test", "--intents", "other/intents").output == one
    assert called("test", "--intents", "other").output == one
    assert called("test", "--knowledge", "mine", "--intents", "other").output.startswith("4 turns of 2 ")


def test_other_files(folder: Path) -> None:
    """In a folder, files that are something else are passed over and told in a line; a misspelt key is not."""
    written(folder / "all" / "good.yaml", GOOD)
    for name in "abcd":
        written(folder / "all" / f"{name}.yaml", "roles: []\n")
    result = called("test", "all")
    assert result.exit_code == 0
    assert result.output == (
        "Passed over, as they are no conversations: all/a.yaml, all/b.yaml, all/c.yaml and 1 more.\n"
        "2 turns of 1 conversations and messages, all as expected.\n"
    )

    assert called("test", "all/a.yaml").exit_code == 1
    written(folder / "all" / "a.yaml", "truns:\n  - say: hi\n")
    assert 'all/a.yaml:1:1: this is neither a conversation nor a list of messages. Did you mean "turns"?' in (
        called("test", "all").output
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "name: x\nturns:\n  - say: hi\n    intent: [greeting]\n",
            'f.yaml:4:5: turns.intent: there is no key "intent" here. Did you mean "intents"? Keys are: say,',
        ),
        (
            "name: x\nturns:\n  - sayy: hi\n",
            'f.yaml:3:5: turns: say is missing. Did you mean "say"? Every turn has say: "…", what a person writes.',
        ),
        (
            "name: x\ntruns:\n  - say: hi\n",
            'f.yaml:1:1: this is neither a conversation nor a list of messages. Did you mean "turns"?',
        ),
        ("title: x\nturns:\n  - say: hi\n", 'f.yaml:1:1: title: there is no key "title" here. Keys are: name, turns.'),
        (
            "turns:\n  - say: hi\n    roles: data_scientist\n",
            'f.yaml:3:5: turns.roles: a list of texts is expected here. Write roles: ["…", "…"], even of a single one.',
        ),
        (
            "turns:\n  - say: hi\n    roles: [data_scientits]\n",
            'f.yaml:3:5: turns.roles: there is no role "data_scientits". Did you mean "data_scientist"?',
        ),
        (
            "turns:\n  - say: hi\n    intents: [skils]\n",
            'f.yaml:3:5: turns.intents: there is no question type "skils". Did you mean "skills"?',
        ),
        (
            "turns:\n  - say: hi\n    outcome: answred\n",
            'f.yaml:3:5: turns.outcome: there is no outcome "answred". Did you mean "answered"? There are: answered,',
        ),
        ("turns:\n  - say: no\n", "f.yaml:2:5: turns.say: YAML reads no as true or false."),
        ("turns:\n  - say: [hi]\n", 'f.yaml:2:5: turns.say: say is not a text. Put it in quotes: "…".'),
        ("turns:\n  - hi\n", 'f.yaml:2:5: turns: this is no turn. Write {say: "…"} with what is expected.'),
        ("turns: hi\n", 'f.yaml:1:1: turns: turns is not a list of turns. Write - say: "…" below it.'),
        ('- {ask: "hi", contain: ["x"]}\n', 'f.yaml:1:15: contain: there is no key "contain" here. Did you mean "con'),
        (
            "turns:\n  - say: 'hi\n",
            "f.yaml:2:10: there is no end to this quote.",
        ),
    ],
)
def test_slips(folder: Path, text: str, told: str) -> None:
    """A slip in the file has its line and what to do, and is a failure: nothing is passed over in silence."""
    written(folder / "f.yaml", text)
    result = called("test", "f.yaml")

    assert result.exit_code == 1
    assert told in result.output


def test_junit(folder: Path) -> None:
    """Build servers get a case for each turn, failures with the report, and errors of the files."""
    written(folder / "good.yaml", GOOD)
    written(folder / "wrong.yaml", WRONG + "    intnets: [x]\n")
    called("test", "--junit", "out.xml", "good.yaml", "wrong.yaml")
    suites = results(folder)

    cases = [(case.get("file"), case.get("line"), case.get("name")) for case in suites.iter("testcase")]
    assert cases[:3] == [
        ("good.yaml", "3", "1: what does an sre earn"),
        ("good.yaml", "7", "2: and its skills?"),
        ("wrong.yaml", "4", "1: what does an sre earn"),
    ]
    (failure,) = suites.iter("failure")
    assert failure.get("message") == "intents, contains"
    assert "expected pay" in (failure.text or "")
    (error,) = suites.iter("error")
    assert 'Did you mean "intents"?' in (error.get("message") or "")


def test_junit_of_any_text(folder: Path) -> None:
    """What XML cannot hold is left out of it."""
    written(folder / "f.yaml", '- {ask: "\\x1b[31m \\u0007 \\ud83d <&> 💼", intents: [pay]}\n')
    assert called("test", "--junit", "out.xml", "f.yaml").exit_code == 1

    assert "<&> 💼" in str(next(results(folder).iter("testcase")).get("name"))


def test_record(folder: Path) -> None:
    """Lines become a conversation that holds, with what came as what is expected."""
    result = called("record", "talk_of_an_sre.yaml", typed="what does an sre earn\nand its skills?\n/quit\n")
    assert result.exit_code == 0, result.output
    read = yaml.safe_load((folder / "talk_of_an_sre.yaml").read_text(encoding="utf-8"))

    assert read == {
        "name": "talk of an sre",
        "turns": [
            {
                "say": "what does an sre earn",
                "intents": ["pay"],
                "roles": ["site_reliability_engineer"],
                "outcome": "answered",
                "contains": ["$140,000", "$185,000"],
            },
            read["turns"][1],
        ],
    }
    assert read["turns"][1]["intents"] == ["skills"]
    assert result.output.endswith("talk_of_an_sre.yaml has 2 turns now.\n")
    assert called("test", "talk_of_an_sre.yaml").exit_code == 0


def test_record_refuses(folder: Path) -> None:
    """A file that is there is not written over, and nothing said is nothing recorded."""
    there = written(folder / "there.yaml", "mine")

    assert called("record", "there.yaml", typed="hi\n").output == (
        "Error: there.yaml is already there and was left alone. Choose another name.\n"
    )
    assert there.read_text(encoding="utf-8") == "mine"
    assert called("record", "new.yaml", typed="\n").exit_code == 1
    assert not (folder / "new.yaml").exists()
    assert "cannot be written" in called("record", "nowhere/new.yaml", typed="hi\n").output


def test_record_prints(folder: Path) -> None:
    """Without FILE only the YAML is printed: it can go anywhere."""
    printed = called("record", typed="hi there\n").output

    assert [turn["say"] for turn in yaml.safe_load(printed)["turns"]] == ["hi there"]


def test_record_a_fixed_reply(folder: Path) -> None:
    """Where an answer names nothing, its rarest words are expected, so that another text is noticed."""
    printed = called("record", typed="what is the weather tomorrow\nwie wird das wetter morgen\n").output
    english, german = (turn["contains"] for turn in yaml.safe_load(printed)["turns"])

    assert english == ["outside", "help"]
    assert german == ["leider", "verstehe"]


def test_started_over(folder: Path) -> None:
    """What was said before /reset belongs to another conversation."""
    called("record", "f.yaml", typed="what does an sre earn\n/reset\nand skills?\n")
    (turn,) = yaml.safe_load((folder / "f.yaml").read_text(encoding="utf-8"))["turns"]

    assert turn["say"] == "and skills?"


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=3))
def test_any_recording_holds(adviser: Adviser, tmp_path_factory: pytest.TempPathFactory, said: list[str]) -> None:
    """Whatever is said, what is recorded is a test without slips that holds."""
    file = tmp_path_factory.mktemp("recorded") / "f.yaml"
    file.write_text(recorded("any", said, adviser), encoding="utf-8")
    read = read_scripts([file])

    assert read.problems == ()
    held = list(hold(read.scripts, adviser))
    assert len(held) == len(said)
    assert [each.wrong for each in held if each.wrong] == []


def test_real_process(folder: Path) -> None:
    """The real program: exit code, and no color where nobody watches."""
    written(folder / "wrong.yaml", WRONG)
    done = subprocess.run(
        [sys.executable, "-m", "careerbot", "test", "wrong.yaml"], capture_output=True, env={**os.environ}, cwd=folder
    )

    assert done.returncode == 1
    assert b"wrong.yaml:7:" in done.stdout
    assert b"\x1b" not in done.stdout
