"""`careerbot record`: talk, and have a test of it."""

import sys
from pathlib import Path

import click

from careerbot.bot.channels.terminal.lines import messages, take_any_text
from careerbot.bot.channels.terminal.repl import chat
from careerbot.bot.conversation import Adviser
from careerbot.bot.stores.in_process import InProcessStore
from careerbot.bot.testing.recording import name_of, recorded, written
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
