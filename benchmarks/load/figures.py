"""What was measured, as numbers to compare."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Figures:
    answered: int = 0
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    """Seconds from an update's coming to its being confirmed."""
    told_to_come_back: int = 0
    """Replies of 503."""
    refused: int = 0
    """Replies that were neither 200 nor 503, and connections that broke."""
    sent: int = 0
    """Messages that the bot sent."""
    cpu: float = 0.0
    """Seconds of the processors that the bot used."""
    visitors: float = 0.0
    """The visitors' share of one core: far below 1, or it is they that were measured."""

    @property
    def rate(self) -> float:
        """Updates answered a second."""
        return self.answered / self.seconds if self.seconds else 0.0

    @property
    def cost(self) -> float:
        """Milliseconds of processor time for one update."""
        return self.cpu / self.answered * 1_000 if self.answered else 0.0

    def wait(self, part: float) -> float:
        """Milliseconds in which this part of the updates was confirmed."""
        return quantile(self.waits, part) * 1_000


def quantile(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else 0.0


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """In Markdown."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
