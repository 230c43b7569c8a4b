"""A message and the memory of the conversation -> the questions it asks.

    text -> clauses -> small talk beside questions dropped -> each settled with its slots and memory -> queries

Pure: the same message and memory give the same queries.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding import joined
from careerbot.bot.understanding.clauses import Clause, ClauseReader, is_fragment
from careerbot.bot.understanding.evidence import Evidence
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.often import REMEMBERED, SHORT
from careerbot.bot.understanding.questions import QuestionReader
from careerbot.bot.understanding.references import Referents
from careerbot.bot.understanding.self_talk import is_list_of_skills, learned
from careerbot.bot.understanding.settling import Settler, Step
from careerbot.bot.understanding.slots import Slots, slots_of
from careerbot.bot.understanding.text import fold
from careerbot.intents.base import Profile, Query

NOTHING_SHOWN = Referents()


class Reading(NamedTuple):
    queries: tuple[Query, ...]
    profile: Profile
    clauses: tuple[Clause, ...]
    ambiguous: tuple[str, ...] = ()
    """Keys of words that must be asked about before the first query can be answered."""
    more: tuple[Query, ...] = ()
    """Questions of the message beyond those that are answered at once."""
    steps: tuple[tuple[Step, ...], ...] = ()
    """For each clause, how its question type was settled."""


class _Seen(NamedTuple):
    """What there is to see in a message, whoever wrote it."""

    clauses: tuple[Clause, ...]
    slots: tuple[Slots, ...]
    evidence: tuple[Evidence, ...]
    is_foreign: bool
    may_refer: bool
    """It may mean other roles when others were shown before."""


class Reader:
    def __init__(self, clauses: ClauseReader, settler: Settler, grammar: Grammar) -> None:
        self._clauses = clauses
        self._settler = settler
        self._grammar = grammar
        self._questions = QuestionReader(clauses, settler, grammar)
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._looked_at)

    def read(self, text: str, memory: Memory) -> Reading:
        clauses, slots, evidence, is_foreign, _ = self._seen(text, Referents.of(memory))
        if not clauses:
            query = Query("help") if text.strip() else Query("out_of_scope", aspects=("empty",))
            return Reading((query._replace(source_text=text[:200]),), memory.profile, ())
        own_lists = self._own_lists(clauses, evidence, memory)
        profile = learned(self._statements(clauses, memory), memory.profile, self._grammar, own_lists)
        profile = self._without_taken_back(clauses, profile, memory)
        tells = profile.skills != memory.profile.skills
        if profile is not memory.profile:
            memory = replace(memory, profile=profile)
        if is_foreign:
            named = joined.merged(slots)
            query = Query(
                "overview" if named.roles else "out_of_scope",
                roles=named.roles[:2],
                aspects=("language",),
                source_text=text[:200],
            )
            return Reading((query,), profile, clauses)
        about = [own.names_something or seen.careers for own, seen in zip(slots, evidence, strict=True)]
        read = [
            self._questions.read(
                clause, own, seen, joined.borrowed(number, slots), memory, any(about[:number] + about[number + 1 :])
            )
            for number, (clause, own, seen) in enumerate(zip(clauses, slots, evidence, strict=True))
        ]
        queries = joined.of_what_is_found([query for query, _ in read], clauses, slots)
        if len(queries) == 1 and "intent" in queries[0].from_memory and queries[0].roles:
            others = [
                intent for intent in memory.last_intents if intent in policy.CARRIED and intent != queries[0].intent
            ]
            queries = [*(queries[0]._replace(intent=intent) for intent in others), queries[0]]
        unlisted = tuple(dict.fromkeys(skill for own in slots for skill in own.unlisted))
        like = tuple(dict.fromkeys(tool for own in slots for tool in own.like))
        queries = [
            query._replace(unlisted_skills=unlisted, like_skills=like) if query.intent in ("gap", "plan") else query
            for query in queries
        ]
        queries = [
            joined.with_all_told(query, slots, evidence) if query.intent == "recommend" else query for query in queries
        ]
        if tells:
            queries = [joined.whether_it_counts(query, memory) for query in queries]
        asked = joined.kept(queries, clauses, self._grammar)
        kept, more = asked[: policy.MOST_QUERIES], asked[policy.MOST_QUERIES :]
        ambiguous = self._ambiguous(kept, slots)
        kept = [query._replace(source_text=text[:200]) for query in kept]
        return Reading(tuple(kept), profile, clauses, ambiguous, tuple(more), tuple(steps for _, steps in read))

    def evidence(self, clause: Clause) -> Evidence:
        """What speaks for a clause being about careers."""
        return self._settler.evidence(clause)

    def _statements(self, clauses: tuple[Clause, ...], memory: Memory) -> tuple[Clause, ...]:
        """Clauses that may tell something of oneself: not "and rust" after "what if i learn docker"."""
        if memory.last is None or memory.last.intent != "what_if":
            return clauses
        return tuple(clause for clause in clauses if not is_fragment(clause, self._grammar))

    def _without_taken_back(self, clauses: tuple[Clause, ...], profile: Profile, memory: Memory) -> Profile:
        """Without the skills told last, where somebody says that those are not so: "take that back"."""
        last = memory.last
        if last is None or last.intent != "profile" or not last.skills:
            return profile
        if not any(self._grammar.has_cue("take_back_that", clause.text) for clause in clauses):
            return profile
        return replace(profile, skills=tuple(skill for skill in profile.skills if skill not in last.skills))

    def _seen(self, text: str, referents: Referents) -> _Seen:
        if len(text) > SHORT:
            return self._looked_at(text, referents)
        seen = self._remembered(text, NOTHING_SHOWN)
        return self._remembered(text, referents) if seen.may_refer and referents.shown else seen

    def _looked_at(self, text: str, referents: Referents) -> _Seen:
        clauses, may_refer = self._clauses.read(text, referents)
        return _Seen(
            clauses,
            tuple(slots_of(clause, self._grammar) for clause in clauses),
            tuple(self._settler.evidence(clause) for clause in clauses),
            self._is_foreign(clauses),
            may_refer,
        )

    def _own_lists(self, clauses: tuple[Clause, ...], evidence: Sequence[Evidence], memory: Memory) -> list[Clause]:
        """Clauses that list what somebody knows and say nothing else: "python, sql, some docker"."""
        last = memory.last.intent if memory.last else None
        if last in ("filter", "skills", "what_if"):
            return []
        asked = last in policy.OF_WHAT_ONE_KNOWS
        return [
            clause
            for clause, seen in zip(clauses, evidence, strict=True)
            if seen.listing or clause.intent == "quiz" or (asked and is_list_of_skills(clause, self._grammar))
        ]

    def _ambiguous(self, queries: list[Query], slots: Sequence[Slots]) -> tuple[str, ...]:
        first = queries[0]
        if (
            first.roles
            or first.titles
            or first.skills
            or first.intent not in policy.NEEDS_ROLE - {"outlook", "not_stated"}
        ):
            return ()
        return joined.merged(slots).ambiguous[:1]

    def _is_foreign(self, clauses: tuple[Clause, ...]) -> bool:
        words = [fold(word.original) for clause in clauses for word in clause.entities.words]
        letters = self._grammar.letters
        strange = sum(
            not word.original.isascii() and any(not char.isascii() and char not in letters for char in word.original)
            for clause in clauses
            for word in clause.entities.words
        )
        foreign = sum(
            1 for word in words if word in self._grammar.other_languages and word not in self._grammar.function_words
        )
        return strange * 3 >= len(words) or (foreign >= 2 and (foreign + strange) * 3 >= len(words))
