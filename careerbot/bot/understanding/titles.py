"""Titles that the index does not have as they are typed: misspelt ones, and ones that no list knows.

A word before "engineer", "analyst" … is a title. If it is close to a known one, it is that; else it is not covered,
and named so in the reply.
"""

from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.line import Line, Mention
from careerbot.bot.understanding.names import Name, NameIndex

CUTOFF = 86
"""Least `ratio` of a misspelt title. Lower, and "data engineer" drifts towards "data scientist"."""
WIDEST = 3
"""Words before the last one that may belong to a title."""


class TitleFinder:
    def __init__(self, index: NameIndex, grammar: Grammar) -> None:
        self._index = index
        self._grammar = grammar

    def find(self, line: Line, mentions: list[Mention]) -> list[Mention]:
        """The mentions with such titles added; a title takes the place of what it swallows."""
        result = list(mentions)
        for place, word in enumerate(line.words):
            owner = next((mention for mention in result if place in mention.places), None)
            if owner and not (owner.name.kind == "ambiguous" and len(owner.places) == 1):
                continue
            found = self._ending(place, line, result) if self._may_end(word.text) else None
            if found:
                result = [mention for mention in result if mention.end <= found.start or mention.start >= found.end]
                result.append(found)
        return result

    def _is_head(self, word: str) -> bool:
        return word in self._index.title_heads or word.removesuffix("s") in self._index.title_heads

    def _may_end(self, word: str) -> bool:
        return self._is_head(word) or word in self._index.title_endings

    def _ending(self, place: int, line: Line, mentions: list[Mention]) -> Mention | None:
        """The title whose last word stands at `place`."""
        start = place
        while start > 0 and place - start < WIDEST and not line.breaks[start - 1]:
            if self._says_nothing(line.words[start - 1].text):
                break
            start -= 1
        for begin in range(start, place):
            span = " ".join(line.texts(begin, place + 1))
            names = self._index.title_like(span, CUTOFF)
            if names:
                return Mention(begin, place + 1, names, span)
        is_unknown = start < place and self._is_head(line.words[place].text)
        return self._unknown(start, place, line, mentions) if is_unknown else None

    def _says_nothing(self, word: str) -> bool:
        return (
            word in self._index.title_modifiers
            or word.isdecimal()  # "a team of 6 developers"
            or word in self._grammar.function_words
            or (word,) in self._grammar.fillers.get(word, ())
        )

    def _unknown(self, start: int, place: int, line: Line, mentions: list[Mention]) -> Mention | None:
        for mention in mentions:
            role = mention.of("role")
            if role and start <= mention.start and mention.end == place:
                # "cybersecurity consultant": near the role of the field, not the same.
                span = " ".join(line.texts(mention.start, place + 1))
                return Mention(mention.start, place + 1, (role._replace(manner="ask"),), span)
        start = max(start, place - 2)
        if line.words[start].text in self._grammar.frame_words and place - start > 1:
            start += 1
        if set(line.texts(start, place)) <= self._grammar.frame_words:
            return None
        shown = " ".join(line.texts(start, place + 1))
        return Mention(start, place + 1, (Name("title", shown),), shown)
