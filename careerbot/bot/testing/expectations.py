"""What an author may expect of a turn, and what is wrong with what came.

intents          the question types understood, in order; each "a|b" is either
roles            the roles that the answer is about, in its order; of a message that stands alone, those understood
roles_include    roles among them
skills           the skills understood, in any order
outcome          answered, clarify, not_covered, out_of_scope or small_talk; "a|b" is either
contains         words that the answer has; each "a|b" is either
omits            words that it does not have
contains_one_of  lists of words: all of one list are there
without_roles    roles that were not understood
without_skills   skills that were not understood
why              a note for whoever reads the test
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from careerbot.bot.rendering.plain import plain
from careerbot.bot.testing.reading import contains
from careerbot.intents.base import Answer

Expected = Mapping[str, Any]
OUTCOMES = ("answered", "clarify", "not_covered", "out_of_scope", "small_talk")


class Wrong(NamedTuple):
    """One expectation that does not hold."""

    key: str
    expected: str
    came: str


class Came(NamedTuple):
    """What came of a turn, as far as an author can expect it."""

    intents: tuple[str, ...]
    roles: tuple[str, ...]
    """Those that `roles` is about."""
    named: tuple[str, ...]
    """Roles that the questions are about, shown or not."""
    skills: tuple[str, ...]
    outcome: str
    text: str

    @classmethod
    def of(cls, answer: Answer, alone: bool = False) -> "Came":
        """`alone`: of a message that no conversation is around."""
        queries = answer.queries
        named = tuple(dict.fromkeys(role for query in queries for role in query.roles))
        return cls(
            intents=tuple(dict.fromkeys(query.intent for query in queries)),
            roles=named if alone else answer.roles,
            named=named,
            skills=tuple(dict.fromkeys(skill for query in queries for skill in query.skills)),
            outcome=answer.outcome,
            text=plain(answer),
        )


def wrong(expected: Expected, came: Came) -> tuple[Wrong, ...]:
    """Every expectation that does not hold, in the author's order."""
    return tuple(found for key in expected if key in CHECKS for found in CHECKS[key](expected[key], came))


def each_of(wanted: Sequence[str], seen: Sequence[str]) -> bool:
    """As many as wanted, each one of its alternatives, in this order."""
    return len(wanted) == len(seen) and all(one in each.split("|") for each, one in zip(wanted, seen, strict=True))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"


def _intents(wanted: list[str], came: Came) -> list[Wrong]:
    return [] if each_of(wanted, came.intents) else [Wrong("intents", _listed(wanted), _listed(came.intents))]


def _roles(wanted: list[str], came: Came) -> list[Wrong]:
    return [] if tuple(wanted) == came.roles else [Wrong("roles", _listed(wanted), _listed(came.roles))]


def _roles_include(wanted: list[str], came: Came) -> list[Wrong]:
    missing = [role for role in wanted if role not in came.roles + came.named]
    return [Wrong("roles_include", _listed(missing), _listed(came.roles))] if missing else []


def _skills(wanted: list[str], came: Came) -> list[Wrong]:
    return [] if set(wanted) == set(came.skills) else [Wrong("skills", _listed(wanted), _listed(came.skills))]


def _outcome(wanted: str, came: Came) -> list[Wrong]:
    return [] if came.outcome in wanted.split("|") else [Wrong("outcome", wanted, came.outcome)]


def _contains(wanted: list[str], came: Came) -> list[Wrong]:
    return [Wrong("contains", f'"{each}"', "") for each in wanted if not contains(came.text, each)]


def _omits(unwanted: list[str], came: Came) -> list[Wrong]:
    return [Wrong("omits", f'"{each}"', f'"{each}"') for each in unwanted if contains(came.text, each)]


def _contains_one_of(alternatives: list[list[str]], came: Came) -> list[Wrong]:
    if any(all(contains(came.text, each) for each in wanted) for wanted in alternatives):
        return []
    return [Wrong("contains_one_of", " or ".join(_listed(each) for each in alternatives), "")]


def _without_roles(unwanted: list[str], came: Came) -> list[Wrong]:
    found = [role for role in unwanted if role in came.roles + came.named]
    return [Wrong("without_roles", _listed(found), _listed(found))] if found else []


def _without_skills(unwanted: list[str], came: Came) -> list[Wrong]:
    found = [skill for skill in unwanted if skill in came.skills]
    return [Wrong("without_skills", _listed(found), _listed(found))] if found else []


CHECKS: Mapping[str, Callable[[Any, Came], list[Wrong]]] = {
    "intents": _intents,
    "roles": _roles,
    "roles_include": _roles_include,
    "skills": _skills,
    "outcome": _outcome,
    "contains": _contains,
    "omits": _omits,
    "contains_one_of": _contains_one_of,
    "without_roles": _without_roles,
    "without_skills": _without_skills,
}
TEXTS = frozenset({"outcome", "why"})
"""Keys with one text; `contains_one_of` has lists of texts, all others have a list of them."""
