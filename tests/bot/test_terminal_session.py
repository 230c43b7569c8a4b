"""The conversation at a real pseudo-terminal, with the fake adviser."""

import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import fake_adviser
import pytest
from pseudo_terminal import PseudoTerminal

PAY = "A Site Reliability Engineer makes $140,000 to $185,000."
CTRL_C, CTRL_D, TAB, UP = "\x03", "\x04", "\t", "\x1b[A"

Open = Callable[..., PseudoTerminal]


@pytest.fixture
def terminal(tmp_path: Path) -> Open:
    """Opens a terminal with the program in it, ready to be typed to; the state is in a folder of the test."""

    def open_terminal(*arguments: str, columns: int = 80, **more: str) -> PseudoTerminal:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH")}
        environment = kept | {"PYTHONUTF8": "1", "HOME": str(tmp_path), "CAREERBOT_STATE": str(tmp_path / "state")}
        opened = PseudoTerminal([sys.executable, fake_adviser.__file__, *arguments], environment | more, columns)
        opened.until(lambda: opened.at_prompt)
        return opened

    return open_terminal


def test_first_conversation(terminal: Open) -> None:
    """A stranger is greeted with two examples, asks, picks a suggestion by its number, and leaves."""
    with terminal() as screen:
        assert screen.text.count('"') == 4
        screen.enter("pay?")
        screen.enter("1")
        screen.type("/quit\r")
        assert screen.ended() == 0
    expected = f"""\
> pay?
{PAY}

1 What skills does a Site Reliability Engineer need?
2 How does it compare with DevOps Engineer?

> 1
What skills does a Site Reliability Engineer need?
Debugging, scripting, distributed systems.

1 What skills does a Site Reliability Engineer need?
2 How does it compare with DevOps Engineer?

> /quit
Goodbye, and good luck."""
    assert screen.text.endswith(expected)


def test_tab_completes_a_role(terminal: Open) -> None:
    """Tab completes the role that the last words begin, in the middle of a sentence."""
    with terminal() as screen:
        screen.type("what does a site rel")
        screen.type(TAB)
        screen.until("> what does a Site Reliability Engineer")


def test_tab_offers_several(terminal: Open) -> None:
    """Where several names fit, Tab offers them in a menu."""
    with terminal() as screen:
        screen.type("s")
        screen.type(TAB)
        screen.until(lambda: all(name in screen.text for name in ("Site Reliability Engineer", "SRE", "SQL")))


def test_words_open_no_menu(terminal: Open) -> None:
    """Ordinary typing is not disturbed by a menu."""
    with terminal() as screen:
        screen.type("sit")
        screen.until("> sit")
        screen.type(CTRL_C)
        screen.until(lambda: screen.at_prompt)
        assert "Site Reliability Engineer" not in screen.text


def test_slash_opens_the_commands(terminal: Open) -> None:
    """A slash opens the menu of commands, with a word on each, and typing narrows it."""
    with terminal() as screen:
        screen.type("/")
        screen.until(lambda: "/explain" in screen.text and "the roles I know" in screen.text)
        screen.type("re")
        screen.until(lambda: "/reset" in screen.text and "/explain" not in screen.text)
        screen.type(TAB)
        screen.until("> /reset")


def test_ctrl_c_clears_the_line(terminal: Open) -> None:
    """Ctrl-C clears what is typed; on an empty line it tells how to leave; the conversation goes on."""
    with terminal() as screen:
        screen.type("not what I meant")
        screen.until("> not what I meant")
        screen.type(CTRL_C)
        screen.until(lambda: screen.at_prompt)
        assert "Ctrl-D or /quit leaves." not in screen.text
        screen.type(CTRL_C)
        screen.until(lambda: "Ctrl-D or /quit leaves." in screen.text and screen.at_prompt)
        screen.enter("pay?")
        assert PAY in screen.text


def test_ctrl_d_leaves(terminal: Open) -> None:
    """Ctrl-D on an empty line leaves with a farewell and exit code 0."""
    with terminal() as screen:
        screen.type(CTRL_D)
        assert screen.ended() == 0
        assert screen.text.endswith("Goodbye, and good luck.")


def test_paste_is_one_message(terminal: Open) -> None:
    """Several lines that are pasted are one message, sent by the Enter key."""
    with terminal() as screen:
        screen.type("\x1b[200~first line\r\nsecond line\x1b[201~")
        screen.until("second line")
        assert "You said" not in screen.text
        screen.type("\r")
        screen.until("You said: first line\nsecond line")


def test_typing_ahead(terminal: Open) -> None:
    """Lines that are typed before the answer stands there are answered one after the other."""
    with terminal() as screen:
        screen.type("pay?\rrank\rwhatever\r")
        screen.until("You said: whatever")
        assert screen.text.index(PAY) < screen.text.index("$130k") < screen.text.index("You said: whatever")


def test_restart_remembers(terminal: Open, tmp_path: Path) -> None:
    """The next run knows the conversation and the typed lines, which only their owner can read."""
    with terminal() as screen:
        screen.enter("pay?")
        screen.type(CTRL_D)
        screen.ended()
    for file in (tmp_path / "state").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with terminal() as screen:
        assert screen.text.startswith("Welcome back")
        screen.type(UP)
        screen.until("> pay?")
        screen.type("\r")
        screen.until(PAY)
        screen.enter("/explain x")
        assert "turns before: 2" in screen.text


def test_reset_forgets(terminal: Open) -> None:
    """After /reset the next run greets a stranger."""
    with terminal() as screen:
        screen.enter("pay?")
        screen.enter("/reset")
        assert "We start over." in screen.text
        screen.type(CTRL_D)
        screen.ended()
    with terminal() as screen:
        assert screen.text.startswith("careerbot:")


def test_forget_deletes_what_was_typed(terminal: Open, tmp_path: Path) -> None:
    """After /forget neither conversation nor typed lines are on the disk, and the arrow finds none of them."""
    with terminal() as screen:
        screen.enter("unmistakable pay?")
        screen.enter("/forget")
        assert "Forgotten: the conversation and the lines you typed." in screen.text
        kept = b"".join(file.read_bytes() for file in (tmp_path / "state").iterdir())
        assert b"unmistakable" not in kept
        screen.type(UP + "x")
        screen.until("> x")


def test_narrow_window(terminal: Open) -> None:
    """In 40 columns no line is cut, and bars stand below their words."""
    with terminal(columns=40) as screen:
        screen.enter("rank")
    expected = """\
> rank
By the top of the listed range:

1. AI Research Scientist
$160,000 to $240,000 and up
           ━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶
2. Software Engineering Manager
$170,000 to $230,000
              ━━━━━━━━━━━━━━━━━━━━━
3. DevOps Engineer
$130,000 to $175,000
━━━━━━━━━━━━━━━━
$130k                             $240k

1 What skills does a Site Reliability
  Engineer need?
2 How does it compare with DevOps
  Engineer?
"""
    assert expected in screen.text


def test_dumb_terminal(terminal: Open) -> None:
    """A terminal without any abilities gets no color or bold, and lines that fit."""
    with terminal(columns=40, TERM="dumb") as screen:
        screen.enter("rank")
        assert "2 How does it compare with DevOps\n  Engineer?" in screen.text
        assert not re.search(rb"\x1b\[[0-9;]*m", screen.raw)


def test_bytes_that_are_no_text(terminal: Open) -> None:
    """Typed bytes that are no UTF-8 become replacement characters, and the conversation goes on."""
    with terminal() as screen:
        screen.type(b"caf\xe9 now\r")
        screen.until("You said: caf\ufffd now")
        screen.until(lambda: screen.at_prompt)
        screen.enter("pay?")
        assert PAY in screen.text


def test_no_color(terminal: Open) -> None:
    """With NO_COLOR nothing is colored, neither answers nor what is typed."""
    with terminal(NO_COLOR="1") as screen:
        screen.enter("rank")
        colors = [f"\x1b[{n}m".encode() for n in (*range(30, 38), *range(90, 98))]
        assert not any(color in screen.raw for color in colors)
        assert b"\x1b[38;" not in screen.raw


def test_unwritable_state(terminal: Open) -> None:
    """A state folder that cannot be used is told in one sentence, and the conversation goes on."""
    with terminal("chat", "--state", "/dev/null/state", columns=200) as screen:
        assert screen.text.startswith("/dev/null/state/memory.sqlite3 cannot be opened (Not a directory).")
        screen.enter("pay?")
        screen.enter("/explain x")
        assert "turns before: 1" in screen.text
