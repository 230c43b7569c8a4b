"""The outer edge with the real core: what a person gets who types the command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pseudo_terminal import PseudoTerminal

CAREERBOT = [sys.executable, "-m", "careerbot"]
PAY = "how much does a site reliability engineer make"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One home for all tests here, so that the knowledge is compiled once."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH")}
    return kept | {"PYTHONUTF8": "1", "HOME": str(tmp_path_factory.mktemp("home"))}


def run(environment: dict[str, str], *arguments: str, typed: bytes = b"") -> str:
    done = subprocess.run([*CAREERBOT, *arguments], input=typed, capture_output=True, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


def test_ask(environment: dict[str, str]) -> None:
    """A question of pay is answered with both ends of the range."""
    text = run(environment, "ask", PAY)

    assert "$140,000" in text
    assert "$185,000" in text


def test_ask_json(environment: dict[str, str]) -> None:
    """The object says what was understood and which facts the answer rests on."""
    answer = json.loads(run(environment, "ask", "--json", PAY))

    assert (answer["intents"], answer["roles"]) == (["pay"], ["site_reliability_engineer"])
    assert answer["outcome"] == "answered"
    assert 0 < answer["confidence"] <= 1
    assert "site_reliability_engineer.pay" in answer["facts"]


def test_one_object_for_every_line(environment: dict[str, str]) -> None:
    """Lines of any kind, empty and broken ones too, get one object each."""
    lines = [PAY.encode(), b"", b"\xff\xfe\x00", b"x" * 100_000, b"?" * 1000, "💼".encode(), b" "]

    for options in (["--json"], ["--json", "--conversation"]):
        out = run(environment, "ask", *options, typed=b"\n".join(lines))
        assert len([json.loads(line) for line in out.splitlines()]) == len(lines)


def test_conversation(environment: dict[str, str]) -> None:
    """With --conversation a follow-up is about the role of the line before; without it is not."""
    typed = f"{PAY}\nwhat skills does it need?".encode()
    together = [
        json.loads(line) for line in run(environment, "ask", "--json", "--conversation", typed=typed).splitlines()
    ]
    apart = [json.loads(line) for line in run(environment, "ask", "--json", typed=typed).splitlines()]

    assert (together[1]["intents"], together[1]["roles"]) == (["skills"], ["site_reliability_engineer"])
    assert apart[1]["roles"] == []


HEAVY = {
    *(
        "aiohttp",
        "asyncio",
        "jinja2",
        "matplotlib",
        "numpy",
        "prompt_toolkit",
        "pydantic",
        "rapidfuzz",
        "redis",
        "rich",
    ),
    *("sqlite3", "structlog", "telegram", "uvicorn", "yaml"),
}


@pytest.mark.parametrize("question", [PAY, "how mcuh does a devlops enginer mkae", "site relaibility enginer pya"])
def test_ask_starts_light(question: str, environment: dict[str, str]) -> None:
    """With a compiled index `ask` imports nothing of the terminal, the stores, the schema, YAML, templates or
    arithmetic; a misspelt question does not either.
    """
    run(environment, "ask", PAY)
    program = f"""
import sys
from careerbot.bot.cli import main
sys.argv[1:] = ["ask", {question!r}]
try:
    main()
finally:
    print(sorted(set(sys.modules) & {HEAVY!r}))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment)

    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_chat_remembers(environment: dict[str, str], tmp_path: Path) -> None:
    """A second run of the chat knows the role that the first one was about."""
    run(environment, "chat", "--state", str(tmp_path), typed=PAY.encode())

    assert "debugging" in run(environment, "chat", "--state", str(tmp_path), typed=b"what skills does it need?").lower()


def test_explain(environment: dict[str, str]) -> None:
    """`explain` names the question type and the role, for people and for programs."""
    assert "pay" in run(environment, "explain", PAY)
    json.loads(run(environment, "explain", "--json", PAY))


def test_explain_after_others(environment: dict[str, str]) -> None:
    """With --conversation the lines are what was said before, or the last of them is explained."""
    typed = f"{PAY}\n".encode()
    one = run(environment, "explain", "--conversation", "and its skills?", typed=typed)

    assert "gave: roles = site_reliability_engineer" in one
    assert one == run(environment, "explain", "--conversation", typed=typed + b"and its skills?\n")
    assert "gave:" not in run(environment, "explain", "and its skills?")


def test_explain_at_a_terminal(environment: dict[str, str]) -> None:
    """Somebody who watches gets a tree with colors, and nothing that was typed commands the terminal."""
    run(environment, "ask", PAY)
    command = [*CAREERBOT, "explain", f"{PAY} \x1b]0;title\x07[red]"]
    with PseudoTerminal(command, environment, columns=100) as screen:
        assert screen.ended() == 0
        assert "└── site_reliability_engineer.pay: average pay listed as" in screen.text
        assert "[red]" in screen.text
        assert b"\x1b[" in screen.raw
        assert b"\x1b]0" not in screen.raw


def test_commands_of_the_chat(environment: dict[str, str]) -> None:
    """/help and /roles are answered by the core, /explain by its own account of the last message."""
    out = run(environment, "chat", "--no-state", typed=f"/roles\n/help\n{PAY}\n/explain".encode())

    assert "Blockchain Developer" in out
    assert "/forget" in out
    assert "asked: pay" in out.split("message: ")[-1]
