"""The loop at the terminal: read, answer, show, until the person leaves."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from careerbot.bot.channels.terminal.dialogue import Dialogue
from careerbot.bot.channels.terminal.lines import messages, take_any_text
from careerbot.bot.channels.terminal.said import WORDS, Notice, Said
from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.plain import plain
from careerbot.bot.stores import Store

if TYPE_CHECKING:
    from careerbot.bot.channels.terminal.misses import Misses
    from careerbot.bot.conversation import Adviser


def chat(
    adviser: "Adviser",
    store: Store,
    typed_lines: Path | None = None,
    answered: list[str] | None = None,
    misses: "Misses | None" = None,
) -> None:
    """Talk until the person leaves or the input ends. `typed_lines`: the file that keeps what was typed.
    `answered`: takes every message that was answered.
    """
    take_any_text()
    if sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty():
        _at_a_terminal(adviser, store, typed_lines, answered, misses)
    else:
        _through_a_pipe(adviser, store, answered, misses)


def _at_a_terminal(
    adviser: "Adviser", store: Store, typed_lines: Path | None, answered: list[str] | None, misses: "Misses | None"
) -> None:
    from careerbot.bot.channels.terminal.commands import listed
    from careerbot.bot.channels.terminal.prompt import prompt_session
    from careerbot.bot.channels.terminal.screen import Screen
    from careerbot.bot.channels.terminal.typed_lines import TypedLines

    screen = Screen()
    lines = TypedLines(typed_lines)
    dialogue = Dialogue(adviser, store, forget_typed=lines.forget, said=answered, misses=misses)
    session = prompt_session(adviser.names, listed(dialogue.judges), lines)
    screen.show(dialogue.greet())
    while not dialogue.over:
        try:
            screen.show(dialogue.hear(session.prompt()))
        except KeyboardInterrupt:
            screen.show([Notice(WORDS["how_to_leave"])])
        except EOFError:
            screen.show(dialogue.leave())


def _through_a_pipe(adviser: "Adviser", store: Store, answered: list[str] | None, misses: "Misses | None") -> None:
    """One answer for each line, with what answers a question that is asked back. A number is just a message."""
    dialogue = Dialogue(adviser, store, numbered=False, said=answered, misses=misses)
    for notice in dialogue.greet():
        if notice.problem:
            _print(notice)
    for message in messages():
        for said in dialogue.hear(message):
            _print(said)
        if dialogue.over:
            return


def _print(said: Said) -> None:
    problem = isinstance(said, Notice) and said.problem
    text = clean(said.text) if isinstance(said, Notice) else plain(said, offers=True)
    print(text, end="\n" if problem else "\n\n", file=sys.stderr if problem else sys.stdout, flush=True)
