"""What was not understood at this terminal, and what the person there thinks of answers, where they want it kept."""

from secrets import token_hex
from typing import TYPE_CHECKING

from careerbot.bot.misses.miss import Told
from careerbot.bot.misses.notebook import Notebook
from careerbot.bot.stores.records import RecordStore

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser
    from careerbot.bot.memory import Memory
    from careerbot.intents.base import Answer

PERSON = "terminal"


class Misses:
    """Every call may raise StoreError."""

    def __init__(self, adviser: "Adviser", store: RecordStore, notebook: Notebook | None) -> None:
        """`notebook`: None where nothing is kept; what was kept before can be forgotten all the same."""
        self._adviser = adviser
        self._store = store
        self._notebook = notebook
        self._last: tuple[Told, str] | None = None

    @property
    def kept(self) -> bool:
        return self._notebook is not None

    def heard(self, text: str, answer: "Answer", after: "Memory") -> None:
        """Keep it if it was not understood well. `after`: the memory after it."""
        told = Told.of(text, answer, self._adviser.heard_in(after))
        name = f"terminal:{token_hex(8)}"
        self._last = told, name
        records = self._notebook.missed(self._adviser, told, name, PERSON) if self._notebook else ()
        if records:
            self._store.keep(records)

    def judged(self, good: bool) -> bool:
        """Keep what the person thinks of the last answer; False when there is none."""
        if self._notebook is None or self._last is None:
            return False
        self._store.keep([self._notebook.judged(self._adviser, self._last[0], good, self._last[1], PERSON)])
        return True

    def start_over(self) -> None:
        """There is no last answer any more."""
        self._last = None

    def forget(self) -> None:
        self._store.forget_person(PERSON)
