"""Finding what a sentence names: roles, titles that are not covered, skills, sides of the question.

Exact names first, the longest first; then misspelt titles by plain `ratio` on the span of the title. Titles that the
knowledge does not cover are entries of the same index: they compete with the roles instead of being swallowed by one.
"""

from dataclasses import dataclass, replace

from careerbot.bot.understanding.amounts import Figure, figures
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.names import LONGEST, Name, NameIndex
from careerbot.bot.understanding.spelling import Speller
from careerbot.bot.understanding.text import Sentence, Token

CUTOFF = 86
"""Least `ratio` of a misspelt title. Lower, and "data engineer" drifts towards "data scientist"."""


SHORT = 4
"""Words of a follow-up in which a guarded abbreviation needs no capitals: "what about em"."""


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    """First and one past the last word."""
    names: tuple[Name, ...]
    words: str
    negated: bool = False

    @property
    def name(self) -> Name:
        return self.names[0]

    def of(self, kind: str) -> Name | None:
        return next((name for name in self.names if name.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Entities:
    words: tuple[Token, ...]
    """The words of the sentence, corrected, without punctuation."""
    breaks: tuple[str, ...]
    """What stands after each word: a comma, a slash, or nothing."""
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    aspects: tuple[Mention, ...]
    """Sides of the question; they may share words with nothing else."""
    asks: bool
    corrections: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def all(self, kind: str) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions if mention.name.kind == kind)


class EntityFinder:
    def __init__(self, index: NameIndex, grammar: Grammar, speller: Speller) -> None:
        self._index = index
        self._grammar = grammar
        self._speller = speller

    def find(self, sentence: Sentence) -> Entities:
        words, breaks = _split(sentence)
        words, breaks, corrections = self._spelled(words, breaks)
        numbers = figures(words, self._grammar)
        taken = [False] * len(words)
        for figure in numbers:
            if figure.kind in ("amount", "foreign"):
                taken[figure.start : figure.end] = [True] * (figure.end - figure.start)
        mentions = self._exact(words, breaks, taken)
        mentions = self._titles(words, breaks, mentions)
        aspects = self._aspects(words, breaks, mentions)
        mentions = [
            self._negated(words, mention, mentions) for mention in sorted(mentions, key=lambda mention: mention.start)
        ]
        covered = {place for mention in mentions for place in range(mention.start, mention.end)}
        numbers = [figure for figure in numbers if figure.start not in covered or figure.kind in ("amount", "foreign")]
        return Entities(
            tuple(words), tuple(breaks), tuple(mentions), tuple(numbers), tuple(aspects), sentence.asks, corrections
        )

    # Spelling ------------------------------------------------------------------------------------------------

    def _spelled(
        self, words: list[Token], breaks: list[str]
    ) -> tuple[list[Token], list[str], tuple[tuple[str, str], ...]]:
        spelled: list[Token] = []
        after: list[str] = []
        corrections: list[tuple[str, str]] = []
        place = 0
        while place < len(words):
            word = words[place]
            following = words[place + 1] if place + 1 < len(words) and not breaks[place] else None
            if following and self._is_split_name(word, following):
                corrections.append((f"{word.text} {following.text}", word.text + following.text))
                spelled.append(Token(word.text + following.text, word.original + following.original))
                after.append(breaks[place + 1])
                place += 2
                continue
            corrected = self._speller.correct(word.text)
            if corrected != word.text:
                corrections.append((word.text, corrected))
                word = replace(word, text=corrected)
            spelled.append(word)
            after.append(breaks[place])
            place += 1
        return spelled, after, tuple(corrections)

    def _is_split_name(self, one: Token, other: Token) -> bool:
        """Two words of which one is unknown, that make a name when joined: "kuber netes"."""
        if self._index.find([one.text, other.text]):
            return False
        both = one.text + other.text
        return (
            len(both) >= 6
            and bool(self._index.find([both]))
            and not (self._speller.knows(one.text) and self._speller.knows(other.text))
        )

    # Exact names ---------------------------------------------------------------------------------------------

    def _exact(self, words: list[Token], breaks: list[str], taken: list[bool]) -> list[Mention]:
        mentions: list[Mention] = []
        place = 0
        while place < len(words):
            mention = self._at(place, words, breaks, taken)
            if mention is None:
                place += 1
                continue
            mentions.append(mention)
            place = mention.end
        return self._guarded(words, breaks, mentions)

    def _at(self, place: int, words: list[Token], breaks: list[str], taken: list[bool]) -> Mention | None:
        for end in range(min(place + LONGEST, len(words)), place, -1):
            if any(taken[place:end]) or any(stop not in ("", "/", "&", "+") for stop in breaks[place : end - 1]):
                continue
            texts = [word.text for word in words[place:end]]
            names = tuple(name for name in self._index.find(texts) if name.kind != "aspect")
            if names:
                return Mention(place, end, names, " ".join(texts))
        return None

    def _guarded(self, words: list[Token], breaks: list[str], mentions: list[Mention]) -> list[Mention]:
        """Names whose guard does not hold are dropped; the others keep what stands."""
        kept: list[Mention] = []
        unguarded = [mention for mention in mentions if any(not name.guard for name in mention.names)]
        for mention in mentions:
            names = tuple(
                name for name in mention.names if self._stands(name, mention, words, breaks, unguarded + kept)
            )
            if names:
                kept.append(replace(mention, names=names))
        return kept

    def _stands(
        self, name: Name, mention: Mention, words: list[Token], breaks: list[str], others: list[Mention]
    ) -> bool:
        before = [word.text for word in words[max(0, mention.start - 4) : mention.start]]
        after = [word.text for word in words[mention.end : mention.end + 2]]
        last = before[-1] if before else ""
        grammar = self._grammar
        match name.guard:
            case "caps":
                original = words[mention.start].original
                if last in grammar.pronoun_verbs and not original.isupper():
                    return False
                if last in grammar.asked_after and len(words) <= SHORT:
                    return True
                loud = all(word.original.isupper() for word in words)
                return (original.rstrip("s").isupper() and not loud) or any(
                    word.text in grammar.domain_words for word in words
                )
            case "digits":
                return not last[:1].isdigit() and last not in grammar.numbers
            case "not_algo":
                return (
                    not any(word in grammar.algorithm_words for word in after) and last not in grammar.algorithm_words
                )
            case "near_monitoring":
                return any(word.text in grammar.monitoring for word in words)
            case "frame":
                if last == "to":
                    return False
                if any(word in grammar.skill_frame_strong for word in before):
                    return True
                if after[:1] and after[0] in (
                    "skill",
                    "skills",
                    "language",
                    "programming",
                    "experience",
                    "code",
                    "coding",
                ):
                    return True
                return self._in_list(mention, words, breaks, others)
            case _:
                return True

    def _in_list(self, mention: Mention, words: list[Token], breaks: list[str], others: list[Mention]) -> bool:
        """Beside another skill, with only a comma, a slash, "and" or "or" between."""
        for other in others:
            if (
                not any(name.kind in ("skill", "unlisted", "like") for name in other.names)
                or other.start == mention.start
            ):
                continue
            left, right = sorted((mention, other), key=lambda each: each.start)
            gap = [word.text for word in words[left.end : right.start]]
            if gap in (["and"], ["or"]) or (not gap and breaks[left.end - 1] in (",", "/", "+", "|", "&")):
                return True
        return False

    # Titles --------------------------------------------------------------------------------------------------

    def _titles(self, words: list[Token], breaks: list[str], mentions: list[Mention]) -> list[Mention]:
        """Misspelt titles, and titles that no list has: a word before "engineer", "analyst" …"""
        result = list(mentions)
        for place, word in enumerate(words):
            owner = next((mention for mention in result if mention.start <= place < mention.end), None)
            if owner and not (owner.name.kind == "ambiguous" and owner.end - owner.start == 1):
                continue
            if self._is_head(word.text):
                found = self._title_ending(place, words, breaks, result)
                if found:
                    result = [mention for mention in result if mention.end <= found.start or mention.start >= found.end]
                    result.append(found)
        return result

    def _is_head(self, word: str) -> bool:
        heads = self._index.title_heads
        return word in heads or (word.endswith("s") and word[:-1] in heads)

    def _title_ending(
        self, place: int, words: list[Token], breaks: list[str], mentions: list[Mention]
    ) -> Mention | None:
        start = place
        while start > 0 and place - start < 3 and not breaks[start - 1]:
            before = words[start - 1].text
            if (
                before in self._index.title_modifiers
                or before in self._grammar.function_words
                or (before,) in self._grammar.fillers
            ):
                break
            start -= 1
        if start == place:
            return None
        texts = [word.text for word in words[start : place + 1]]
        for begin in range(len(texts) - 1):
            span = " ".join(texts[begin:])
            names = self._misspelt(span)
            if names:
                return Mention(start + begin, place + 1, names, span)
        return self._unknown_title(start, place, words, mentions)

    def _misspelt(self, span: str) -> tuple[Name, ...]:
        from rapidfuzz import fuzz, process  # late: only a title that is in no list needs it

        best = process.extractOne(span, self._index.titles, scorer=fuzz.ratio, score_cutoff=CUTOFF)
        return self._index.find(best[0].split()) if best else ()

    def _unknown_title(self, start: int, place: int, words: list[Token], mentions: list[Mention]) -> Mention | None:
        inside = [mention for mention in mentions if start <= mention.start and mention.end <= place]
        for mention in reversed(inside):
            role = mention.of("role")
            if role and mention.end == place:  # "cybersecurity consultant": near the field's role, not the same
                return Mention(
                    mention.start,
                    place + 1,
                    (replace(role, manner="ask"),),
                    " ".join(word.text for word in words[mention.start : place + 1]),
                )
        start = max(start, place - 2)
        if words[start].text in self._grammar.frame_words and place - start > 1:
            start += 1
        if start >= place or all(word.text in self._grammar.frame_words for word in words[start:place]):
            return None
        shown = " ".join(word.text for word in words[start : place + 1])
        return Mention(start, place + 1, (Name("title", shown),), shown)

    # Sides of the question, negation -------------------------------------------------------------------------

    def _aspects(self, words: list[Token], breaks: list[str], mentions: list[Mention]) -> list[Mention]:
        covered = {
            place
            for mention in mentions
            if mention.name.kind in ("role", "title")
            for place in range(mention.start, mention.end)
        }
        found: list[Mention] = []
        place = 0
        while place < len(words):
            for end in range(min(place + LONGEST, len(words)), place, -1):
                if any(stop for stop in breaks[place : end - 1]) or covered & set(range(place, end)):
                    continue
                texts = [word.text for word in words[place:end]]
                names = tuple(name for name in self._index.find(texts) if name.kind == "aspect")
                if names and not (texts == ["us"] and words[place].original.islower()):
                    found.append(Mention(place, end, names, " ".join(texts)))
                    place = end - 1
                    break
            place += 1
        return found

    def _negated(self, words: list[Token], mention: Mention, mentions: list[Mention]) -> Mention:
        previous_end = max((other.end for other in mentions if other.end <= mention.start), default=0)
        before = " ".join(word.text for word in words[max(previous_end, mention.start - 4) : mention.start])
        return replace(mention, negated=self._grammar.has_cue("negation", before))


def _split(sentence: Sentence) -> tuple[list[Token], list[str]]:
    words: list[Token] = []
    breaks: list[str] = []
    for token in sentence.tokens:
        if not token.is_break:
            words.append(token)
            breaks.append("")
        elif breaks and not breaks[-1]:
            breaks[-1] = token.text
    return words, breaks
