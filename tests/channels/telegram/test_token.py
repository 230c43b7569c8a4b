"""The token: where it comes from, and that nobody ever sees it."""

import logging
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running_bot import RunningBot
from telegram_server import TelegramServer
from town import Town

from careerbot.bot.channels.telegram.redaction import RedactingFilter, Redaction

TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz_01234"  # noqa: S105  nobody's


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    """`careerbot telegram` until it gives up."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAREERBOT_TELEGRAM")}
    command = [sys.executable, "-m", "careerbot", "telegram", "--no-state"]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, timeout=60)


def test_missing() -> None:
    """Without a token: one clear line, exit code 2."""
    done = run()

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "CAREERBOT_TELEGRAM_TOKEN" in done.stderr


@pytest.mark.parametrize(
    "token", ["abc", "123:", ":abc", "12 3:abc", "123:a/b", "https://example.org/123:abc", "١٢٣:abc"]
)
def test_malformed(token: str) -> None:
    """What cannot be a token: one clear line without it, exit code 2."""
    done = run(CAREERBOT_TELEGRAM_TOKEN=token)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert token not in done.stderr


def test_wrong(telegram: TelegramServer) -> None:
    """A token that Telegram does not know: one clear line without it, exit code 2."""
    done = run(CAREERBOT_TELEGRAM_TOKEN=TOKEN, CAREERBOT_TELEGRAM_API=telegram.url)

    assert done.returncode == 2
    assert "does not know this bot token" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert "Unclosed" not in done.stderr
    assert TOKEN not in done.stderr


def test_unreadable_file(tmp_path: Path) -> None:
    """A token file that is not there, or is no text: one clear line with its name, exit code 2."""
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe")
    for file in (tmp_path / "absent", binary, tmp_path):
        done = run(CAREERBOT_TELEGRAM_TOKEN_FILE=str(file))
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
        assert str(file) in done.stderr


def test_from_file(telegram: TelegramServer, tmp_path: Path) -> None:
    """The token may stand in a file, with or without a line end."""
    file = tmp_path / "token"
    file.write_text(f"{telegram.token}\n", encoding="utf-8")
    with RunningBot(telegram, tmp_path, CAREERBOT_TELEGRAM_TOKEN="", CAREERBOT_TELEGRAM_TOKEN_FILE=str(file)):
        assert telegram.user("Ann").ask("hi")["text"]


def test_never_in_the_log(own_town: Town) -> None:
    """Through answers, errors of every kind and an outage, the token is in no line of the log."""
    ann = own_town.person()
    ann.ask("rank all roles by pay")
    for kind in ("status", "bad_json", "reset_before", "reset_after"):
        own_town.telegram.fault(kind, method="sendMessage")
        ann.ask("hi", timeout=15)
    own_town.telegram.fault("error", method="sendMessage", status=400, text="Bad Request: something new")
    ann.ask("hi")
    own_town.telegram.fault("status", method="getUpdates", status=502)
    own_town.telegram.poison()
    ann.ask("hi", timeout=15)
    own_town.telegram.go_down()
    own_town.telegram.go_up()
    ann.ask("hi", timeout=15)
    own_town.bot.stop()

    assert "Traceback" in own_town.bot.log
    assert own_town.telegram.token not in own_town.bot.log
    assert own_town.telegram.token.partition(":")[2] not in own_town.bot.log


def test_not_in_the_process_listing(town: Town) -> None:
    """Whoever lists the processes does not see it."""
    assert town.bot.process is not None
    listed = subprocess.run(
        ["ps", "-o", "args=", "-p", str(town.bot.process.pid)], capture_output=True, text=True, check=True
    ).stdout

    assert "careerbot" in listed
    assert town.telegram.token not in listed


def logger(name: str, *, filtered: bool) -> tuple[logging.Logger, StringIO]:
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    if filtered:
        handler.addFilter(RedactingFilter(TOKEN))
    else:
        handler.setFormatter(Redaction(TOKEN))
    log = logging.Logger(name)
    log.addHandler(handler)
    return log, stream


@pytest.mark.parametrize("filtered", [True, False])
def test_redaction(filtered: bool) -> None:
    """Formatter and filter take the token out of message, arguments and traceback, and leave the rest."""
    log, stream = logger("redaction", filtered=filtered)
    try:
        raise ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except ValueError:
        log.exception("Calling %s of %s", f"/bot{TOKEN}/sendMessage", 42)

    said = stream.getvalue()
    assert "of 42" in said
    assert "ValueError" in said
    assert TOKEN not in said


@given(before=st.text(), after=st.text())
def test_redaction_anywhere(before: str, after: str) -> None:
    """Whatever stands around the token, it is taken out."""
    assert TOKEN not in Redaction(TOKEN).clean(before + TOKEN + after)


def test_tokens_of_others() -> None:
    """Anything of a token's shape is taken out, also where the colon is escaped."""
    clean = Redaction("1:x").clean

    assert clean(f"bot{TOKEN}") == "bot<token>"
    assert TOKEN.partition(":")[2] not in clean(TOKEN.replace(":", "%3A"))
