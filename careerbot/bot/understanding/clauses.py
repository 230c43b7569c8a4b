"""A message as clauses, each with its entities, the facts it is about and the question types it may be.

A sentence that asks two things ("pay and skills for devops") becomes two clauses.
"""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.understanding.delexicalise import ARTICLES, TOPIC, delexicalise
from careerbot.bot.understanding.entities import EntityFinder
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.line import Entities, Mention, covered
from careerbot.bot.understanding.references import Referents, may_refer, resolved
from careerbot.bot.understanding.router import Ranking, Router
from careerbot.bot.understanding.text import Sentence, Token, sentences
from careerbot.bot.understanding.topics import Topic, TopicIndex
from careerbot.bot.understanding.trimming import JOINTS, Trimmer

CONDITIONAL = frozenset({"profile", "what_if"})
"""Question types that a condition may only seem to ask: "what am I missing for SRE if I know Python"."""
LONG = 9
"""Words from which a sentence that is not understood as a whole is tried by its parts."""
PART = 0.8
"""Least probability at which a part speaks for the sentence."""
SUBJECTS = frozenset({"{role}", "{skill}", "{title}"})
SKILLS = frozenset({"skill", "like", "unlisted"})
POINTERS = frozenset({"it", "that", "this", "there", "they", "them", "those", "these"})
"""Words in whose place a role's name could stand."""


class Clause(NamedTuple):
    entities: Entities
    topics: tuple[Topic, ...]
    words: tuple[str, ...]
    """As the router saw them."""
    ranking: Ranking
    """Question types with probabilities, best first."""

    @property
    def intent(self) -> str:
        return self.ranking[0][0]

    @property
    def confidence(self) -> float:
        return self.ranking[0][1]

    @property
    def text(self) -> str:
        return self.entities.text


class ClauseReader:
    def __init__(self, finder: EntityFinder, topics: TopicIndex, router: Router, grammar: Grammar) -> None:
        self._finder = finder
        self._topics = topics
        self._router = router
        self._grammar = grammar
        self._trimmer = Trimmer(finder, router, grammar)

    def read(self, text: str, referents: Referents) -> tuple[tuple[Clause, ...], bool]:
        """The clauses, and whether something in the message may refer to roles: else any referents give the same."""
        found: list[Clause] = []
        tried: list[Entities] = []
        for whole in sentences(text, self._grammar.rewrites, self._grammar.canonical):
            for sentence in self._trimmer.trimmed(whole):
                found += self._parts(sentence, referents, tried)
        told = [clause for clause in found if not _is_crumb(clause)]
        return tuple(told or found), any(may_refer(entities, self._grammar) for entities in tried)

    def named(self, clause: Clause) -> Clause:
        """The clause as if it named the role that it leaves out: "what do i need for that one", "how do i get more"."""
        words = clause.words
        readings = [(*words, "for", "{role}")]
        for place, word in enumerate(words):
            if word in POINTERS:
                rest = words[place + 1 :]
                readings.append((*words[:place], "{role}", *rest[rest[:1] == ("one",) :]))
        rankings = [self._router.rank(reading) for reading in readings]
        best = max(range(len(readings)), key=lambda number: rankings[number][0][1])
        return clause._replace(words=readings[best], ranking=rankings[best])

    def _clause(self, sentence: Sentence, referents: Referents, tried: list[Entities]) -> Clause:
        """`tried`: where all that is looked at on the way is noted."""
        found = self._finder.find(sentence)
        tried.append(found)
        entities = resolved(found, referents, self._grammar)
        topics = tuple(self._topics.find([word.text for word in entities.words], *_named(entities)))
        words = delexicalise(entities, self._grammar.fillers)
        ranking = self._router.rank(words)
        if topics and topics[0].score >= policy.TOPIC and topics[0].is_sturdy:
            with_topic = delexicalise(entities, self._grammar.fillers, topics[0].places)
            other = self._router.rank(with_topic)
            swallowed = with_topic == [TOPIC] and ranking[0][1] >= policy.SURE
            if (
                not swallowed
                and other[0][0] != "out_of_scope"
                and (other[0][1] > ranking[0][1] or ranking[0][0] == "out_of_scope")
            ):
                words, ranking = with_topic, other
        if len(words) >= LONG and (ranking[0][0] == "out_of_scope" or ranking[0][1] < policy.SURE):
            ranking = self._by_parts(words, entities) or ranking
        if ranking[0][0] == "profile" and (asked := self._asked_after(sentence)):
            words, ranking = asked
        if ranking[0][0] in CONDITIONAL and self._grammar.question_words & set(words):
            words, ranking = self._without_condition(words, ranking)
        return Clause(entities, topics, tuple(words), ranking)

    def _asked_after(self, sentence: Sentence) -> tuple[list[str], Ranking] | None:
        """The question behind what somebody tells: "i am a devops engineer and sick of it, where could i go"."""
        starts = (place + 1 for place, token in enumerate(sentence.tokens) if token.is_break)
        for start in starts:
            part = sentence.tokens[start:]
            if part and part[0].text in self._grammar.question_words:
                words = delexicalise(self._finder.find(Sentence(part, sentence.asks)), self._grammar.fillers)
                ranking = self._router.rank(words)
                known = ranking[0][0] not in policy.SMALL_TALK | {"out_of_scope", "profile"}
                return (words, ranking) if known and ranking[0][1] >= policy.SURE else None
        return None

    def _without_condition(self, words: list[str], ranking: Ranking) -> tuple[list[str], Ranking]:
        """A question under a condition by the question alone: "what am I missing for SRE if I know Python"."""
        start = next((place for place, word in enumerate(words) if word in self._grammar.conditions), None)
        if start is None or "i" not in words[start : start + 3]:
            return words, ranking
        end = max((place for place, word in enumerate(words) if word == "{skill}" and place > start), default=start)
        rest = [*words[:start], *words[end + 1 :]]
        if ranking[0][0] == "what_if":
            held = "know" in words[start:end] or "have" in words[start:end]
            if not held or len(rest) < 3 or self._router.rank(rest)[0][1] < policy.SURE:
                return words, ranking
        return (rest, self._router.rank(rest)) if self._grammar.question_words & set(rest) else (words, ranking)

    def _by_parts(self, words: list[str], entities: Entities) -> Ranking | None:
        """A long sentence by its surest part that names a subject: the rest is told beside it."""
        if not any(mention.name.kind == "role" for mention in entities.mentions):
            return None
        best: Ranking | None = None
        for part in _split_at(words, self._grammar.part_starts):
            if len(part) < 3 or not SUBJECTS & set(part):
                continue
            ranking = self._router.rank(part)
            if (
                ranking[0][0] not in policy.SMALL_TALK | {"out_of_scope"}
                and ranking[0][1] >= PART
                and (best is None or ranking[0][1] > best[0][1])
            ):
                best = ranking
        return best

    def _parts(self, sentence: Sentence, referents: Referents, tried: list[Entities]) -> list[Clause]:
        whole = self._clause(sentence, referents, tried)
        for place, token in enumerate(sentence.tokens):
            joint = token.text in JOINTS or (token.is_break and token.text in (",", "&", "+", "/"))
            if not joint or place == 0 or place == len(sentence.tokens) - 1:
                continue
            left, right = sentence.tokens[:place], sentence.tokens[place + 1 :]
            if (
                all(word.is_break for word in left)
                or all(word.is_break for word in right)
                or (token.is_break and right[0].text in self._grammar.narrowing)
                or self._joins_names(left, right)
                or _is_inside_a_name(left, right, whole)
            ):
                continue
            one = self._clause(Sentence(left, sentence.asks), referents, tried)
            acts = one.intent in policy.ACTS and one.confidence >= policy.SURE  # "save sre and tell me what they do"
            if not (self._asks_alone(one) or acts or self._finds_first(left, one, right)):
                continue
            other = self._parts(Sentence(right, sentence.asks), referents, tried)
            if all(self._asks_alone(part) for part in other) and one.intent not in {part.intent for part in other}:
                return [one, *other]
        return [whole]

    def _finds_first(self, left: tuple[Token, ...], one: Clause, right: tuple[Token, ...]) -> bool:
        """Two questions, of which the first finds roles: "what am i closest to and what would it pay"."""
        finds = one.intent in policy.FINDING and one.confidence >= policy.SURE
        return finds and {left[0].text, right[0].text} <= self._grammar.question_words

    def _joins_names(self, left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
        """The joint stands between two names, not between two questions: "devops and sre"."""
        before, after = self._finder.find(Sentence(left, asks=False)), self._finder.find(Sentence(right, asks=False))
        ends = any(mention.end == len(before.words) for mention in before.mentions)
        first = 1 if after.words and after.words[0].text in ARTICLES else 0
        return ends and any(mention.start == first for mention in after.mentions)

    def _asks_alone(self, part: Clause) -> bool:
        return (
            part.intent in policy.ATTRIBUTES and part.confidence >= policy.SURE and not is_fragment(part, self._grammar)
        )


def _is_inside_a_name(left: tuple[Token, ...], right: tuple[Token, ...], whole: Clause) -> bool:
    """The joint is part of a name: "ci/cd"."""
    pair = f"{left[-1].text} {right[0].text}"
    return any(pair in mention.words for mention in whole.entities.mentions)


def is_fragment(clause: Clause, grammar: Grammar) -> bool:
    """Nothing but names, numbers, sides of a question and small words: it asks nothing by itself."""
    entities = clause.entities
    sides = [aspect for aspect in entities.aspects if aspect.name.id in policy.SIDES]
    named = covered((*entities.mentions, *sides, *entities.figures))
    return bool(named) and all(
        word.text in grammar.fragment_words for place, word in enumerate(entities.words) if place not in named
    )


def is_listing(entities: Entities, grammar: Grammar, unknown: Iterable[str]) -> bool:
    """Nothing but skills, two items or more: "python, sql, some docker". Who writes that tells what they know.

    `unknown`: items of the list that are not known as skills.
    """
    unknown = tuple(unknown)
    kinds = [mention.name.kind for mention in entities.mentions]
    if not kinds or len(kinds) + len(unknown) < 2 or not SKILLS.issuperset(kinds) or entities.asks:
        return False
    return _only_small(entities, grammar, frozenset(word for item in unknown for word in item.split()))


def is_own_experience(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """A role beside a number of years: "3 years devops", "data scientist for 5 years"."""
    words = [word.text for word in clause.entities.words]
    if words[0] in grammar.question_words:
        return False
    before, after = words[: mention.start], words[mention.end :]
    while before and before[-1] not in grammar.year_words and before[-1] in grammar.told_beside:
        before.pop()
    return _ends_in_years(before, grammar) or _ends_in_years(after[after[:1] == ["for"] :][:2], grammar)


def tells_experience(clause: Clause, grammar: Grammar) -> bool:
    """Nothing but a role and years."""
    roles = [mention for mention in clause.entities.mentions if mention.name.kind == "role"]
    return any(is_own_experience(clause, role, grammar) for role in roles) and _only_small(clause.entities, grammar)


def names_years(entities: Entities, grammar: Grammar) -> bool:
    """How long somebody has done something: "python for 5 years"; not when: "in 5 years"."""
    words = [word.text for word in entities.words]
    return any(
        _ends_in_years(words[: place + 1], grammar) and words[place - 2 : place - 1] != ["in"]
        for place in range(1, len(words))
    )


def _ends_in_years(words: list[str], grammar: Grammar) -> bool:
    return (
        len(words) > 1
        and words[-1] in grammar.year_words
        and (words[-2].rstrip("+").isdigit() or words[-2] in grammar.numbers)
    )


def _only_small(entities: Entities, grammar: Grammar, others: frozenset[str] = frozenset()) -> bool:
    """Beside names and numbers only small words, and these others, as they were typed."""
    named = covered((*entities.mentions, *entities.figures))
    small = grammar.told_beside | grammar.year_words
    return all(
        word.text in small or word.original in others or word.text.rstrip("+").isdigit()
        for place, word in enumerate(entities.words)
        if place not in named
    )


def _named(entities: Entities) -> tuple[set[int], set[int]]:
    """Positions of role titles and numbers, and positions of fields, titles not covered and sides of the question."""
    skipped = covered(entities.figures)
    quiet = covered(entities.aspects) - covered(entities.mentions)
    for mention in entities.mentions:
        if mention.name.kind == "title" or (mention.name.kind == "role" and mention.name.manner == "field"):
            quiet |= set(mention.places)
        elif mention.name.kind == "role":
            skipped |= set(mention.places)
    return skipped, quiet


def _split_at(words: list[str], starts: frozenset[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word in starts and parts[-1]:
            parts.append([])
        parts[-1].append(word)
    return parts


def _is_crumb(clause: Clause) -> bool:
    """A letter that a stray full stop cut off: "that was helpfu.l"."""
    words = clause.entities.words
    return len(words) == 1 and len(words[0].text) == 1 and words[0].text.isalpha() and not clause.entities.mentions
