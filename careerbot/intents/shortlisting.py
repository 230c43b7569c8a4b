"""The roles that somebody keeps: each once, in the order they were kept, at most ten."""

from collections.abc import Iterable

MOST_KEPT = 10


def with_kept(shortlist: tuple[str, ...], roles: Iterable[str]) -> tuple[str, ...]:
    """The list with these roles behind it. What is kept stays where it is; what finds no room is left out."""
    return tuple(dict.fromkeys((*shortlist, *roles)))[:MOST_KEPT]


def without(shortlist: tuple[str, ...], roles: Iterable[str]) -> tuple[str, ...]:
    """The list without these roles, the others as they stood."""
    dropped = frozenset(roles)
    return tuple(role for role in shortlist if role not in dropped)
