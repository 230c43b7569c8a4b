"""The title most like a misspelt one, found by the pairs of letters that both have.

Strings that are alike share most pairs, and how many at least follows from their lengths. For each pair there is a row
with one bit for each title; adding up the rows of a title's pairs, all titles at once, leaves a handful to compare. So
the answer is that of comparing all, at about a hundredth of its cost.
"""

import math
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careerbot.bot.understanding.edits import ratios

_SET = re.compile(rb"[^\0]")
_ROUNDING = 1e-9


class _Range(NamedTuple):
    """Titles of one length, and the pairs that one of them must share to be alike."""

    first: int
    end: int
    shared: int


class Alike:
    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` as `collect` made it."""
        self._text: str = data["text"]
        self._ends = memoryview(data["ends"]).cast("I")
        self._ranks = memoryview(data["ranks"]).cast("I")
        self._firsts: Sequence[int] = data["firsts"]
        self._pairs: Mapping[str, int] = data["pairs"]
        self._rows: bytes = data["rows"]
        self._width = -(-len(self._ends) // 8)
        """Bytes of a row."""

    def best(self, text: str, cutoff: float) -> str | None:
        """The title with the highest ratio to the text, the first of equals; None if none reaches `cutoff`, above 0."""
        found = sorted(self._possible(text, cutoff), key=self._ranks.__getitem__)
        titles = [self._title(number) for number in found]
        best: tuple[float, str | None] = (0.0, None)
        for title, ratio in zip(titles, ratios(text, titles), strict=True):
            if ratio >= cutoff and ratio > best[0]:
                best = ratio, title
        return best[1]

    def _possible(self, text: str, cutoff: float) -> Iterator[int]:
        """Numbers of titles that share enough pairs with the text, all that reach the cutoff and a few more."""
        ranges = list(self._ranges(len(text), cutoff))
        if not ranges:
            return
        low, high = ranges[0].first // 8, -(-ranges[-1].end // 8)
        rows = (self._pairs.get(pair) for pair in pairs(text))
        sums = _added(
            int.from_bytes(self._rows[row * self._width + low : row * self._width + high], "little")
            for row in rows
            if row is not None
        )
        enough: dict[int, int] = {}
        for first, end, shared in ranges:
            if shared not in enough:
                enough[shared] = _at_least(shared, sums, (high - low) * 8)
            alike = enough[shared] >> (first - low * 8) & ((1 << end - first) - 1)
            if alike:
                yield from (first + place for place in _places(alike))

    def _ranges(self, length: int, cutoff: float) -> Iterator[_Range]:
        furthest = 1 - cutoff / 100
        shortest = math.ceil(length * (1 - furthest) / (1 + furthest) - _ROUNDING)
        longest = (
            math.floor(length * (1 + furthest) / (1 - furthest) + _ROUNDING) if furthest < 1 else len(self._firsts)
        )
        for other in range(shortest, min(longest, len(self._firsts) - 2) + 1):
            first, end = self._firsts[other], self._firsts[other + 1]
            if first < end:
                yield _Range(first, end, _shared(length, other, furthest))

    def _title(self, number: int) -> str:
        return self._text[self._ends[number - 1] if number else 0 : self._ends[number]]


def collect(titles: Iterable[str]) -> dict[str, Any]:
    """Data for Alike; of equals, earlier titles win."""
    given = list(dict.fromkeys(titles))
    order = sorted(range(len(given)), key=lambda rank: (len(given[rank]), rank))
    ordered = [given[rank] for rank in order]
    width = -(-len(ordered) // 8)
    rows: dict[str, bytearray] = {}
    ends = array("I")
    for number, title in enumerate(ordered):
        ends.append((ends[-1] if ends else 0) + len(title))
        for pair in pairs(title):
            rows.setdefault(pair, bytearray(width))[number >> 3] |= 1 << (number & 7)
    lengths = [len(title) for title in ordered]
    return {
        "text": "".join(ordered),
        "ends": ends.tobytes(),
        "ranks": array("I", order).tobytes(),
        "firsts": tuple(bisect_left(lengths, length) for length in range(max(lengths, default=0) + 2)),
        "pairs": {pair: row for row, pair in enumerate(rows)},
        "rows": b"".join(rows.values()),
    }


def pairs(text: str) -> list[str]:
    """Neighboring letters, the borders included; the second "en" of a title is another pair than its first."""
    padded = f" {text} "
    seen: Counter[str] = Counter()
    found = []
    for start in range(len(padded) - 1):
        pair = padded[start : start + 2]
        found.append(f"{pair}{seen[pair]}" if seen[pair] else pair)
        seen[pair] += 1
    return found


def _shared(length: int, other: int, furthest: float) -> int:
    """Pairs that strings of these lengths share at least, if at most this share of their letters has no partner.

    A letter without partner breaks two pairs of its own string; where it stands, at most one of the other's.
    """
    apart = math.floor(furthest * (length + other) + _ROUNDING)
    apart -= (apart - length + other) % 2
    own = (length - other + apart) // 2
    others = apart - own
    return max(length + 1 - 2 * own - others, other + 1 - 2 * others - own, 0)


def _added(rows: Iterable[int]) -> list[int]:
    """How many rows have each bit set: as binary numbers, one digit of all of them in each item, the lowest first."""
    sums: list[int] = []
    for row in rows:
        carry = row
        for digit, so_far in enumerate(sums):
            sums[digit] = so_far ^ carry
            carry &= so_far
        if carry:
            sums.append(carry)
    return sums


def _at_least(number: int, sums: list[int], width: int) -> int:
    """The bits whose sum is this number or more."""
    if number >> len(sums):
        return 0
    more, equal = 0, (1 << width) - 1
    for digit in range(len(sums) - 1, -1, -1):
        if number >> digit & 1:
            equal &= sums[digit]
        else:
            more |= equal & sums[digit]
            equal &= ~sums[digit]
    return more | equal


def _places(bits: int) -> Iterator[int]:
    """Which bits are set."""
    packed = bits.to_bytes(-(-bits.bit_length() // 8), "little")
    for match in _SET.finditer(packed):
        byte = packed[match.start()]
        yield from (match.start() * 8 + place for place in range(8) if byte >> place & 1)
