"""What the operator has chosen for themselves: who they are here, and whether misses are kept."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerbot.bot.misses.notebook import Notebook

if TYPE_CHECKING:
    from careerbot.bot.service_settings import ServiceSettings


@dataclass(frozen=True, slots=True)
class Operating:
    operators: frozenset[int] = frozenset()
    """Numbers of their accounts."""
    notebook: Notebook | None = None
    """None where misses are not kept."""

    @classmethod
    def of(cls, settings: "ServiceSettings") -> "Operating":
        numbers = (settings.operators or "").split(",")
        return cls(
            frozenset(int(number) for number in numbers if number.strip()),
            Notebook(settings.misses_days) if settings.keep_misses == "on" else None,
        )

    def operates(self, person: str) -> bool:
        """`person`: telegram:<number>"""
        number = person.partition(":")[2]
        return number.isdecimal() and int(number) in self.operators
