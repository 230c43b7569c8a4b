"""Names of roles that a slip of the finger turns into another's, by the same index that reads misspelt titles."""

from collections.abc import Iterator

from careerbot.bot.understanding.alike import Alike, collect
from careerbot.bot.understanding.edits import edits
from careerbot.bot.understanding.names import SHORTEST_TITLE, key
from careerbot.bot.understanding.titles import CUTOFF
from careerbot.knowledge.agreement import Files
from careerbot.knowledge.claims import Claim, names_of_roles
from careerbot.knowledge.problems import Problem

TOO_CLOSE = 1
"""Edits between two names from which on one slip makes one of the other."""


def too_close(files: Files, told: set[frozenset[str]]) -> Iterator[Problem]:
    """A name of a role that is one slip away from a name of another role, or of a title that is not covered.

    Not where each side has the words that differ in several of its names ("web", "web3"): these are words of their own,
    and the names are told apart as often as they are read.

    `told`: pairs that were told before, in another language; these are added to.
    """
    claims: dict[str, Claim] = {}
    for claim in names_of_roles(files):
        claims.setdefault(key(claim.name), claim)
    by_owner: dict[str, list[str]] = {}
    for name, claim in claims.items():
        if len(name) >= SHORTEST_TITLE:
            by_owner.setdefault(claim.owner, []).append(name)
    for owner, names in by_owner.items():
        if not owner.startswith("the role"):
            continue
        others = Alike(collect(name for other, theirs in by_owner.items() if other != owner for name in theirs))
        for name in names:
            near = others.best(name, CUTOFF)
            if near is None or edits(name, [near], TOO_CLOSE)[0] > TOO_CLOSE or frozenset((name, near)) in told:
                continue
            if _tells_apart(name, near, names) and _tells_apart(near, name, by_owner[claims[near].owner]):
                continue
            told.add(frozenset((name, near)))
            one, other = claims[name], claims[near]
            yield _told(*((other, one) if one.lies_under(other) else (one, other)))


def _tells_apart(name: str, other: str, names: list[str]) -> bool:
    """Whether the words that only this name of the two has stand in further names of its owner."""
    words = set(name.split()) - set(other.split())
    return bool(words) and all(sum(word in each.split() for each in names) > 1 for word in words)


def _told(claim: Claim, other: Claim) -> Problem:
    where = other.document.where(other.place)
    what = f'"{claim.name}" is one slip away from "{other.name}" of {other.owner} ({where})'
    fix = "A typing error turns one into the other: leave this name out, or use a longer one."
    return claim.document.problem(claim.place, what, fix, "warning", "names-too-close")
