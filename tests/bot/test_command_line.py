"""The command line as a contract, through real processes. The adviser is the fake one."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import click
import fake_adviser
import pytest
from click.testing import CliRunner

from careerbot import __version__
from careerbot.bot.cli import cli

PROGRAM = [sys.executable, fake_adviser.__file__]
PAY = "A Site Reliability Engineer makes $140,000 to $185,000."


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of the processes: UTF-8, and state in a folder of the test."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH")}
    return kept | {"PYTHONUTF8": "1", "HOME": str(tmp_path), "CAREERBOT_STATE": str(tmp_path / "state")}


class Ran:
    """A process that ended: exit code, standard output and error as text."""

    def __init__(self, done: "subprocess.CompletedProcess[bytes]") -> None:
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    def run(*arguments: str | bytes, typed: bytes | None = b"", **more: str) -> Ran:
        return Ran(
            subprocess.run([*PROGRAM, *arguments], input=typed, capture_output=True, env=environment | more, timeout=60)
        )

    return run


def test_ask_one(run: Run) -> None:
    """`ask TEXT` prints one answer in plain text; the words need no quotes."""
    ran = run("ask", "what", "is", "the pay?")

    assert (ran.code, ran.out, ran.err) == (0, f"{PAY}\n", "")


def test_ask_lines(run: Run) -> None:
    """Without TEXT every line of standard input is answered, with a blank line between the answers."""
    assert run("ask", typed=b"pay?\nhello").out == f"{PAY}\n\nYou said: hello\n"


def test_ask_nothing(run: Run) -> None:
    """Empty standard input has no answer and is no error."""
    for option in ([], ["--json"], ["--conversation"]):
        ran = run("ask", *option)
        assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_one_object_for_each_line(run: Run) -> None:
    """With --json every line gets exactly one object, empty lines too, with or without a last line feed."""
    lines = b"pay?\n\n  \r\nlast"

    assert [each["message"] for each in run("ask", "--json", typed=lines).objects] == ["pay?", "", "  ", "last"]
    assert len(run("ask", "--json", typed=lines + b"\n").objects) == 4


def test_lines_stand_alone() -> None:
    """Lines are turns of one conversation only with --conversation."""
    program = f"""
import sys; sys.path.insert(0, {str(Path(fake_adviser.__file__).parent)!r})
import fake_adviser
from careerbot.bot.cli import main
fake_adviser.FakeAdviser.respond = lambda self, text, memory: fake_adviser.counted(memory)
fake_adviser.install()
main()
"""
    for options, expected in (([], [0, 0, 0]), (["--conversation"], [0, 1, 2])):
        done = subprocess.run(
            [sys.executable, "-c", program, "ask", "--json", *options], input=b"a\nb\nc\n", capture_output=True
        )
        assert [int(each["text"]) for each in Ran(done).objects] == expected


def test_keys_of_an_object(run: Run) -> None:
    """The object has the keys of the contract, in its order."""
    (object,) = run("ask", "--json", "pay?").objects

    expected = ["message", "intents", "roles", "skills", "confidence", "outcome", "text", "facts", "suggestions"]
    assert list(object) == expected


def test_any_bytes(run: Run) -> None:
    """Bytes that are no UTF-8, NUL and control characters come through as one valid object for each line."""
    typed = b"caf\xe9\n\x00\x1b[31m\x85\x07\n\xed\xa0\x80\n\xef\xbb\xbfbom\n" + "é\u2028\u0085💼".encode()
    ran = run("ask", "--json", typed=b"\xef\xbb\xbf" + typed)

    assert len(ran.objects) == 5
    assert ran.objects[0]["message"] == "caf\ufffd"
    assert ran.objects[1]["text"] == "You said: [31m\ufffd"
    assert ran.objects[4]["message"] == "é\u2028\u0085💼"


def test_bytes_in_an_argument(run: Run) -> None:
    """A TEXT that is no UTF-8 is read with replacement characters."""
    (object,) = run("ask", "--json", b"caf\xe9").objects

    assert object["message"] == "caf\ufffd"


def test_plain_answers_cannot_command_the_terminal(run: Run) -> None:
    """What a person typed comes back without control characters, also in plain text."""
    assert run("ask", typed=b"\x1b]0;title\x07 hi").out == "You said: ]0;title hi\n"


def test_long_line(run: Run) -> None:
    """A line of 100,000 characters is one message."""
    (object,) = run("ask", "--json", typed=b"x" * 100_000).objects

    assert len(object["message"]) == 100_000


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_other_encodings(run: Run, encoding: str) -> None:
    """Where standard output is not UTF-8, JSON is ASCII and plain text replaces what cannot be shown."""
    more = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    (object,) = run("ask", "--json", typed="💼 é".encode(), **more).objects

    assert object["message"] == "💼 é"
    assert run("ask", typed="💼".encode(), **more).out == "You said: ?\n"


def test_closed_pipe(environment: dict[str, str]) -> None:
    """When the reader goes away the program ends without a word."""
    with subprocess.Popen(
        [*PROGRAM, "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"pay?\n")
        process.stdin.flush()
        assert process.stdout.readline() == f"{PAY}\n".encode()
        process.stdout.close()
        _write_all(process.stdin, b"pay?\n" * 10_000)
        assert process.stderr.read() == b""


def _write_all(pipe: IO[bytes], data: bytes) -> None:
    try:
        pipe.write(data)
        pipe.close()
    except BrokenPipeError:
        pass


def test_answers_come_as_lines_come(environment: dict[str, str]) -> None:
    """A line is answered before the next one is there, and Ctrl-C ends the program without a traceback."""
    with subprocess.Popen(
        [*PROGRAM, "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"pay?\n")
        process.stdin.flush()
        assert process.stdout.readline() == f"{PAY}\n".encode()
        process.send_signal(signal.SIGINT)
        assert (process.wait(), process.stderr.read().strip()) == (130, b"")


def test_closed_standard_streams(environment: dict[str, str]) -> None:
    """Standard streams that are closed from the start are an empty input and an output nobody reads."""
    command = " ".join(f"'{part}'" for part in PROGRAM)
    for closing in ("ask <&-", "ask pay >&-", "chat <&-"):
        done = subprocess.run(["sh", "-c", f"{command} {closing}"], capture_output=True, env=environment)
        assert (done.returncode, done.stderr) == (0, b"")


def test_ask_starts_light(environment: dict[str, str]) -> None:
    """`ask` imports nothing of the terminal, the stores, the schema, YAML or arithmetic."""
    program = f"""
import sys; sys.path.insert(0, {str(Path(fake_adviser.__file__).parent)!r})
import fake_adviser
from careerbot.bot.cli import main
fake_adviser.install()
sys.argv[1:] = ["ask", "pay?"]
try:
    main()
finally:
    print(sorted(set(sys.modules) & {{"rich", "prompt_toolkit", "sqlite3", "pydantic", "yaml", "numpy", "json"}}))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment)

    # json is what memory goes through: it is cheap, and cannot be avoided.
    assert Ran(done).out == f"{PAY}\n['json']\n"


def test_explain(run: Run) -> None:
    """`explain TEXT` prints lines to read, with --json an object."""
    assert run("explain", "what", "now").out == "read: what now\nturns before: 0\n"
    assert run("explain", "--json", "café").out == '{"read": "café", "turns": 0}\n'


def test_version(run: Run) -> None:
    """--version names the program and its version."""
    assert run("--version").out == f"careerbot, version {__version__}\n"


def test_usage_errors(run: Run) -> None:
    """A wrong command or option is told in one line on standard error, with exit code 2."""
    for wrong in (["bogus"], ["ask", "--bogus"], ["explain"], ["chat", "--state", __file__]):
        ran = run(*wrong)
        assert (ran.code, ran.out) == (2, "")
        assert "Traceback" not in ran.err


def test_every_command_has_help() -> None:
    """Every command and every option explains itself."""
    for name, command in cli.commands.items():
        assert command.help, name
        assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert "careerbot" in CliRunner().invoke(cli, ["--help"]).output


def test_chat_through_a_pipe(run: Run) -> None:
    """Without a terminal `chat` answers line by line, without greeting, colors or prompt."""
    for command in ([], ["chat"]):
        ran = run(*command, typed=b"pay?\n\n1\n/quit\nnever read", TERM="xterm-256color", FORCE_COLOR="1")
        assert (ran.code, ran.out, ran.err) == (0, f"{PAY}\n\nYou said: 1\n\nGoodbye, and good luck.\n\n", "")


def test_chat_remembers(run: Run, tmp_path: Path) -> None:
    """`chat` takes up its conversation the next time, in the folder of --state or of CAREERBOT_STATE."""
    run("chat", typed=b"pay?\n")
    assert run("chat", typed=b"/explain x").out == "read: x\nturns before: 1\n\n"
    assert run("chat", "--state", str(tmp_path / "other"), typed=b"/explain x").out == "read: x\nturns before: 0\n\n"
    assert run("chat", "--no-state", typed=b"/explain x").out == "read: x\nturns before: 0\n\n"


def test_no_state_leaves_nothing(run: Run, tmp_path: Path) -> None:
    """With --no-state nothing is written anywhere."""
    run("chat", "--no-state", typed=b"pay?\n")

    assert not (tmp_path / "state").exists()


def test_unwritable_state(run: Run) -> None:
    """A state folder that cannot be used is told in one line that names it and what to do; the chat goes on."""
    ran = run("chat", "--state", "/dev/null/state", typed=b"pay?\n/explain x\n")

    assert (ran.code, ran.out) == (0, f"{PAY}\n\nread: x\nturns before: 1\n\n")
    expected = (
        "/dev/null/state/memory.sqlite3 cannot be opened (Not a directory). Make it and its folder writable, "
        "or choose another folder with CAREERBOT_STATE. I go on without remembering.\n"
    )
    assert ran.err == expected


def test_damaged_state(run: Run, tmp_path: Path) -> None:
    """A damaged state file is told in one line, and the chat starts afresh."""
    file = tmp_path / "state" / "memory.sqlite3"
    file.parent.mkdir()
    file.write_text("damaged")
    ran = run("chat", typed=b"pay?\n")

    assert (ran.code, ran.out) == (0, f"{PAY}\n\n")
    assert ran.err == f"{file} was damaged. It is kept as {file}.damaged-1, and the conversation starts afresh.\n"
