"""Every command with its own help, and what can be typed inside a conversation."""

from collections.abc import Iterator

import click
from reference.tables import table

from careerbot.bot.channels.terminal.commands import COMMANDS as INSIDE
from careerbot.bot.channels.terminal.said import WORDS
from careerbot.bot.cli import cli


def commands() -> str:
    return "\n\n".join(_of(cli, "careerbot", None))


def inside() -> str:
    rows = ((f"`/{name}`", WORDS[f"command_{name}"]) for name in INSIDE)
    return table(("command", "what it does"), rows)


def _of(command: click.Command, name: str, above: click.Context | None) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=above, terminal_width=100, max_content_width=100)
    if above:
        yield f"{'#' * (len(context.command_path.split()))} {context.command_path}"
    yield f"```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found and not found.hidden:
                yield from _of(found, below, context)
