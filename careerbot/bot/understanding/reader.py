"""A message and the memory of the conversation -> the questions it asks.

    text -> clauses -> small talk beside questions dropped -> each settled with its slots and memory -> queries

Pure: the same message and memory give the same queries.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding import follow_up
from careerbot.bot.understanding.clauses import Clause, ClauseReader, is_fragment, tells_experience
from careerbot.bot.understanding.evidence import Evidence
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.in_context import in_context
from careerbot.bot.understanding.often import REMEMBERED, SHORT
from careerbot.bot.understanding.references import Referents
from careerbot.bot.understanding.self_talk import is_list_of_skills, learned
from careerbot.bot.understanding.settling import Settler, Step
from careerbot.bot.understanding.slots import Slots, slots_of
from careerbot.bot.understanding.text import fold
from careerbot.intents.base import Amount, Profile, Query

_JOINED = (
    "titles",
    "title_words",
    "skills",
    "like_skills",
    "unlisted_skills",
    "denied_skills",
    "amounts",
    "facts",
    "aspects",
    "aspect_words",
    "excluded",
    "namings",
)
"""What two clauses of one question type bring together."""
_ONE = frozenset({"it", "its", "that", "this"})
_IT = frozenset({"it", "that", "this"})
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
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._looked_at)

    def read(self, text: str, memory: Memory) -> Reading:
        clauses, slots, evidence, is_foreign, _ = self._seen(text, Referents.of(memory))
        if not clauses:
            query = Query("help") if text.strip() else Query("out_of_scope", aspects=("empty",))
            return Reading((query._replace(source_text=text[:200]),), memory.profile, ())
        own_lists = self._own_lists(clauses, evidence, memory)
        profile = learned(self._statements(clauses, memory), memory.profile, self._grammar, own_lists)
        if profile is not memory.profile:
            memory = replace(memory, profile=profile)
        if is_foreign:
            named = _merged(slots)
            query = Query(
                "overview" if named.roles else "out_of_scope",
                roles=named.roles[:2],
                aspects=("language",),
                source_text=text[:200],
            )
            return Reading((query,), profile, clauses)
        about = [own.names_something or seen.careers for own, seen in zip(slots, evidence, strict=True)]
        read = [
            self._query(clause, own, seen, _borrowed(number, slots), memory, any(about[:number] + about[number + 1 :]))
            for number, (clause, own, seen) in enumerate(zip(clauses, slots, evidence, strict=True))
        ]
        queries = _of_what_is_found([query for query, _ in read], clauses, slots)
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
            _with_all_told(query, slots, evidence) if query.intent == "recommend" else query for query in queries
        ]
        asked = self._kept(queries, clauses)
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

    def _query(
        self, clause: Clause, slots: Slots, evidence: Evidence, borrowed: Slots, memory: Memory, beside: bool
    ) -> tuple[Query, tuple[Step, ...]]:
        if at_once := self._at_once(clause, slots, evidence, memory):
            query, stage = at_once
            return query, (Step(stage, query.intent, query.confidence),)
        steps = self._settler.settle(clause, slots, evidence, memory, beside, bool(borrowed.roles))
        clause, steps = in_context(clause, steps, slots, evidence, memory, self._clauses)
        _, intent, confidence = steps[-1]
        names = intent in policy.REACTIONS and slots.roles  # "oh wait, i meant the sre": a role is no mere reaction
        if names and (done := self._completed(clause, slots, memory, listing=False)):
            return done, (*steps, Step("completed", done.intent, done.confidence))
        if intent in policy.OF_OWN_ROLE and not slots.roles:  # where somebody comes from is what it is about
            slots = slots._replace(titles=tuple(title for title, _ in slots.title_words))
        if intent == "why_pay" and (explains := self._explained(clause, slots, memory)):
            return explains, (*steps, Step("explains", explains.intent, policy.SURE))
        if meant := self._pay_meant(intent, confidence, clause, slots, memory):
            query, step = meant
            return query, (*steps, step)
        if (
            not slots.roles
            and len(borrowed.roles) + len(borrowed.titles) > 1
            and self._settler.picks_one(intent, clause)
        ):
            intent = "compare"
            steps = (*steps, Step("picks_one", intent, confidence))
        if intent == "pay" and self._grammar.has_cue("own_pay", clause.text):
            slots = _with_own_work(slots, memory.profile)
        if intent == "compare" and clause.intent == "unkeep":
            slots = slots._replace(roles=(), excluded=slots.roles)
        roles = slots.roles
        if intent in policy.TOWARD_A_ROLE and len(roles) > 1:  # "what would i miss for sre, coming from devops"
            roles = tuple(role for role in roles if role != memory.profile.role) or roles
        supplied: tuple[str, ...] = ()
        ours = "shortlist" in slots.aspects and not (roles or slots.titles) and intent in policy.NEEDS_ROLE
        if ours and (found := follow_up.kept(intent, slots, memory)):
            roles, supplied = found, ("roles",)
        elif not roles and not slots.titles and intent in policy.NEEDS_ROLE and (borrowed.roles or borrowed.titles):
            roles = borrowed.roles
            titles = () if roles else borrowed.titles
            slots = slots._replace(titles=titles, title_words=borrowed.title_words, namings=borrowed.namings)
        elif self._settler.takes_role_from_memory(intent, clause, slots, memory):
            roles = tuple(role for role in follow_up.inherited(intent, clause, memory) if role not in slots.excluded)
            supplied = ("roles",) if roles else ()
        elif intent == "compare" and len(slots.roles) == 1 and not slots.titles and memory.talked_about:
            before = tuple(role for role in memory.talked_about if role not in slots.roles)[:3]
            roles, supplied = (*before, *slots.roles), ("roles",)
        return self._filled(intent, confidence, clause, slots, roles, supplied, memory), steps

    def _at_once(self, clause: Clause, slots: Slots, evidence: Evidence, memory: Memory) -> tuple[Query, str] | None:
        """A question that the words alone do not ask, with the stage that knows it; none where the words decide."""
        last = memory.last
        if last and all(word.text in self._grammar.echoes for word in clause.entities.words):
            return self._filled(
                last.intent, policy.SURE, clause, slots, last.roles, ("intent", "roles"), memory
            ), "again"
        if tells_experience(clause, self._grammar):
            return self._filled("profile", policy.SURE, clause, slots, slots.roles, (), memory), "experience"
        if last and follow_up.judges(clause, slots, memory, self._grammar):
            intent = "pay_position" if last.intent in policy.PRIVATE else "pay"
            judged = slots._replace(aspects=(*slots.aspects, "judged"))
            query = self._filled(intent, policy.SURE, clause, judged, memory.talked_about, ("roles",), memory)
            return query, "judges"
        if is_fragment(clause, self._grammar) or evidence.listing:
            done = self._completed(clause, slots, memory, evidence.listing)
            return (done, "completed") if done else None
        return None

    def _explained(self, clause: Clause, slots: Slots, memory: Memory) -> Query | None:
        """What a plain "why" asks after a match or a move: the reasons of that, or what "why not sre" is short of."""
        last = memory.last
        if last is None or last.intent not in policy.EXPLAINED or self._grammar.has_cue("of_pay", clause.text):
            return None
        if slots.roles and not clause.entities.referred:
            intent = "gap" if "not" in clause.words and last.intent == "recommend" else last.intent
            return (
                self._filled(intent, policy.SURE, clause, slots, slots.roles, (), memory) if intent == "gap" else None
            )
        sided = slots._replace(aspects=(*slots.aspects, "why"))
        return self._filled(last.intent, policy.SURE, clause, sided, slots.roles or last.roles, ("intent",), memory)

    def _pay_meant(
        self, intent: str, confidence: float, clause: Clause, slots: Slots, memory: Memory
    ) -> tuple[Query, Step] | None:
        """A question about pay that is one of something else: of what was supposed before, or against one's own."""
        if follow_up.asks_pay_of_supposed(intent, clause, slots, memory):
            query = self._filled("what_if", confidence, clause, slots, (), ("intent",), memory)
            return query, Step("supposed", "what_if", confidence)
        against = follow_up.against_own(intent, clause, slots, memory, self._grammar)
        if against is None:
            return None
        sure = max(confidence, policy.SURE)
        sided = slots._replace(aspects=tuple(dict.fromkeys((*slots.aspects, *against.sides))))
        query = self._filled(against.intent, sure, clause, sided, against.roles, against.from_memory, memory)
        return query, Step("against_own", against.intent, sure)

    def _completed(self, clause: Clause, slots: Slots, memory: Memory, listing: bool) -> Query | None:
        """The question that a fragment asks, with what memory supplies."""
        done = follow_up.completed(clause, slots, memory, self._grammar, listing)
        if done is None:
            return None
        own = slots._replace(told=()) if done.intent == "what_if" else slots
        confidence = max(clause.confidence, policy.SURE)
        return self._filled(done.intent, confidence, clause, own, done.roles, done.from_memory, memory)

    def _filled(
        self,
        intent: str,
        confidence: float,
        clause: Clause,
        slots: Slots,
        roles: tuple[str, ...],
        supplied: tuple[str, ...],
        memory: Memory,
    ) -> Query:
        amounts = slots.amounts
        if (
            intent == "filter"
            and not amounts
            and not slots.skills
            and memory.last
            and memory.last.intent == "filter"
            and "there" in clause.text.split()
        ):
            amounts = tuple(Amount(*amount) for amount in memory.last.amounts)
        skills = slots.skills
        last = memory.last
        filters = intent == "filter" and last is not None and last.intent == "filter"
        if filters and last and not slots.names_something and _IT & set(clause.words):  # "and who does that"
            skills, slots = last.skills, slots._replace(facts=last.facts)
        if intent == "filter" and slots.excluded and not slots.names_something and memory.last:
            skills = memory.last.skills  # "except data scientist"
            amounts = tuple(Amount(*amount) for amount in memory.last.amounts)
            slots = slots._replace(facts=memory.last.facts)
        if intent == "what_if":
            before = follow_up.supposed(intent, clause, slots, memory, self._grammar)
            skills = tuple(dict.fromkeys((*before, *(skill for skill in skills if skill not in slots.told))))
            supplied = (*supplied, "skills") if before and not slots.names_skill else supplied
        sides = (*slots.aspects, *self._compared_side(clause)) if intent == "compare" else slots.aspects
        return Query(
            intent=intent,
            roles=roles if intent in policy.KEEPS or "shortlist" in slots.aspects else roles[:4],
            titles=slots.titles,
            title_words=slots.title_words,
            skills=skills,
            unlisted_skills=slots.unlisted,
            like_skills=slots.like,
            denied_skills=slots.denied,
            amounts=amounts,
            how_many=slots.how_many,
            ordinal=slots.ordinal,
            facts=slots.facts,
            aspects=sides,
            aspect_words=slots.aspect_words,
            excluded=slots.excluded,
            namings=slots.namings,
            picked=self._wished(clause) if intent == "language" else (),
            from_memory=("roles", *supplied) if clause.entities.referred else supplied,
            confidence=round(min(confidence, 1.0), 3),
            alternatives=tuple((name, round(score, 3)) for name, score in clause.ranking[:4] if name != intent)[:3],
        )

    def _compared_side(self, clause: Clause) -> tuple[str, ...]:
        """The one side that a comparison is to be of; none where several are named."""
        said = set(clause.text.split())
        sides = tuple(side for side, words in self._grammar.compared_sides.items() if said & words)
        return sides if len(sides) == 1 else ()

    def _wished(self, clause: Clause) -> tuple[str, ...]:
        """Languages that the clause names."""
        words = set(clause.text.split())
        return tuple(code for code, names in self._grammar.language_names.items() if words & set(names))

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

    def _kept(self, queries: list[Query], clauses: tuple[Clause, ...]) -> list[Query]:
        """Questions before small talk, in scope before out of it, each question type once."""
        asked = [query for query in queries if query.intent not in policy.SMALL_TALK | {"out_of_scope", "profile"}]
        asked = self._without_names(asked, queries, clauses)
        asked = _without_asides(asked, queries, clauses)
        chosen = asked or [query for query in queries if query.intent == "profile"][:1]
        declined = [query for query in queries if query.intent == "out_of_scope"]
        if chosen and not asked:  # what was told is noted, and a question beside it is not passed over in silence
            asks = [clause.entities.asks for clause in clauses]
            chosen += [query for query, own in zip(queries, asks, strict=True) if own and query in declined][:1]
        if not chosen:
            small = [query for query in queries if query.intent != "out_of_scope"]
            chosen = declined[:1] or small[-1:]
        merged: dict[str, Query] = {}
        for query in chosen:
            known = merged.get(query.intent)
            merged[query.intent] = _both(known, query) if known else query
        return list(merged.values())

    def _without_names(self, asked: list[Query], queries: list[Query], clauses: tuple[Clause, ...]) -> list[Query]:
        """What only names roles that the rest of the message asks about is no question: "and sre? what does it pay"."""
        if len(clauses) < 2:
            return asked
        named = [
            query
            for query, clause in zip(queries, clauses, strict=True)
            if (query.intent == "overview" or "intent" in query.from_memory) and is_fragment(clause, self._grammar)
        ]
        rest = [query for query in asked if query not in named]
        return rest if any(one.roles == other.roles for one in named for other in rest) else asked

    def _ambiguous(self, queries: list[Query], slots: Sequence[Slots]) -> tuple[str, ...]:
        first = queries[0]
        if (
            first.roles
            or first.titles
            or first.skills
            or first.intent not in policy.NEEDS_ROLE - {"outlook", "not_stated"}
        ):
            return ()
        return _merged(slots).ambiguous[:1]

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


def _with_own_work(slots: Slots, own: Profile) -> Slots:
    """A question that names no role, about one's own pay: what somebody is, as they told."""
    if slots.roles or slots.titles:
        return slots
    return slots._replace(
        roles=(own.role,) if own.role else (),
        titles=(own.title,) if own.title else (),
        title_words=((own.title or "", own.title_words or own.title or ""),),
    )


def _with_all_told(query: Query, slots: Sequence[Slots], evidence: Sequence[Evidence]) -> Query:
    """A match counts what all sentences of the message tell."""

    def told(field: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(each for own in slots for each in getattr(own, field)))

    said = set(told("aspects"))
    return query._replace(
        skills=told("skills"),
        unlisted_skills=told("unlisted"),
        like_skills=told("like"),
        unknown_skills=tuple(dict.fromkeys(word for seen in evidence for word in seen.unknown)),
        aspects=tuple(dict.fromkeys((*query.aspects, *(side for side in policy.TOLD_BESIDE if side in said)))),
    )


def _of_what_is_found(queries: list[Query], clauses: tuple[Clause, ...], slots: Sequence[Slots]) -> list[Query]:
    """A question without a role, after one in the same message that finds roles, is about those: "... and why"."""
    found = list(queries)
    for number, (query, clause, own) in enumerate(zip(queries, clauses, slots, strict=True)):
        finds = any(earlier.intent in policy.FINDING for earlier in queries[:number])
        if finds and query.intent in policy.OF_FOUND and not (own.roles or own.titles or own.names_skill):
            words = {word.text for word in clause.entities.words}
            most = 1 if _ONE & words else policy.MOST_FOUND
            found[number] = query._replace(roles=(), titles=(), from_memory=(), of_answer=most)
    return found


def _borrowed(number: int, slots: Sequence[Slots]) -> Slots:
    """What the other clauses of the message name: the ones before, nearest first, else the ones after."""
    for other in (*reversed(slots[:number]), *slots[number + 1 :]):
        if other.roles or other.titles:
            return other
    return Slots()


def _merged(slots: Sequence[Slots]) -> Slots:
    return Slots(
        roles=tuple(dict.fromkeys(role for each in slots for role in each.roles)),
        ambiguous=tuple(dict.fromkeys(word for each in slots for word in each.ambiguous)),
    )


def _without_asides(asked: list[Query], queries: list[Query], clauses: tuple[Clause, ...]) -> list[Query]:
    """In a message of several sentences, what is only told before the question is no question itself."""
    if len(asked) < 2 or len(clauses) < 2:
        return asked
    questions = [
        query for query, clause in zip(queries, clauses, strict=True) if clause.entities.asks and query in asked
    ]
    if questions:  # a sum that was told beside them is answered as well
        return [query for query in asked if query in questions or (query.intent == "pay_position" and query.amounts)]
    sure = [query for query in asked if query.confidence >= policy.SURE]
    return sure or asked[-1:]


def _both(one: Query, other: Query) -> Query:
    """Two clauses of one question type, as one question."""
    joined = {name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name)))) for name in _JOINED}
    roles = tuple(dict.fromkeys((*one.roles, *other.roles)))[:4]
    return one._replace(**joined, roles=roles, confidence=max(one.confidence, other.confidence))  # type: ignore[arg-type]
