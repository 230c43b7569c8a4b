"""`careerbot review` at a real terminal: from what was not understood to a phrase, tried before it is kept."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from pseudo_terminal import PseudoTerminal

from careerbot.bot.built_in import INTENTS
from careerbot.bot.compiled import load_adviser
from careerbot.bot.conversation import Adviser
from careerbot.bot.folders import OwnFolders
from careerbot.bot.memory import Memory
from careerbot.bot.misses.miss import Told
from careerbot.bot.misses.notebook import Notebook
from careerbot.bot.misses.phrase_file import on_trial
from careerbot.bot.misses.reading import misses_in
from careerbot.bot.misses.review_command import of_example
from careerbot.bot.stores.sqlite_records import SqliteRecordStore

FEW = 6
"""Phrases of each question type: learning them takes no time."""
MISSES = ("tell me about unions in devops", "tell me about unions in data science", "who won the game")
TESTS = """\
name: unions
turns:
  - say: "what does an sre earn"
    intents: [pay]
  - say: "tell me about unions for an sre"
    outcome: out_of_scope
"""


@pytest.fixture
def own(tmp_path: Path, adviser: Adviser) -> Path:
    """A folder with few phrases, with misses and with a conversation test."""
    shutil.copytree(INTENTS, tmp_path / "intents", ignore=shutil.ignore_patterns("*.py*", "__pycache__"))
    for file in (tmp_path / "intents").glob("*/en.yaml"):
        file.write_text(_shortened(file.read_text(encoding="utf-8")), encoding="utf-8")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "unions.yaml").write_text(TESTS, encoding="utf-8")
    with SqliteRecordStore(tmp_path / "memory.sqlite3") as store:
        for number, text in enumerate(MISSES):
            told = Told(text, "out_of_scope", ("out_of_scope",), 0.9)
            store.keep(Notebook().missed(adviser, told, str(number), "telegram:42"))
    load_adviser(intents=tmp_path / "intents", cache=tmp_path / "cache")
    return tmp_path


def _shortened(text: str) -> str:
    """Only the first phrases, one line each."""
    before, after = re.split(r"^phrases:\n", text, maxsplit=1, flags=re.MULTILINE)
    listed, rest = re.split(r"^(?=\w)", after, maxsplit=1, flags=re.MULTILINE)
    lines = [line for line in listed.splitlines(keepends=True) if line.lstrip().startswith("- ")][:FEW]
    return f"{before}phrases:\n  # a comment\n{''.join(lines)}\n{rest}"


@pytest.fixture
def screen(own: Path) -> Iterator[PseudoTerminal]:
    with opened(own) as screen:
        yield screen


@contextmanager
def opened(own: Path) -> Iterator[PseudoTerminal]:
    """The review of what is kept in the folder."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("CAREERBOT_")}
    environment = others | {"PYTHONUTF8": "1", "CAREERBOT_STATE": str(own), "CAREERBOT_CACHE": str(own / "cache")}
    command = [sys.executable, "-m", "careerbot", "review", "--knowledge", str(own), "--tests", str(own / "tests")]
    with PseudoTerminal(command, environment, columns=300, rows=100) as screen:
        screen.until("what is it?")
        yield screen


def answered(screen: PseudoTerminal, keys: str, seen: str) -> None:
    """Type a line; then the screen shows this, once more than before."""
    before = screen.text.count(seen)
    screen.type(f"{keys}\r")
    screen.until(lambda: screen.text.count(seen) > before)


def left(own: Path) -> list[str]:
    with SqliteRecordStore(own / "memory.sqlite3") as store:
        return [kept.miss.text for kept in misses_in(store)]


def test_taught(own: Path, screen: PseudoTerminal) -> None:
    """A group becomes a phrase of a question type: the change is shown, the file keeps the rest, the group is done."""
    file = own / "intents" / "outlook" / "en.yaml"
    before = file.read_text(encoding="utf-8")
    assert "Group 1 of 2" in screen.text
    assert "tell me about unions in data science" in screen.text

    answered(screen, "i", "question type:")
    answered(screen, "outlok", 'There is no question type outlok. Did you mean "outlook"?')
    answered(screen, "i", "question type:")
    answered(screen, "outlook", "phrase for outlook, language en (empty to go back): tell me about unions in {role}")
    screen.type("\x15tell me about unions (in|for) {role}")  # Ctrl-U: another phrase
    answered(screen, "", "keep it? (y/n)")
    assert '"tell me about unions in devops" is outlook now (answered), it was ' in screen.text
    assert f"no longer as expected: {own}/tests/unions.yaml:5: tell me about unions for an sre" in screen.text
    assert "outcome: expected out_of_scope, came answered" in screen.text
    assert f"{file} gets, as line " in screen.text
    assert "    +   - tell me about unions (in|for) {role}" in screen.text
    answered(screen, "y", "Group 2 of 2")
    answered(screen, "s", "That was all.")

    assert screen.ended() == 0
    after = file.read_text(encoding="utf-8")
    added = [line for line in after.split("\n") if line not in before.split("\n")]
    assert [line.strip(' -"') for line in added] == ["tell me about unions (in|for) {role}"]
    assert after.replace(f"{added[0]}\n", "") == before
    assert left(own) == ["who won the game"]
    adviser = load_adviser(intents=own / "intents", cache=own / "cache")
    answer, _ = adviser.respond("tell me about unions for data scientists", Memory())
    assert answer.queries[0].intent == "outlook"


def test_german(own: Path, adviser: Adviser) -> None:
    """A German group is offered in the words of the person, and its phrase goes into the German file."""
    with SqliteRecordStore(own / "memory.sqlite3") as store:
        store.forget_person("telegram:42")
        told = Told("kann ich hier Kaffee bekommen", "out_of_scope", ("out_of_scope",), 0.9, "de")
        store.keep(Notebook().missed(adviser, told, "german", "telegram:42"))
    german, english = (own / "intents" / "out_of_scope" / f"{language}.yaml" for language in ("de", "en"))
    before = {file: file.read_text(encoding="utf-8") for file in (german, english)}
    with opened(own) as screen:
        assert "language de" in screen.text
        answered(screen, "o", "phrase for out of scope, language de (empty to go back): kann ich hier kaffee bekommen")
        answered(screen, "", "keep it? (y/n)")
        assert f"{german} gets, as line " in screen.text
        assert '"kann ich hier Kaffee bekommen" was out of scope already and stays so: ' in screen.text
        answered(screen, "y", "That was all.")

    added = set(german.read_text(encoding="utf-8").splitlines()) - set(before[german].splitlines())
    assert [line.strip(' -"') for line in added] == ["kann ich hier kaffee bekommen"]
    assert english.read_text(encoding="utf-8") == before[english]


def test_refused(own: Path, screen: PseudoTerminal) -> None:
    """What is not wanted after all, and what is no phrase, leaves every file as it was and the group where it was."""
    files = {file: file.read_bytes() for file in (own / "intents").rglob("*") if file.is_file()}

    answered(screen, "o", "phrase for out of scope, language en")
    answered(screen, "", "keep it? (y/n)")
    answered(screen, "n", "Put back: ")
    answered(screen, "o", "phrase for out of scope, language en")
    screen.type("\x15what {planet} (is")
    answered(screen, "", "Not kept, ")
    assert "there is no slot {planet}" in screen.text
    screen.type("q\r")

    assert screen.ended() == 0
    assert {file: file.read_bytes() for file in (own / "intents").rglob("*") if file.is_file()} == files
    assert sorted(left(own)) == sorted(MISSES)


def test_deleted(own: Path, screen: PseudoTerminal) -> None:
    """A group that teaches nothing is deleted, and nothing else."""
    answered(screen, "d", "Deleted: 2 messages.")
    screen.type("q\r")

    assert screen.ended() == 0
    assert left(own) == ["who won the game"]


def test_interrupted(own: Path, screen: PseudoTerminal) -> None:
    """Ctrl-C at the question whether to keep it is a no."""
    file = own / "intents" / "out_of_scope" / "en.yaml"
    before = file.read_bytes()
    answered(screen, "o", "phrase for out of scope, language en")
    answered(screen, "", "keep it? (y/n)")
    assert file.read_bytes() != before
    screen.type("\x03")

    assert screen.ended() == 130
    assert file.read_bytes() == before


def test_what_becomes_of_a_message(adviser: Adviser) -> None:
    """It is taken for something else now, or for the same, surer or not, or still not for what it should be."""
    game, sure = "who won the game", adviser.respond("who won the game", Memory())[0]
    first = sure.queries[0]._replace(confidence=0.7)
    before = cast("Adviser", SimpleNamespace(respond=lambda *_: (replace(sure, queries=(first,)), Memory())))

    def told(wanted: str, intent: str, confidence: float) -> str:
        query = sure.queries[0]._replace(intent=intent, confidence=confidence)
        after = SimpleNamespace(respond=lambda *_: (replace(sure, queries=(query,)), Memory()))
        return of_example(game, "en", wanted, before, cast("Adviser", after))

    already = '"who won the game" was out of scope already and stays so: '
    assert told("pay", "pay", 0.9) == '"who won the game" is pay now (out_of_scope), it was out of scope'
    assert told("out_of_scope", "out_of_scope", 0.9) == f"{already}the same answer, only surer (0.70, now 0.90)"
    assert told("out_of_scope", "out_of_scope", 0.6) == (f"{already}the phrase changes nothing for it (0.70, now 0.60)")
    assert told("pay", "out_of_scope", 0.6) == (
        '"who won the game" is still out of scope and not pay: the phrase is too unlike it. Take more of its words.'
    )


def test_first_phrase_of_an_own_folder(tmp_path: Path) -> None:
    """Own names without question types get a folder for them, which is gone again if the phrase is not kept."""
    (tmp_path / "mine" / "vocabulary").mkdir(parents=True)
    intents = OwnFolders(tmp_path / "mine").intents_to_be()
    assert intents == tmp_path / "mine" / "intents"
    file = intents / "pay" / "de.yaml"

    with on_trial(file, "was springt bei {role} raus") as trial:
        assert (trial.is_new, trial.line, trial.written) == (
            True,
            2,
            ("phrases:", '  - "was springt bei {role} raus"'),
        )
        assert file.exists()
    assert not intents.exists()
    with on_trial(file, "was springt bei {role} raus") as trial:
        trial.kept = True
    with on_trial(file, "lohnt sich {role}") as trial:
        assert (trial.is_new, trial.line, trial.written) == (False, 3, ('  - "lohnt sich {role}"',))
    assert OwnFolders().intents_to_be() is None
