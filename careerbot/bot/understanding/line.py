"""A sentence as its words and what stands between them, and what is found in it."""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.bot.understanding.amounts import Figure
from careerbot.bot.understanding.names import Name
from careerbot.bot.understanding.text import Sentence, Token

LISTING = frozenset({",", "/", "+", "|", "&"})
"""What may stand between the items of a list."""


BUT = "but"
"""After it nothing is denied that was denied before."""


class Line(NamedTuple):
    words: tuple[Token, ...]
    breaks: tuple[str, ...]
    """What stands after each word: a comma, a slash, or nothing."""

    @classmethod
    def of(cls, sentence: Sentence) -> "Line":
        words: list[Token] = []
        breaks: list[str] = []
        for token in sentence.tokens:
            if not token.is_break:
                words.append(token)
                breaks.append("")
            elif breaks and not breaks[-1]:
                breaks[-1] = token.text
        return cls(tuple(words), tuple(breaks))

    def texts(self, start: int, end: int) -> list[str]:
        return [word.text for word in self.words[max(start, 0) : end]]

    def is_unbroken(self, start: int, end: int, through: frozenset[str] = frozenset()) -> bool:
        """No punctuation between these words, but for what is listed."""
        return all(stop == "" or stop in through for stop in self.breaks[start : end - 1])


class Mention(NamedTuple):
    start: int
    end: int
    """First and one past the last word."""
    names: tuple[Name, ...]
    words: str
    negated: bool = False

    @property
    def name(self) -> Name:
        return self.names[0]

    @property
    def places(self) -> range:
        return range(self.start, self.end)

    def of(self, kind: str) -> Name | None:
        return next((name for name in self.names if name.kind == kind), None)


class Entities(NamedTuple):
    words: tuple[Token, ...]
    """The words of the sentence, corrected, without punctuation."""
    breaks: tuple[str, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    aspects: tuple[Mention, ...]
    """Sides of the question; they may share words with skills."""
    asks: bool
    corrections: tuple[tuple[str, str], ...] = ()
    referred: bool = False
    """A role came from what was shown before."""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def covered(found: Iterable[Mention | Figure]) -> set[int]:
    """Positions of all words of these."""
    return {place for each in found for place in each.places}
