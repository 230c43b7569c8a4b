"""How far strings are apart, for the few that an index leaves to compare.

rapidfuzz is fast, but takes 30 ms to import, twice what Python itself needs to start. So a process compares its first
strings in plain Python, and one that lives on imports rapidfuzz. Both give the same figures.
"""

from collections.abc import Sequence

IN_PLAIN_PYTHON = 1_000
"""Comparisons, some ten microseconds each, before rapidfuzz is worth its import."""


class _Count:
    """How many strings this process has compared."""

    compared = 0


def edits(one: str, others: Sequence[str], most: int) -> list[int]:
    """Letters left out, put in, changed or swapped with a neighbour, to each of the others; `most` + 1 for more."""
    if not _is_worth_an_import(len(others)):
        return [_alignment(one, other, most) for other in others]
    from rapidfuzz.distance import OSA

    return [OSA.distance(one, other, score_cutoff=most) for other in others]


def ratios(one: str, others: Sequence[str]) -> list[float]:
    """Share of letters in common and in order with each of the others, 0 to 100."""
    if not _is_worth_an_import(len(others)):
        return _shares(one, others)
    from rapidfuzz.fuzz import ratio

    return [ratio(one, other) for other in others]


def _is_worth_an_import(comparisons: int) -> bool:
    _Count.compared += comparisons
    return _Count.compared > IN_PLAIN_PYTHON


def _alignment(one: str, other: str, most: int) -> int:
    """Optimal string alignment, row by row, of what is between a common beginning and a common end."""
    start = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one):
        earlier, before, row = before, row, [place + 1]
        for column, letter_of_other in enumerate(other):
            least = min(before[column + 1] + 1, row[column] + 1, before[column] + (letter != letter_of_other))
            if place and column and letter == other[column - 1] and one[place - 1] == letter_of_other:
                least = min(least, earlier[column - 1] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _shares(one: str, others: Sequence[str]) -> list[float]:
    """By the longest common subsequence, with one bit for each letter of `one` (Hyyrö)."""
    masks: dict[str, int] = {}
    for place, letter in enumerate(one):
        masks[letter] = masks.get(letter, 0) | 1 << place
    whole = (1 << len(one)) - 1
    found = []
    for other in others:
        unmatched = whole
        for letter in other:
            matched = unmatched & masks.get(letter, 0)
            unmatched = (unmatched + matched) | (unmatched - matched)
        both = len(one) + len(other)
        common = len(one) - (unmatched & whole).bit_count()
        found.append(100 * (1 - (both - 2 * common) / both) if both else 100.0)
    return found
