"""One turn of a conversation: message + memory -> Answer + memory. The only door for every channel.

Pure and synchronous: no I/O, no clock, no event loop. Any text is answered; none raises. Only the first message in a
language in whose files something is wrong does: KnowledgeErrors, unless `prepare` has raised it before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from careerbot.bot import policy
from careerbot.bot.answering import QUIZ, STOP, UNCLEAR
from careerbot.bot.in_quiz import beside_the_end, is_unclear
from careerbot.bot.memory import Asked, Memory, Pending
from careerbot.bot.mind import Mind
from careerbot.bot.taking_up import EITHER, beside_a_yes, taken_up
from careerbot.bot.understanding.often import remembering
from careerbot.bot.understanding.speaking import Hearing, Signs
from careerbot.bot.understanding.text import sentences
from careerbot.intents.base import Amount, Answer, Query, Suggestion
from careerbot.knowledge.base import KnowledgeBase

if TYPE_CHECKING:
    from careerbot.bot.explanation import Explanation

_TEXT_KEPT = 200
_NOTHING = Memory()
"""Of somebody new, and of everybody who types inline: they ask much the same, and are answered the same."""
_NOT_REFERRED_TO = policy.SMALL_TALK | {"out_of_scope"}
_OFFERED = "plan:"
"""What a plain yes takes up, though nothing was asked: a plan for some role."""
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


Index = Mapping[str, Any]


class Adviser:
    """Everything that answering needs, built from the compiled index; of other languages, from theirs."""

    def __init__(self, data: Index, other: Callable[[str], Index] | None = None) -> None:
        """`other`: the index of another language, which is asked for when somebody first uses that language."""
        self._mind = Mind(data)
        self._minds = {self._mind.grammar.language: self._mind}
        self._other = other
        self._signs: Signs = data["signs"] if other else {}
        self.languages = tuple(dict.fromkeys((self._mind.grammar.language, *filter(None, self._signs))))
        """The languages that it speaks, the usual one first."""
        self._hearing = Hearing(self._signs, data["letters"], data["named_words"])
        self._asked_first = remembering(partial(self._responded, memory=_NOTHING))

    @property
    def knowledge(self) -> KnowledgeBase:
        return self._mind.answering.knowledge

    def prepare(self) -> "Adviser":
        """Every language at hand, so that nobody waits for one later. Raises KnowledgeErrors."""
        for language in self.languages:
            self.mind(language)
        return self

    def language(self, memory: Memory) -> str:
        """The language in which this person is answered."""
        return self._speaking(memory).grammar.language

    def heard_in(self, memory: Memory) -> str:
        """The language that the last message was read in, by the memory after it."""
        return self._heard(memory).grammar.language

    def language_of(self, text: str) -> str:
        """The language of a text that nothing is known of: the usual one where its words tell none."""
        return self._hearing.language_of(text) or self.languages[0]

    def mind(self, language: str | None) -> Mind:
        """The mind of this language; of one that is not spoken here, the usual one.

        Raises KnowledgeErrors when a language is first used in whose files something is wrong.
        """
        if language is None or language not in self.languages:
            return self._mind
        if language not in self._minds and self._other:
            try:
                self._minds[language] = Mind(self._other(language))
            except Exception:  # said once; whoever goes on is answered in the usual language
                self._minds[language] = self._mind
                raise
        return self._minds[language]

    @cached_property
    def names(self) -> Names:
        roles = tuple(role.title for role in self.knowledge.roles)
        return Names(roles, tuple(sorted(self._mind.answering.skills.values(), key=str.lower)))

    @cached_property
    def intents(self) -> tuple[str, ...]:
        """Every question type."""
        return tuple(sorted(self._mind.answering.examples))

    @cached_property
    def choices(self) -> Choices:
        """What a channel can offer to choose from: all of it by id, as decisions name it."""
        return Choices({role.id: role.title for role in self.knowledge.roles}, dict(self._mind.answering.skills))

    def example(self, intent: str) -> str:
        """A question that leads to this question type."""
        return self._mind.answering.examples[intent]

    def respond(self, text: str, memory: Memory) -> tuple[Answer, Memory]:
        """The answer to a message, and what to remember."""
        if memory == _NOTHING:
            return self._asked_first(text)
        return self._responded(text, memory)

    def decide(self, decision: str, memory: Memory) -> tuple[Answer, Memory]:
        """The answer to a choice that was offered, "pay:site_reliability_engineer". Unknown ones get the menu."""
        memory = memory.within(self._mind.known)
        intent, _, carried = decision.partition(":")
        arguments = tuple(argument for argument in carried.split(",") if argument)
        roles = tuple(argument for argument in arguments if argument in self.choices.roles)
        skills = tuple(argument for argument in arguments if argument in self.choices.skills)
        picked = tuple(argument for argument in arguments if argument not in self._mind.known)
        answering = self._speaking(memory).answering
        if intent not in answering.examples:
            intent = "help"
        query = Query(intent, roles=roles, skills=skills, picked=picked, source_text=decision[:_TEXT_KEPT])
        if intent == "filter" and not skills:  # offered only as its example, which has the condition in it
            typed = answering.wording.render(intent, "suggestion", {})
            return self.respond(typed, replace(memory, pending=None))  # it is what was offered: not chosen once more
        return self._answered((query,), memory)

    def explain(self, text: str, memory: Memory) -> "Explanation":
        """How the message is understood: spelling, entities, question types, memory, the facts behind the reply."""
        from careerbot.bot.explanation import Understood, explained  # late: answers do not need it

        memory = memory.within(self._mind.known)
        heard = self._heard(replace(memory, language=self._hearing.language_of(text) or memory.language))
        reading = heard.reader.read(text, memory)
        answer, after = self.respond(text, memory)
        folded = sentences(text, heard.grammar.rewrites)
        return explained(
            Understood(
                text=text,
                folded=tuple(" ".join(token.text for token in sentence.tokens) for sentence in folded),
                language=heard.grammar.language,
                canonical=heard.grammar.canonical,
                before=memory,
                chosen=self._chosen(text, memory),
                reading=reading,
                evidence=tuple(heard.reader.evidence(clause) for clause in reading.clauses),
                answer=answer,
                closest=heard.closest(reading),
                likeness=heard.likeness(reading),
                facts={fact.id: fact.text for fact in self.knowledge.facts.values()}
                | {source.id: source.title for source in self.knowledge.sources},
                answered_in=self._speaking(after).answered_in,
            )
        )

    # --------------------------------------------------------------------------------------------------------

    def _responded(self, text: str, memory: Memory) -> tuple[Answer, Memory]:
        memory = memory.within(self._mind.known)
        heard = self._hearing.language_of(text)
        if heard and heard != memory.language:
            memory = replace(memory, language=heard)
        rest = beside_the_end(text, self._heard(memory).grammar)
        if rest is not None and memory.profile.quiz is not None:
            stopped, after = self.decide(f"{QUIZ}:{STOP}", memory)
            return self._responded(rest, after) if rest else (stopped, after)
        text = rest or text
        chosen = self._chosen(text, memory)
        if chosen:
            return self.decide(chosen, memory)
        told = beside_a_yes(text, memory.pending, self._heard(memory).grammar)
        if told and memory.pending:  # "yes, but i know docker already": it counts for what is taken up
            profile = self._heard(memory).reader.read(told, memory).profile
            return self.decide(memory.pending.options[0], replace(memory, profile=profile))
        reading = self._heard(memory).reader.read(text, memory)
        answering = self._speaking(memory).answering
        if reading.profile is not memory.profile:
            memory = replace(memory, profile=reading.profile)
        if reading.queries[0].intent == "repeat" and memory.last:
            again = _again(memory.last)
            wished = tuple({"simpler"} & set(reading.queries[0].aspects))
            answer, after = self._answered((again._replace(aspects=(*again.aspects, *wished)),), memory)
            brief = "briefly" in reading.queries[0].aspects
            return (replace(answer, blocks=answer.blocks[:1]) if brief else answer), after
        if reading.ambiguous:
            answer = answering.which(reading.ambiguous[0], reading.queries[0], memory)
            return self._finished(answer, reading.queries[:1], memory)
        if is_unclear(reading, memory, self._heard(memory).grammar):
            return self._answered((Query(QUIZ, picked=(UNCLEAR,), source_text=f"{QUIZ}:"),), memory)
        either = answering.either(reading.queries[0], memory) if len(reading.queries) == 1 else None
        if either:
            return self._finished(either, either.queries, memory)
        answer, after = self._answered(reading.queries, memory)
        return (answering.with_more(answer, reading.more, memory), after) if reading.more else (answer, after)

    def _heard(self, memory: Memory) -> Mind:
        """The mind that reads a message: of the language it is in, or that was spoken last, or that is wished."""
        return self.mind(memory.language or memory.profile.language)

    def _speaking(self, memory: Memory) -> Mind:
        """The mind that words an answer: of the language that is wished, or else of the one that is spoken."""
        return self.mind(memory.profile.language or memory.language)

    def _chosen(self, text: str, memory: Memory) -> str | None:
        """The decision behind a plain "yes" to what was offered, or behind one of the offers typed word for word.

        Of several that begin alike, what tells them apart is enough: "rust" for "Done with Rust".
        """
        pending = memory.pending or Pending("role")
        in_quiz = pending.intent == QUIZ
        chosen = taken_up(text, pending, self._heard(memory).grammar, plain_yes=not in_quiz)
        return chosen or (self._quiz_answer(text, memory, in_quiz) if memory.profile.quiz is not None else None)

    def _quiz_answer(self, text: str, memory: Memory, in_quiz: bool) -> str | None:
        """The decision behind an answer to the question of the quiz, unless the message plainly asks something else."""
        heard = self._heard(memory)
        asked = heard.reader.read(text, memory).queries[0]
        otherwise = asked.intent in policy.NO_ANSWER and asked.confidence >= policy.SURE
        otherwise = otherwise and not (in_quiz and len(text.split()) <= policy.BARE)  # "the numbers": of the answers
        counts = in_quiz or memory.misses > 0  # "the third", after something that was not understood
        typed = [text, text.partition(",")[0]] if in_quiz else [text]  # "people, i come from nursing"
        answers = (heard.answering.typed_in_quiz(each, memory, heard.grammar, counts, otherwise) for each in typed)
        return next(filter(None, answers), None)

    def _answered(self, queries: tuple[Query, ...], memory: Memory) -> tuple[Answer, Memory]:
        """The answers to these questions as one. What an earlier one changes of the profile, a later one knows."""
        answers: list[Answer] = []
        asked: list[Query] = []
        for each in queries:
            found = answers[-1].roles if each.of_answer and answers else ()
            query = each._replace(roles=found[: each.of_answer]) if found else each
            asked.append(query)
            answer = self._speaking(memory).answering.answer(query, memory)
            if answer.profile and answer.profile.language != memory.profile.language:
                memory = replace(memory, profile=answer.profile)
                answer = self._speaking(memory).answering.answer(query, memory)  # in the language that is wished
            memory = replace(memory, profile=answer.profile or memory.profile)
            answers.append(answer)
        return self._finished(_joined(answers), tuple(asked), memory)

    def _finished(self, answer: Answer, queries: tuple[Query, ...], memory: Memory) -> tuple[Answer, Memory]:
        answer = self._speaking(memory).answering.with_quiz_waiting(answer, queries, memory)
        if answer.queries != queries:
            answer = replace(answer, queries=queries)
        is_private = any(query.intent in policy.PRIVATE for query in queries)
        asked = tuple(
            _asked(query, answer, memory.turns, is_private) for query in queries if query.intent not in _NOT_REFERRED_TO
        )
        missed = answer.outcome == "out_of_scope"
        pending = None if is_private else _pending(answer, queries[0].intent)
        if any(query.intent in policy.FORGETS for query in queries):
            memory, asked, pending = replace(memory, asked=(), shown=(), shown_before=()), (), None
        memory = memory.remember(
            *asked,
            **_shown(answer, memory),
            pending=pending,
            misses=min(memory.misses + 1, policy.MOST_MISSES) if missed else 0,
            turns=memory.turns + 1,
        )
        return answer, memory


def _shown(answer: Answer, memory: Memory) -> dict[str, tuple[str, ...]]:
    """The list that "the second one" counts along from here on, and the longer one that it was taken from."""
    if len(answer.roles) < 2 and memory.shown:
        return {}
    part = 0 < len(answer.roles) < len(memory.shown) and set(answer.roles) <= set(memory.shown)
    return {"shown": answer.roles, "shown_before": memory.shown if part else memory.shown_before}


def _pending(answer: Answer, intent: str) -> Pending | None:
    """What the next message may take up: what was asked back, or a plan that was offered before all else."""
    offers = answer.suggestions
    asks = answer.outcome in ("clarify", "not_covered")
    if not asks:
        offers = tuple(
            offer for offer in offers[:1] if offer.decision.startswith(_OFFERED) and offer.decision[-1] != ":"
        )
    if not offers:
        return None
    said_either = asks and len({offer.decision.partition(":")[0] for offer in offers}) > 1 and len(answer.roles) == 1
    return Pending(
        EITHER if said_either else "role" if asks and intent != QUIZ else "offer",
        tuple(offer.decision for offer in offers),
        intent,
        said=tuple(offer.text for offer in offers),
    )


def _asked(query: Query, answer: Answer, turn: int, is_private: bool) -> Asked:
    """`is_private`: the message says what somebody earns, so neither sums nor words of it are remembered."""
    return Asked(
        intent=query.intent,
        roles=query.roles or (answer.roles if len(answer.roles) <= _FEW else ()),
        turn=turn,
        lists=not query.roles and len(answer.roles) > _FEW,
        singled_out=answer.singled_out or "",
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
