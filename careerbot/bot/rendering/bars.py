"""Pay ranges as bars of characters on one common scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from careerbot.intents.base import PayRange

STEP = 10_000
"""The scale starts and ends at multiples of this many dollars."""


@dataclass(frozen=True, slots=True)
class Strokes:
    line: str
    arrow: str
    """Ends a range that has no upper bound."""


UNICODE = Strokes("━", "▶")
ASCII = Strokes("=", ">")


@dataclass(frozen=True, slots=True)
class Scale:
    """`width` characters from `low` to `high` dollars; the last one is kept for an arrow."""

    low: int
    high: int
    width: int

    @classmethod
    def over(cls, ranges: Sequence[PayRange], width: int) -> "Scale":
        low = min(pay.low for pay in ranges) // STEP * STEP
        high = -(-max(pay.high for pay in ranges) // STEP) * STEP
        return cls(low, max(high, low + STEP), width)

    def bar(self, pay: PayRange, strokes: Strokes = UNICODE) -> str:
        start, end = self._cell(pay.low), self._cell(pay.high)
        line = strokes.line * max(end - start, 1)
        return " " * start + line + (strokes.arrow if pay.open_ended else "")

    def ends(self) -> str:
        """What the left and the right end of the scale stand for."""
        left, right = f"${self.low // 1000}k", f"${self.high // 1000}k"
        return left + right.rjust(self.width - 1 - len(left))

    def _cell(self, dollars: int) -> int:
        return round((dollars - self.low) / (self.high - self.low) * (self.width - 1))
