"""The questions of a message's clauses, as those of one message: what belongs together, and what is no question."""

from collections.abc import Sequence
from typing import Any

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.clauses import Clause, is_fragment
from careerbot.bot.understanding.evidence import Evidence
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.slots import Slots
from careerbot.intents.base import Query

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


def borrowed(number: int, slots: Sequence[Slots]) -> Slots:
    """What the other clauses of the message name: the ones before, nearest first, else the ones after."""
    for other in (*reversed(slots[:number]), *slots[number + 1 :]):
        if other.roles or other.titles:
            return other
    return Slots()


def merged(slots: Sequence[Slots]) -> Slots:
    return Slots(
        roles=tuple(dict.fromkeys(role for each in slots for role in each.roles)),
        ambiguous=tuple(dict.fromkeys(word for each in slots for word in each.ambiguous)),
    )


def kept(queries: list[Query], clauses: tuple[Clause, ...], grammar: Grammar) -> list[Query]:
    """Questions before small talk, in scope before out of it, each question type once."""
    asked = [query for query in queries if query.intent not in policy.SMALL_TALK | {"out_of_scope", "profile"}]
    asked = _without_names(asked, queries, clauses, grammar)
    asked = _without_asides(asked, queries, clauses, grammar)
    if any(query.intent == "pay_position" and query.amounts for query in asked):  # "155k as an sre. is it fair?"
        measures = [grammar.has_cue("measures", clause.text) for clause in clauses]
        vague = [query for query, own in zip(queries, measures, strict=True) if own and query.intent == "not_stated"]
        asked = [query for query in asked if query not in vague]
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


def of_what_is_found(queries: list[Query], clauses: tuple[Clause, ...], slots: Sequence[Slots]) -> list[Query]:
    """A question without a role, after one in the same message that finds roles, is about those: "... and why"."""
    found = list(queries)
    for number, (query, clause, own) in enumerate(zip(queries, clauses, slots, strict=True)):
        finds = any(earlier.intent in policy.FINDING and not earlier.roles for earlier in queries[:number])
        if finds and query.intent in policy.OF_FOUND and not (own.roles or own.titles or own.names_skill):
            words = {word.text for word in clause.entities.words}
            most = 1 if _ONE & words else policy.MOST_FOUND
            found[number] = query._replace(roles=(), titles=(), from_memory=(), of_answer=most)
    return found


def with_all_told(query: Query, slots: Sequence[Slots], evidence: Sequence[Evidence]) -> Query:
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


def whether_it_counts(query: Query, memory: Memory) -> Query:
    """Beside skills that are told, "does that count?" asks for what is missing, or for the match, with them."""
    named = query.skills and "skills" not in query.from_memory
    if query.intent != "what_if" or named or query.roles or query.titles:
        return query
    toward = memory.last if memory.last and memory.last.intent in ("become", "gap", "skills") else memory.toward
    if toward and len(toward.roles) == 1:
        return query._replace(intent="gap", roles=toward.roles, skills=(), from_memory=("roles",))
    return query._replace(intent="recommend", skills=())


def _without_names(
    asked: list[Query], queries: list[Query], clauses: tuple[Clause, ...], grammar: Grammar
) -> list[Query]:
    """What only names roles that the rest of the message asks about is no question: "and sre? what does it pay"."""
    if len(clauses) < 2:
        return asked
    named = [
        query
        for query, clause in zip(queries, clauses, strict=True)
        if (query.intent == "overview" or "intent" in query.from_memory) and is_fragment(clause, grammar)
    ]
    rest = [query for query in asked if query not in named]
    return rest if any(one.roles == other.roles for one in named for other in rest) else asked


def _without_asides(
    asked: list[Query], queries: list[Query], clauses: tuple[Clause, ...], grammar: Grammar
) -> list[Query]:
    """In a message of several sentences, what is only told before the question is no question itself."""
    if len(asked) < 2 or len(clauses) < 2:
        return asked
    questions = [
        query for query, clause in zip(queries, clauses, strict=True) if clause.entities.asks and query in asked
    ]
    if questions:  # a sum that was told beside them is answered as well, and what was to be done is done
        told = [query for query in asked if query.intent == "pay_position" and query.amounts]
        done = [query for query in asked if query.intent in policy.ACTS]
        return [query for query in asked if query in questions or query in told or query in done]
    begun = [query for query, clause in zip(queries, clauses, strict=True) if _begins_a_question(clause, grammar)]
    sure = [query for query in asked if query.confidence >= policy.SURE or query in begun]
    return sure or asked[-1:]


def _begins_a_question(clause: Clause, grammar: Grammar) -> bool:
    words = clause.words[clause.words[0] in ("and", "but", "so") :]
    return bool(words) and words[0] in grammar.question_words


def _both(one: Query, other: Query) -> Query:
    """Two clauses of one question type, as one question."""
    joined = {name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name)))) for name in _JOINED}
    roles = tuple(dict.fromkeys((*one.roles, *other.roles)))[:4]
    return one._replace(**joined, roles=roles, confidence=max(one.confidence, other.confidence))  # type: ignore[arg-type]
