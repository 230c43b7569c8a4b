"""Finding what a sentence names: roles, titles that are not covered, skills, sides of the question.

Exact names first, the longest first; then titles that are misspelt or in no list. Titles that the knowledge does not
cover are entries of the same index: they compete with the roles instead of being swallowed by one.
"""

from functools import lru_cache

from careerbot.bot.understanding.amounts import figures
from careerbot.bot.understanding.decoding import Decoder
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.guards import stands
from careerbot.bot.understanding.line import BUT, Entities, Line, Mention, covered
from careerbot.bot.understanding.names import LONGEST, NameIndex
from careerbot.bot.understanding.text import Sentence, Token
from careerbot.bot.understanding.titles import TitleFinder

_INSIDE_NAMES = frozenset({"/", "&", "+"})
"""What may stand inside a name: ci/cd, ai & ml."""
_MONEY = ("amount", "foreign")
REMEMBERED = 64
"""Sentences. The parts of a message are looked at more than once, as a whole and as halves."""
SHORTEST_JOINED = 6
"""Letters of a name that two words may have been split from."""
_OTHERWISE = {"mean": frozenset({"i", "you", "they", "we", "to", "that", "this", "it"}), "course": frozenset({"of"})}
"""Word of a side -> the words after which it is none."""
NEGATION = 4
"""Words before a name in which a "not" is looked for."""


class EntityFinder:
    def __init__(self, index: NameIndex, grammar: Grammar, decoder: Decoder) -> None:
        self._index = index
        self._grammar = grammar
        self._decoder = decoder
        self._titles = TitleFinder(index, grammar)
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._find)

    def find(self, sentence: Sentence) -> Entities:
        return self._remembered(sentence)

    def _find(self, sentence: Sentence) -> Entities:
        line, corrections = self._spelled(Line.of(sentence))
        numbers = figures(list(line.words), self._grammar)
        money = covered(each for each in numbers if each.kind in _MONEY)
        mentions = self._titles.find(line, self._exact(line, money))
        mentions = [self._negated(line, mention, mentions) for mention in sorted(mentions, key=lambda each: each.start)]
        named = covered(mentions)
        return Entities(
            words=line.words,
            breaks=line.breaks,
            mentions=tuple(mentions),
            figures=tuple(each for each in numbers if each.kind in _MONEY or each.start not in named),
            aspects=tuple(self._aspects(line, mentions)),
            asks=sentence.asks,
            corrections=corrections,
        )

    def _spelled(self, line: Line) -> tuple[Line, tuple[tuple[str, str], ...]]:
        """The line with its words corrected, and names that were split joined again."""
        words: list[Token] = []
        breaks: list[str] = []
        corrections: list[tuple[str, str]] = []
        skip = False
        meant = self._decoder.read([word.text for word in line.words])
        for place, word in enumerate(line.words):
            if skip:
                skip = False
                continue
            right = self._written_out(meant[place]) if meant[place] != word.text else [word.text]
            skip = (
                place + 1 < len(line.words) and not line.breaks[place] and self._is_split(*line.texts(place, place + 2))
            )
            if skip:
                other = line.words[place + 1]
                corrections.append((f"{word.text} {other.text}", word.text + other.text))
                word = Token(word.text + other.text, word.original + other.original)  # noqa: PLW2901
            elif right != [word.text]:
                corrections.append((word.text, " ".join(right)))
            words += [word] if skip else [word._replace(text=part) for part in right]
            breaks += [""] * (0 if skip else len(right) - 1) + [line.breaks[place + skip]]
        return Line(tuple(words), tuple(breaks)), tuple(corrections)

    def _written_out(self, word: str) -> list[str]:
        """A corrected word as the text has it where nothing is misspelt."""
        return [self._grammar.canonical.get(part, part) for part in self._grammar.rewrites.get(word, word).split()]

    def _is_split(self, one: str, other: str) -> bool:
        """Two words of which one is unknown, that make a name when joined: "kuber netes"."""
        if len(one + other) < SHORTEST_JOINED or not self._index.find([one + other]) or self._index.find([one, other]):
            return False
        return not (self._decoder.knows(one) and self._decoder.knows(other))

    def _exact(self, line: Line, taken: set[int]) -> list[Mention]:
        """Names as the index has them, whose guards hold."""
        found: list[Mention] = []
        place = 0
        while place < len(line.words):
            mention = self._longest(place, line, taken, ("role", "title", "skill", "like", "unlisted", "ambiguous"))
            if mention:
                found.append(mention)
            place = mention.end if mention else place + 1
        kept: list[Mention] = []
        sure = [mention for mention in found if any(not name.guard for name in mention.names)]
        for mention in found:
            names = tuple(each for each in mention.names if stands(each, mention, line, sure + kept, self._grammar))
            if names:
                kept.append(mention._replace(names=names))
        return kept

    def _longest(self, place: int, line: Line, taken: set[int], kinds: tuple[str, ...]) -> Mention | None:
        longest = min(LONGEST, self._index.reach(line.words[place].text))
        for end in range(min(place + longest, len(line.words)), place, -1):
            if not taken.isdisjoint(range(place, end)) or not line.is_unbroken(place, end, _INSIDE_NAMES):
                continue
            texts = line.texts(place, end)
            names = tuple(name for name in self._index.find(texts) if name.kind in kinds)
            if names:
                return Mention(place, end, names, " ".join(texts))
        return None

    def _aspects(self, line: Line, mentions: list[Mention]) -> list[Mention]:
        taken = covered([mention for mention in mentions if mention.name.kind in ("role", "title")])
        found: list[Mention] = []
        place = 0
        while place < len(line.words):
            aspect = self._longest(place, line, taken, ("aspect",))
            if aspect and (_is_us(aspect, line) or _is_said_otherwise(aspect, line)):
                aspect = None
            if aspect:
                found.append(aspect)
            place = aspect.end if aspect else place + 1
        return found

    def _negated(self, line: Line, mention: Mention, mentions: list[Mention]) -> Mention:
        previous = max((other.end for other in mentions if other.end <= mention.start), default=0)
        before = line.texts(max(previous, mention.start - NEGATION), mention.start)
        sentence = " ".join(line.texts(0, mention.start))
        if self._grammar.has_cue("unsure", sentence):  # "i do not know if data science or cloud"
            return mention
        ruled_out = self._grammar.has_cue("negation", " ".join(before))
        if BUT in before:  # "not python but bash"
            before = before[len(before) - before[::-1].index(BUT) :]
        denied = "not" in before[-2:] and before[-3:-2] not in ([word] for word in self._grammar.auxiliaries)
        return mention._replace(negated=ruled_out or denied)


def _is_us(aspect: Mention, line: Line) -> bool:
    """No place: "tell us"."""
    return aspect.words == "us" and line.words[aspect.start].original.islower()


def _is_said_otherwise(aspect: Mention, line: Line) -> bool:
    """No average: "i mean the third". No course: "devops, of course"."""
    return aspect.start > 0 and line.words[aspect.start - 1].text in _OTHERWISE.get(aspect.words, ())
