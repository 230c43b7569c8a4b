"""What Tab offers: slash commands, roles and skills."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from careerbot.bot.channels.terminal.said import WORDS

if TYPE_CHECKING:
    from careerbot.bot.conversation import Names

_WORD_START = re.compile(r"(?<!\S)(?=\S)")
LONGEST_NAME = 6
"""Words. Names are looked for behind at most this many words before the cursor."""
MOST = 12


class NameCompleter(Completer):
    def __init__(self, names: "Names", commands: Sequence[str]) -> None:
        self._commands = commands
        self._names: dict[str, str] = {}
        """Lower case -> as shown: titles before their aliases, roles before skills, the first spelling wins."""
        for name in (*names.roles, *names.skills):
            self._names.setdefault(name.lower(), name)

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 (the interface of prompt_toolkit)
    ) -> Iterable[Completion]:
        before = document.text_before_cursor
        if before.startswith("/") and " " not in before:
            return self._beginning(before)
        return self._matching(before)

    def _matching(self, before: str) -> Iterator[Completion]:
        """Names that the last words begin, the longest beginning first: "site rel" before "rel"."""
        starts = [match.start() for match in _WORD_START.finditer(before)][-LONGEST_NAME:]
        seen: set[str] = set()
        for start in starts:
            begun = before[start:].lower()
            for name, shown in self._names.items():
                if name.startswith(begun) and name not in seen and len(seen) < MOST:
                    seen.add(name)
                    yield Completion(shown, start_position=start - len(before))

    def _beginning(self, before: str) -> Iterator[Completion]:
        for name in self._commands:
            if f"/{name}".startswith(before.lower()):
                yield Completion(f"/{name}", start_position=-len(before), display_meta=WORDS["command_" + name])
