"""`careerbot explain`: a message, alone or after others, and how it is understood."""

import sys
from typing import TYPE_CHECKING

from careerbot.bot.channels.terminal.lines import messages, take_any_text
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.as_json import json_line
from careerbot.bot.rendering.clean import clean

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser


def explain(adviser: "Adviser", text: str, conversation: bool, in_json: bool) -> None:
    """`conversation`: lines of standard input come before; without a text the last of them is explained."""
    take_any_text()
    before = list(messages()) if conversation else []
    if not text:
        *before, text = before or [""]
    memory = Memory()
    for line in before:
        _, memory = adviser.respond(line, memory)
    explanation = adviser.explain(text, memory)
    if in_json:
        print(json_line(explanation.to_data()))
    elif sys.stdout.isatty():
        from rich.console import Console

        from careerbot.bot.rendering.explanation import draw

        draw(explanation.tree(), Console(highlight=False, markup=False, emoji=False))
    else:
        print(clean("\n".join(explanation.lines())))
