"""`careerbot record`: talk, and have a test of it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from careerbot.bot.channels.terminal.lines import messages, take_any_text
from careerbot.bot.channels.terminal.repl import chat
from careerbot.bot.conversation import Adviser
from careerbot.bot.stores.in_process import InProcessStore
from careerbot.bot.testing.recording import name_of, recorded, write_new
from careerbot.bot.testing.report import WORDS


def record(adviser: Adviser, file: Path | None) -> None:
    """Into the file, which must be new; without one the YAML is printed. Nothing of the talk is remembered."""
    take_any_text()
    if file and file.exists():
        raise click.ClickException(WORDS["already_there"].format(file=file))
    at_terminal = sys.stdin is not None and sys.stdin.isatty()
    said: list[str] = []
    if at_terminal or file:
        if at_terminal:
            click.echo(WORDS["recording"])
        with InProcessStore() as nothing_kept:
            chat(adviser, nothing_kept, answered=said)
    else:
        said = [line for line in messages() if line.strip()]
    if not said:
        raise click.ClickException(WORDS["nothing_said"])
    if file is None:
        click.echo(recorded(name_of(file), said, adviser), nl=False)
        return
    text, problem = written(adviser, str(file), said)
    if problem:
        raise click.ClickException(text)
    click.echo(text)


def written(adviser: Adviser, path: str, said: Sequence[str]) -> tuple[str, bool]:
    """Write the conversation to a new file: what to say about it, and whether it failed."""
    file = Path(path).expanduser()
    if not path:
        return WORDS["no_file"], True
    if not said:
        return WORDS["nothing_said"], True
    try:
        write_new(file, recorded(name_of(file), said, adviser))
    except FileExistsError:
        return WORDS["already_there"].format(file=file), True
    except OSError as error:
        return WORDS["not_written"].format(file=file, reason=error.strerror), True
    return WORDS["recorded"].format(file=file, turns=len(said)), False
