"""What speaks for a clause being about careers at all, beside the router's own opinion."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.understanding.clauses import SKILLS, Clause, is_listing
from careerbot.bot.understanding.decoding import Decoder
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.line import LISTING, Entities, covered
from careerbot.bot.understanding.self_talk import is_told_of_oneself
from careerbot.bot.understanding.text import singular

_IN_GENERAL = {
    "meta_skill": "meta_skills",
    "meta_note": "meta_skills",
    "pattern": "patterns",
    "cluster": "patterns",
    "theme": "patterns",
    "advice": "outlook",
}
LONGEST_ITEM = 2
"""Words of a skill that is not known."""
_AND = frozenset({"and", "n", "plus"})
_OF_A_ROLE = {"duty": "responsibilities", "skill": "skills", "reason": "why_pay", "note": "overview"}


class Evidence(NamedTuple):
    careers: bool
    """A word of careers stands in it."""
    strangers: int
    """Words of content that no phrase in scope has, but for those that may be slips of words that are known."""
    own: int
    """Of these, words for what somebody is, studies or comes from."""
    content: int
    """Words of content that name nothing."""
    subject: str | None
    """The question type of the fact that it is plainly about."""
    listing: bool
    """A bare list of skills."""
    unknown: tuple[str, ...]
    """Items of a list of skills that no name and no phrase explains: "python, sql, flurbium"."""
    sturdy: bool
    """More than a single word led to that fact, or it stands beside a word of careers."""


class EvidenceReader:
    def __init__(
        self,
        in_scope: frozenset[str],
        grammar: Grammar,
        kinds: Mapping[str, tuple[str, str | None]],
        decoder: Decoder,
    ) -> None:
        """`in_scope`: words of the phrases that are in scope. `kinds`: fact id -> its kind and its role."""
        self._known = in_scope | grammar.career_words
        self._grammar = grammar
        self._kinds = kinds
        self._decoder = decoder

    def read(self, clause: Clause) -> Evidence:
        entities = clause.entities
        named = covered((*entities.mentions, *entities.aspects, *entities.figures))
        named |= set(clause.topics[0].places if clause.topics else ())
        content = {
            place: word.text
            for place, word in enumerate(entities.words)
            if place not in named and word.text[0].isalpha() and not self._says_nothing(word.text)
        }
        texts = [word.text for word in entities.words]
        strangers = {place for place in content if self._is_strange(texts, place)}
        careers = any(word.text in self._grammar.career_words for word in entities.words) or any(
            aspect.name.id in policy.TELLING for aspect in entities.aspects
        )
        titled = any(mention.name.kind in ("role", "title") for mention in entities.mentions)
        careers = careers or (titled and self._grammar.has_cue("own_pay", clause.text))
        unknown = tuple(_items(clause, strangers, self._grammar.told_beside))
        return Evidence(
            careers=careers,
            strangers=len(strangers),
            own=sum(is_told_of_oneself(texts[:place], self._grammar) for place in strangers),
            content=len(content),
            subject=self._subject(clause),
            listing=is_listing(entities, self._grammar, unknown),
            unknown=unknown,
            sturdy=bool(clause.topics) and (careers or len(clause.topics[0].places) > 1),
        )

    def _is_strange(self, words: Sequence[str], place: int) -> bool:
        word = words[place]
        if len(word) == 1 or {word, singular(word)} & self._known or self._decoder.may_be_a_slip(word):
            return False
        return self._known.isdisjoint(self._decoder.meant_here(words, place))

    def _says_nothing(self, word: str) -> bool:
        return word in self._grammar.function_words or (word,) in self._grammar.fillers.get(word, ())

    def is_of_a_role(self, fact: str) -> bool:
        return self._kinds[fact][1] is not None

    def is_duty(self, fact: str) -> bool:
        return self._kinds[fact][0] == "duty"

    def _subject(self, clause: Clause) -> str | None:
        if not clause.topics or clause.topics[0].score < policy.TOPIC:
            return None
        kind, role = self._kinds[clause.topics[0].fact]
        if role is None:
            return _IN_GENERAL[kind]
        named = {name.id for mention in clause.entities.mentions if (name := mention.of("role"))}
        if role in named:
            return _OF_A_ROLE.get(kind)
        return "filter" if not named and kind in _OF_A_ROLE else None


def _items(clause: Clause, strangers: Collection[int], small: Collection[str]) -> Iterator[str]:
    """Strange words that make an item of a list, beside an item that is a skill. `small`: as in "some docker"."""
    entities = clause.entities
    skills = covered(mention for mention in entities.mentions if mention.name.kind in SKILLS)
    for start, end in _listed(entities):
        item = [place for place in range(start, end) if entities.words[place].text not in small]
        if 0 < len(item) <= LONGEST_ITEM and all(place in strangers for place in item):
            beside = {start - 1, start - 2, end, end + 1}
            if beside & skills:
                skills |= set(range(start, end))
                yield " ".join(entities.words[place].original for place in item)


def _listed(entities: Entities) -> Iterator[tuple[int, int]]:
    """What stands between commas, slashes and "and": first and one past the last word of each."""
    start = 0
    for place, word in enumerate(entities.words):
        if word.text in _AND:
            yield start, place
            start = place + 1
        elif entities.breaks[place] in LISTING:
            yield start, place + 1
            start = place + 1
    yield start, len(entities.words)
