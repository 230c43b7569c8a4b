"""The words of a channel in the language that is spoken in this turn.

Which language that is, is a matter of the turn and not of the one who says a word, so it lies in a context variable:
two conversations at the same time have each their own.
"""

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from functools import cached_property
from pathlib import Path

from careerbot.bot.rendering.wording import wording

USUAL = "en"
speaking: ContextVar[str] = ContextVar("speaking", default=USUAL)
"""The language of this turn."""


class Words(Mapping[str, str]):
    """The texts of `<language>.yaml` in this folder by name; where a language has none, those of the usual one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> str:
        own = self.of(speaking.get())
        return own[name] if name in own else self.of(USUAL)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.of(USUAL))

    def __len__(self) -> int:
        return len(self.of(USUAL))

    def of(self, language: str) -> Mapping[str, str]:
        """The texts of one language; none where the folder does not have it."""
        return wording(self._folder / f"{language}.yaml") if language in self.languages else {}

    @cached_property
    def languages(self) -> frozenset[str]:
        return frozenset(path.stem for path in self._folder.glob("??.yaml"))
