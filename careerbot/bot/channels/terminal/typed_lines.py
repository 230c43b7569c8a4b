"""The lines a person typed, kept between runs in a file that only they can read."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prompt_toolkit.history import FileHistory

from careerbot.bot.channels.terminal.said import WORDS, Notice
from careerbot.bot.stores.private_files import make_private_file


class TypedLines(FileHistory):
    """What cannot be kept is left out: typing goes on in every case."""

    def __init__(self, path: Path | None) -> None:
        """Without a path the lines end with the process."""
        super().__init__(path or os.devnull)
        self.path = path

    def load_history_strings(self) -> Iterable[str]:
        with suppress(OSError):
            return list(super().load_history_strings())
        return []

    def store_string(self, string: str) -> None:
        if self.path:
            with suppress(OSError):
                make_private_file(self.path)
                super().store_string(string)

    def forget(self) -> list[Notice]:
        """Delete the file, and the lines of this run; what could not be deleted."""
        super().__init__(self.filename)  # loads them anew, from a file that is gone
        try:
            if self.path:
                self.path.unlink(missing_ok=True)
        except OSError:
            return [Notice(WORDS["lines_not_deleted"].format(path=self.path), problem=True)]
        return []
