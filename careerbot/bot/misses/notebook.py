"""Takes note of misses for a channel, where the operator wants them kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from careerbot.bot.misses.miss import DAYS, Miss, Told, Why, reason
from careerbot.bot.stores.records import Record

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser


def today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Notebook:
    """Makes the records; keeping them is the channel's. `name`: of a message, unlike any other's."""

    days: int = DAYS
    """For which each is kept."""
    clock: Callable[[], date] = today

    def missed(self, adviser: "Adviser", told: Told, name: str, person: str) -> tuple[Record, ...]:
        """The record of a message, if it was not understood well."""
        why = reason(told)
        return (self._record(adviser, told, why, name, person),) if why else ()

    def judged(self, adviser: "Adviser", told: Told, good: bool, name: str, person: str) -> Record:
        """The record of a thumb up or down; a later one about the same message takes its place."""
        return self._record(adviser, told, "good" if good else "bad", f"{name}:judged", person)

    def _record(self, adviser: "Adviser", told: Told, why: Why, name: str, person: str) -> Record:
        from careerbot.bot.misses.stripping import stripped  # late: most turns have nothing to strip

        text = stripped(told.text, adviser.mind(told.language).lexicon)
        miss = Miss(text, why, told.intents, told.confidence, self.clock(), told.language)
        return miss.record(name, person, self.days)
