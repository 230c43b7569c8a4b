"""One turn of a conversation: message + memory -> Answer + memory. The only door for every channel.

Pure and synchronous: no I/O, no clock, no event loop. Any text is answered; none raises.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from careerbot.bot import policy
from careerbot.bot.answering import QUIZ, Answering
from careerbot.bot.memory import Asked, Memory, Pending
from careerbot.bot.understanding.clauses import ClauseReader
from careerbot.bot.understanding.decoding import Decoder, Spoken
from careerbot.bot.understanding.entities import EntityFinder
from careerbot.bot.understanding.evidence import EvidenceReader
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.names import NameIndex
from careerbot.bot.understanding.reader import Reader, Reading
from careerbot.bot.understanding.router import Router
from careerbot.bot.understanding.settling import Settler
from careerbot.bot.understanding.spelling import Speller
from careerbot.bot.understanding.text import sentences
from careerbot.bot.understanding.titles import CUTOFF
from careerbot.bot.understanding.topics import TopicIndex
from careerbot.intents.base import Amount, Answer, Query, Suggestion
from careerbot.intents.wording import ALL_ROLES, Wording
from careerbot.knowledge.base import KnowledgeBase
from careerbot.knowledge.plain import from_data

if TYPE_CHECKING:
    from careerbot.bot.explanation import Explanation, Likeness
    from careerbot.bot.understanding.lexicon import Lexicon

_TEXT_KEPT = 200
_NOT_REFERRED_TO = policy.SMALL_TALK | {"out_of_scope"}
_FEW = 4
"""Roles that "they" can still mean."""


@dataclass(frozen=True, slots=True)
class Names:
    """What can be completed while typing."""

    roles: tuple[str, ...]
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Ids that a decision can carry, each with the name to show."""

    roles: Mapping[str, str]
    """In listing order."""
    skills: Mapping[str, str]


class Adviser:
    """Everything that answering needs, built from the compiled index."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        knowledge = from_data(data["knowledge"])
        self._answering = Answering(
            knowledge=knowledge,
            wording=Wording(data["wording"], data["words"], {ALL_ROLES: len(knowledge.roles)}),
            skills=data["skills"],
            nearest=data["nearest"],
            programming=data["programming"],
            ambiguous=data["ambiguous"],
            examples=data["examples"],
            rests_on=data["fixed"],
        )
        self._grammar = Grammar.from_data(data["grammar"])
        self._router = Router(data["router"])
        self._index = index = NameIndex(data["names"])
        speller = Speller(data["spelling"], data["common_words"], data["near_words"])
        self._decoder = Decoder(speller, Spoken(data["spoken"]))
        finder = EntityFinder(index, self._grammar, self._decoder)
        clauses = ClauseReader(finder, TopicIndex(data["topics"], data["ignored"]), self._router, self._grammar)
        kinds = {id: (fact.kind, fact.role) for id, fact in knowledge.facts.items()}
        self._reader = Reader(
            clauses,
            Settler(EvidenceReader(data["in_scope"], self._grammar, kinds), self._grammar, frozenset(data["fixed"])),
            self._grammar,
        )

    @property
    def knowledge(self) -> KnowledgeBase:
        return self._answering.knowledge

    @cached_property
    def names(self) -> Names:
        roles = tuple(role.title for role in self._answering.knowledge.roles)
        return Names(roles, tuple(sorted(self._answering.skills.values(), key=str.lower)))

    @cached_property
    def lexicon(self) -> "Lexicon":
        """Which words it knows."""
        from careerbot.bot.understanding.lexicon import Lexicon  # late: answers do not need it
        from careerbot.bot.understanding.word_list import WordList

        return Lexicon(self._index, self._grammar, WordList(self._data["common_words"]), self._decoder)

    @cached_property
    def intents(self) -> tuple[str, ...]:
        """Every question type."""
        return tuple(sorted(self._answering.examples))

    @cached_property
    def choices(self) -> Choices:
        """What a channel can offer to choose from: all of it by id, as decisions name it."""
        return Choices({role.id: role.title for role in self._answering.knowledge.roles}, dict(self._answering.skills))

    @cached_property
    def _names_known(self) -> frozenset[str]:
        return frozenset((*self.choices.roles, *self.choices.skills))

    def example(self, intent: str) -> str:
        """A question that leads to this question type."""
        return self._answering.examples[intent]

    def respond(self, text: str, memory: Memory) -> tuple[Answer, Memory]:
        """The answer to a message, and what to remember."""
        memory = memory.within(self._names_known)
        chosen = self._chosen(text, memory)
        if chosen:
            return self.decide(chosen, memory)
        reading = self._reader.read(text, memory)
        if reading.profile is not memory.profile:
            memory = replace(memory, profile=reading.profile)
        if reading.queries[0].intent == "repeat" and memory.last:
            return self._answered((_again(memory.last),), memory)
        if reading.ambiguous:
            answer = self._answering.which(reading.ambiguous[0], reading.queries[0], memory)
            return self._finished(answer, reading.queries[:1], memory)
        either = self._answering.either(reading.queries[0], memory) if len(reading.queries) == 1 else None
        if either:
            return self._finished(either, either.queries, memory)
        return self._answered(reading.queries, memory)

    def decide(self, decision: str, memory: Memory) -> tuple[Answer, Memory]:
        """The answer to a choice that was offered, "pay:site_reliability_engineer". Unknown ones get the menu."""
        memory = memory.within(self._names_known)
        intent, _, carried = decision.partition(":")
        arguments = tuple(argument for argument in carried.split(",") if argument)
        roles = tuple(argument for argument in arguments if argument in self.choices.roles)
        skills = tuple(argument for argument in arguments if argument in self.choices.skills)
        picked = tuple(argument for argument in arguments if argument not in self._names_known)
        if intent not in self._answering.examples:
            intent = "help"
        query = Query(intent, roles=roles, skills=skills, picked=picked, source_text=decision[:_TEXT_KEPT])
        if intent == "filter" and not skills:  # offered only as its example, which has the condition in it
            typed = self._answering.wording.render(intent, "suggestion", {})
            return self.respond(typed, replace(memory, pending=None))  # it is what was offered: not chosen once more
        return self._answered((query,), memory)

    def seen(self, text: str) -> str:
        """The message as the router sees it, alone: "what does {role} pay". Messages that ask alike are seen alike."""
        clauses = self._reader.read(text, Memory()).clauses
        return " ".join(" ".join(clause.words) for clause in clauses)

    def explain(self, text: str, memory: Memory) -> "Explanation":
        """How the message is understood: spelling, entities, question types, memory, the facts behind the reply."""
        from careerbot.bot.explanation import Understood, explained  # late: answers do not need it

        memory = memory.within(self._names_known)
        reading = self._reader.read(text, memory)
        answer, _ = self.respond(text, memory)
        folded = sentences(text, self._grammar.rewrites)
        return explained(
            Understood(
                text=text,
                folded=tuple(" ".join(token.text for token in sentence.tokens) for sentence in folded),
                before=memory,
                chosen=self._chosen(text, memory),
                reading=reading,
                evidence=tuple(self._reader.evidence(clause) for clause in reading.clauses),
                answer=answer,
                closest=self._closest(reading),
                likeness=self._likeness(reading),
                facts={fact.id: fact.text for fact in self.knowledge.facts.values()}
                | {source.id: source.title for source in self.knowledge.sources},
            )
        )

    # --------------------------------------------------------------------------------------------------------

    def _closest(self, reading: Reading) -> dict[str, str]:
        """For each question type that came close, the phrase most like the message."""
        from marshal import loads

        from rapidfuzz import fuzz, process

        phrases: list[tuple[str, str]] = loads(self._data["phrases"])  # noqa: S302  our own index
        found: dict[str, str] = {}
        for clause in reading.clauses:
            for intent, _ in clause.ranking[:5]:
                own = [phrase for name, phrase in phrases if name == intent]
                best = process.extractOne(" ".join(clause.words), own, scorer=fuzz.ratio)
                if best and intent not in found:
                    found[intent] = best[0]
        return found

    def _likeness(self, reading: Reading) -> "dict[str, Likeness]":
        """For the words of each mention, the name they were taken for."""
        from careerbot.bot.explanation import Likeness

        found = {}
        for clause in reading.clauses:
            for mention in (*clause.entities.mentions, *clause.entities.aspects):
                if like := self._index.like(mention.words, CUTOFF):
                    found[mention.words] = Likeness(*like)
        return found

    def _chosen(self, text: str, memory: Memory) -> str | None:
        """The decision behind a plain "yes" to what was offered, or behind one of the offers typed word for word.

        Of several that begin alike, what tells them apart is enough: "rust" for "Done with Rust".
        """
        pending = memory.pending or Pending("role")
        typed = _letters(text)
        in_quiz = pending.intent == QUIZ
        if pending.options and typed in self._grammar.yes and not in_quiz:
            return pending.options[0]
        said = [_letters(offer) for offer in pending.said]
        offers = zip(said, _told_apart(said), pending.options, strict=False)
        chosen = next((decision for whole, tail, decision in offers if typed and typed in (whole, tail)), None)
        return chosen or (self._quiz_answer(text, memory, in_quiz) if memory.profile.quiz is not None else None)

    def _quiz_answer(self, text: str, memory: Memory, in_quiz: bool) -> str | None:
        """The decision behind an answer to the question of the quiz, unless the message plainly asks something else."""
        asked = self._reader.read(text, memory).queries[0]
        otherwise = asked.intent in policy.NO_ANSWER and asked.confidence >= policy.SURE
        return self._answering.typed_in_quiz(text, memory, self._grammar, in_quiz, otherwise)

    def _answered(self, queries: tuple[Query, ...], memory: Memory) -> tuple[Answer, Memory]:
        """The answers to these questions as one. What an earlier one changes of the profile, a later one knows."""
        answers = []
        for query in queries:
            answer = self._answering.answer(query, memory)
            if answer.profile:
                memory = replace(memory, profile=answer.profile)
            answers.append(answer)
        return self._finished(_joined(answers), queries, memory)

    def _finished(self, answer: Answer, queries: tuple[Query, ...], memory: Memory) -> tuple[Answer, Memory]:
        answer = self._answering.with_quiz_waiting(answer, queries, memory)
        if answer.queries != queries:
            answer = replace(answer, queries=queries)
        is_private = any(query.intent in policy.PRIVATE for query in queries)
        asked = tuple(
            _asked(query, answer, memory.turns, is_private) for query in queries if query.intent not in _NOT_REFERRED_TO
        )
        missed = answer.outcome == "out_of_scope"
        waits = answer.outcome in ("clarify", "not_covered") and bool(answer.suggestions) and not is_private
        pending = (
            Pending(
                "offer" if queries[0].intent == QUIZ else "role",
                tuple(offer.decision for offer in answer.suggestions),
                queries[0].intent,
                said=tuple(offer.text for offer in answer.suggestions),
            )
            if waits
            else None
        )
        if any(query.intent in policy.FORGETS for query in queries):
            memory, asked, pending = replace(memory, asked=(), shown=()), (), None
        memory = memory.remember(
            *asked,
            shown=answer.roles if len(answer.roles) > 1 or not memory.shown else memory.shown,
            pending=pending,
            misses=min(memory.misses + 1, policy.MOST_MISSES) if missed else 0,
            turns=memory.turns + 1,
        )
        return answer, memory


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalpha() or char == " ").strip()


def _told_apart(offers: list[str]) -> list[str]:
    """Each offer without the words that all of them begin with."""
    words = [offer.split() for offer in offers]
    first = next((place for place, column in enumerate(zip(*words)) if len(set(column)) > 1), 0)  # noqa: B905
    return [" ".join(each[first:]) for each in words]


def _asked(query: Query, answer: Answer, turn: int, is_private: bool) -> Asked:
    """`is_private`: the message says what somebody earns, so neither sums nor words of it are remembered."""
    return Asked(
        intent=query.intent,
        roles=query.roles or (answer.roles if len(answer.roles) <= _FEW else ()),
        turn=turn,
        lists=not query.roles and len(answer.roles) > _FEW,
        skills=query.skills,
        facts=query.facts[:3],
        amounts=() if is_private else tuple((each.low, each.high, each.strict) for each in query.amounts[:3]),
        how_many=query.how_many,
        aspects=query.aspects[:8],
        text="" if is_private else query.source_text[:_TEXT_KEPT],
    )


def _again(asked: Asked) -> Query:
    return Query(
        asked.intent,
        roles=asked.roles,
        skills=asked.skills,
        facts=asked.facts,
        amounts=tuple(Amount(*amount) for amount in asked.amounts),
        how_many=asked.how_many,
        aspects=asked.aspects,
        from_memory=("intent", "roles"),
        source_text=asked.text,
    )


def _joined(answers: list[Answer]) -> Answer:
    """Several answers as one, the suggestions taken in turns."""
    if len(answers) == 1:
        return answers[0]
    suggestions: list[Suggestion] = []
    asked = {query.intent for answer in answers for query in answer.queries}
    for place in range(3):
        suggestions += [answer.suggestions[place] for answer in answers if place < len(answer.suggestions)]
    fresh = [offer for offer in dict.fromkeys(suggestions) if offer.decision.partition(":")[0] not in asked]
    best = next((answer for answer in answers if answer.outcome == "answered"), answers[0])
    return Answer(
        blocks=tuple(dict.fromkeys(block for answer in answers for block in answer.blocks)),
        outcome=best.outcome,
        suggestions=tuple(fresh[:3]),
        roles=tuple(dict.fromkeys(role for answer in answers for role in answer.roles)),
    )
