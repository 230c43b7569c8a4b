"""The window: answers and notices, with room between them."""

from collections.abc import Iterable
from shutil import get_terminal_size

from rich.console import Console

from careerbot.bot.channels.terminal.said import Notice, Said
from careerbot.bot.rendering.terminal import WIDEST, draw, styled
from careerbot.intents.base import Answer


class Screen:
    def __init__(self) -> None:
        self._console = Console(highlight=False, markup=False, emoji=False)

    def show(self, all_said: Iterable[Said]) -> None:
        """Each thing as soon as it is said, and a blank line after the last one."""
        # Asked each time, as windows change; rich takes a dumb terminal for 80 columns.
        self._console.size = get_terminal_size()
        before: Said | None = None
        for said in all_said:
            if isinstance(before, Answer):
                self._console.print()
            if isinstance(said, Notice):
                self._console.print(styled(said.text), width=min(self._console.width, WIDEST))
            else:
                draw(said, self._console)
            before = said
        if before is not None:
            self._console.print()
