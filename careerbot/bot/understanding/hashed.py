"""Keys and their numbers, packed in bytes: a hundred thousand of them load as fast as ten.

A dictionary of that size takes a tenth of a second to read from disk; here a look-up reads the few bytes it needs.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zlib import crc32

CROWDED = 1
"""Numbers that share a slot, on average: more make the index smaller and bring more strangers."""
_SMALL = 1 << 16


class Hashed:
    def __init__(self, data: Mapping[str, Any]) -> None:
        """`data` as `packed` made it."""
        self._starts = memoryview(data["starts"]).cast("I")
        self._numbers: Sequence[int] = memoryview(data["numbers"]).cast(data["type"])
        self._mask = len(self._starts) - 2

    def get(self, key: str) -> Sequence[int]:
        """The numbers of this key, in the order they were given, among those of strangers that share its slot."""
        slot = _slot(key, self._mask)
        return self._numbers[self._starts[slot] : self._starts[slot + 1]]


def packed(pairs: Iterable[tuple[str, int]]) -> dict[str, Any]:
    """Data for Hashed from keys and numbers. A key may have several numbers."""
    given = list(pairs)
    slots = 1
    while slots * CROWDED < len(given):
        slots *= 2
    filled: list[list[int]] = [[] for _ in range(slots)]
    for key, number in given:
        filled[_slot(key, slots - 1)].append(number)
    starts = array("I", [0])
    numbers = array("H" if all(number < _SMALL for _, number in given) else "I")
    for own in filled:
        numbers.extend(own)
        starts.append(len(numbers))
    return {"starts": starts.tobytes(), "numbers": numbers.tobytes(), "type": numbers.typecode}


def _slot(key: str, mask: int) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) & mask
