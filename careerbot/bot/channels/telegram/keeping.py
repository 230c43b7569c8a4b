"""The store, as this channel uses it. While it fails, the bot answers on and remembers within the process."""

import json
import logging
from collections.abc import Callable
from typing import Any, TypeVar

from careerbot.bot.channels.telegram.exchanges import Exchange
from careerbot.bot.channels.telegram.places import Place
from careerbot.bot.memory import Memory
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.in_process_records import InProcessRecordStore
from careerbot.bot.stores.records import DAY, Record, RecordStore

log = logging.getLogger(__name__)

T = TypeVar("T")

ANSWERED_DAYS = 2
"""Telegram delivers a message again for a day at most."""
EXCHANGE_DAYS = 7
FOREVER = 3_650 * DAY


class Keeping:
    def __init__(self, store: RecordStore, bot: int = 0) -> None:
        """`bot`: the bot's id. Update ids and file ids mean something to one bot only."""
        self.bot = bot
        self._store = store
        self._meanwhile = InProcessRecordStore()
        self._failing = False
        self._forgotten: dict[str, int] = {}

    # Updates --------------------------------------------------------------------------------------------------

    def answered(self, update: int) -> bool:
        return self._try(lambda store: store.recall("answered", self._own(update))) is not None

    def mark_answered(self, update: int) -> None:
        self._try(lambda store: store.keep([self._mark(update)]))

    def set_aside(self, update: int, raw: dict[str, Any], person: str) -> bool:
        """Keep an update that cannot be finished soon. False when that failed."""
        text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
        try:
            self._store.keep([Record("waiting", self._own(update), text, person)])
        except StoreError as error:
            self._tell(error)
            return False
        return True

    def drop_aside(self, update: int) -> None:
        self._try(lambda store: store.drop("waiting", self._own(update)))

    def left_waiting(self) -> list[dict[str, Any]]:
        """Updates that an earlier run had set aside and did not finish, oldest first."""
        kept = self._try(lambda store: store.recall_all("waiting"))
        return [json.loads(text) for key, text in kept.items() if key.startswith(f"{self.bot}:")]

    # Conversations --------------------------------------------------------------------------------------------

    def memory(self, conversation: str) -> Memory:
        return self._try(lambda store: store.load(conversation))

    def conversation(self, place: Place) -> str:
        """Its id. A group that became a supergroup keeps the conversations it had under its old number."""
        if place.private:
            return place.conversation
        old = self._try(lambda store: store.recall("moved", str(place.chat)))
        return Place(int(old), place.person, place.thread).conversation if old else place.conversation

    def moved(self, old: int, new: int) -> None:
        self._try(lambda store: store.keep([Record("moved", str(new), str(old), seconds=FOREVER)]))

    def exchange(self, key: str) -> Exchange | None:
        """The exchange that this message, of the person or of ours, belongs to."""
        text = self._try(lambda store: store.recall("exchange", key))
        return Exchange.from_json(text) if text else None

    def finish(
        self, update: int, place: Place, exchange: Exchange, after: Memory | None, asked_in: int | None, since: int
    ) -> None:
        """All that an answered update leaves behind, at once. `since`: see `forgotten_times`.

        `asked_in`: the person's message. `after`: what to remember; None leaves the conversation as it is.
        """
        if since != self.forgotten_times(place.person):
            self.mark_answered(update)
            return
        text = exchange.to_json()
        messages = [sent.message for sent in exchange.sent] + ([asked_in] if asked_in else [])
        records = [self._mark(update)]
        records += [
            Record("exchange", place.key(message), text, exchange.person, EXCHANGE_DAYS * DAY)
            for message in dict.fromkeys(messages)
        ]
        memories = {} if after is None else {exchange.conversation: after}
        self._try(lambda store: store.keep(records, memories))

    def start_over(self, conversation: str) -> None:
        self._try(lambda store: store.forget(conversation))

    # People ---------------------------------------------------------------------------------------------------

    def forget_person(self, person: str) -> None:
        """Raises StoreError when it could not be done."""
        self._forgotten[person] = self.forgotten_times(person) + 1
        self._meanwhile.forget_person(person)
        self._store.forget_person(person)

    def forgotten_times(self, person: str) -> int:
        """How often the person was forgotten in this run: an answer begun before must not bring anything back."""
        return self._forgotten.get(person, 0)

    def note(self, kind: str, key: str, value: str, person: str = "", seconds: int = DAY) -> None:
        self._try(lambda store: store.keep([Record(kind, self._own(key), value, person, seconds)]))

    def noted(self, kind: str, key: str) -> str | None:
        return self._try(lambda store: store.recall(kind, self._own(key)))

    def drop(self, kind: str, key: str) -> None:
        self._try(lambda store: store.drop(kind, self._own(key)))

    # ----------------------------------------------------------------------------------------------------------

    def _own(self, key: object) -> str:
        return f"{self.bot}:{key}"

    def _mark(self, update: int) -> Record:
        return Record("answered", self._own(update), "", seconds=ANSWERED_DAYS * DAY)

    def _try(self, work: Callable[[RecordStore], T]) -> T:
        try:
            result = work(self._store)
        except StoreError as error:
            self._tell(error)
            return work(self._meanwhile)
        if self._failing:
            self._failing = False
            log.warning("The store works again")
        return result

    def _tell(self, error: StoreError) -> None:
        """One line for a store that fails, not one for each message."""
        if not self._failing:
            log.error("%s Answering goes on; nothing is remembered beyond this run", error)
        self._failing = True
