"""A mistake in the file of another language: told like one in the usual language, when that language is first used."""

import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from careerbot.bot.channels.terminal.dialogue import Dialogue
from careerbot.bot.compiled import load_adviser
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.stores.in_process import InProcessStore
from careerbot.knowledge.problems import KnowledgeErrors

TWICE = 'skills:\n  docker: {also: ["python"]}\n'
PROBLEM = (
    'mine/vocabulary/de.yaml:2:19: skills.docker.also: "python" already stands for the skill python '
    "(…/knowledge/vocabulary/en.yaml, line …). "
    "Keep it in one place, or list it only under ambiguous, where the bot asks which is meant."
)
ENGLISH, GERMAN = "what does an sre earn", "was verdient ein sre"
RANGE = "$140,000 to $185,000"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Own names in German, one of them with two meanings; the English index is compiled, once."""
    folder = tmp_path_factory.mktemp("languages")
    (folder / "mine" / "vocabulary").mkdir(parents=True)
    (folder / "mine" / "vocabulary" / "de.yaml").write_text(TWICE, encoding="utf-8")
    with chdir(folder):
        adviser()
    return folder


def adviser() -> Adviser:
    """As the program makes it in the folder."""
    return load_adviser(Path("mine"), cache=Path("cache").absolute())


def ran(folder: Path, *arguments: str, typed: str = "", **more: str) -> tuple[int, str, str]:
    """Exit code, standard output and error of the program, called in the folder."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("CAREERBOT_")}
    done = subprocess.run(
        [sys.executable, "-m", "careerbot", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        cwd=folder,
        env=others | {"PYTHONPATH": str(Path(__file__).parents[2]), "CAREERBOT_CACHE": str(folder / "cache")} | more,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def is_told(text: str) -> bool:
    """Whether the problem stands there, wherever this program is."""
    return all(part in text for part in PROBLEM.split("…"))


def test_ask(folder: Path) -> None:
    """English is answered and compiles no German; German ends with what is to be mended, as it does for English."""
    code, out, err = ran(folder, "ask", "--knowledge", "mine", ENGLISH)
    assert (code, err) == (0, "")
    assert RANGE in out

    code, out, err = ran(folder, "ask", "--knowledge", "mine", typed=f"{ENGLISH}\n{GERMAN}\n")
    assert code == 1
    assert RANGE in out
    assert err.startswith("Error: mine/vocabulary/de.yaml:2:19: ")
    assert is_told(err)
    assert "Traceback" not in err


def test_services(folder: Path) -> None:
    """A service speaks all languages from its start, and does not start with a mistake in one."""
    token = f"123456789:{'A' * 35}"
    code, _, err = ran(folder, "telegram", "--no-state", "--knowledge", "mine", CAREERBOT_TELEGRAM_TOKEN=token)

    assert code == 1
    assert is_told(err)
    assert "Traceback" not in err


def test_chat(folder: Path) -> None:
    """A conversation tells it once, at the first German message, and goes on in English."""
    code, out, err = ran(folder, "chat", "--no-state", "--knowledge", "mine", typed=f"{GERMAN}\n{GERMAN}\n{ENGLISH}\n")

    assert code == 0
    assert is_told(err)
    assert err.count("Until this is mended and I am started again, I answer in English.") == 1
    assert RANGE in out


def test_of_an_earlier_conversation(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who spoke German the last time is told at the start."""
    monkeypatch.chdir(folder)
    with InProcessStore() as store:
        store.save("terminal", Memory(language="de", turns=1))
        first, second = (notice.text for notice in Dialogue(adviser(), store).greet())

    assert is_told(first)
    assert second.startswith("Welcome back")


def test_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first use of the language raises; after that the usual one stands in for it."""
    monkeypatch.chdir(folder)
    own = adviser()
    with pytest.raises(KnowledgeErrors):
        own.prepare()

    answer, memory = own.respond(GERMAN, Memory())
    assert answer.outcome == "out_of_scope"
    assert own.language(memory) == "en"
