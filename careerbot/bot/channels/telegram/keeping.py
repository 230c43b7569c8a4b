"""The store, as this channel uses it.

A process that is alone answers on while the store fails, and hands over later what it remembered meanwhile. With a
store that others share, an update is to come again; what is already said waits until the store has taken note of it.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from careerbot.bot.channels.telegram.events import Events, this_turn
from careerbot.bot.channels.telegram.exchanges import Exchange
from careerbot.bot.channels.telegram.gathering import Gathering
from careerbot.bot.channels.telegram.places import Place
from careerbot.bot.memory import Memory
from careerbot.bot.stores.enduring import AGAIN, EnduringStore
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.records import DAY, Kept, Record, RecordStore, Since
from careerbot.bot.stores.sharing import Sharing

log = logging.getLogger(__name__)

T = TypeVar("T")

ANSWERED_DAYS = 2
"""Telegram delivers a message again for a day at most."""
EXCHANGE_DAYS = 7
THREADS = 32
"""Calls to a store over a network that can be under way at once."""
ANSWERING_GOES_ON = "Answering goes on; until then nothing is remembered beyond this run"
FOREVER = 3_650 * DAY


class Keeping:
    def __init__(self, store: RecordStore, bot: int = 0, needed: bool = False, events: Events | None = None) -> None:
        """`bot`: the bot's id. Update ids and file ids mean something to one bot only.

        `needed`: nothing is answered without the store. For whoever can have updates brought again.
        """
        self.bot = bot
        self.needed = needed
        self.events = events or Events()
        self.sharing = store if isinstance(store, Sharing) else None
        self._threads = ThreadPoolExecutor(THREADS, "store") if store.far else None
        self._store = store
        self._enduring = EnduringStore(store, self._tell, self._mended)
        self._gathering = Gathering(self._enduring.keep_all) if not (needed or store.far) else None
        self.failing = False
        """The last call to the store failed."""

    async def try_out(self) -> None:
        """Have it told at the start, not with the first message, when nothing can be kept."""
        with suppress(StoreError):
            await self._try(lambda store: store.keep([Record("probe", self._own("start"), "", seconds=1)]), first=True)

    async def works(self) -> bool:
        """Whether everything is kept that is to be kept."""
        if not self.needed:
            return await self._on(self._enduring, lambda _: self._enduring.works())
        try:
            await self.reach(lambda store: store.recall("probe", "probe"))
        except StoreError:
            return False
        return True

    # Updates --------------------------------------------------------------------------------------------------

    async def begin(self, update: int, conversation: str) -> bool:
        """Whether it was answered before. Raises StoreError when that cannot be known and the store is needed.

        What the turn begins with is read along with it.
        """
        turn, mark = this_turn(), self.mark(update)
        if turn.opening is None:
            turn.opening = await self._try(lambda store: store.open(mark.kind, mark.key, conversation), first=True)
        return turn.opening.value is not None

    async def mark_answered(self, update: int) -> None:
        if this_turn().marked:
            return  # with all else that the answer left behind
        await self._try(lambda store: store.keep([self.mark(update)]))

    async def set_aside(self, update: int, raw: dict[str, Any], person: str) -> bool:
        """Keep an update that cannot be finished soon. False when that failed."""
        text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
        try:
            await self.reach(lambda store: store.keep([Record("waiting", self._own(update), text, person)]))
        except StoreError:
            return False
        return True

    async def drop_aside(self, update: int) -> None:
        await self._try(lambda store: store.drop("waiting", self._own(update)))

    async def left_waiting(self) -> list[dict[str, Any]]:
        """Updates that an earlier run had set aside and did not finish, oldest first."""
        kept = await self._try(lambda store: store.recall_all("waiting"))
        return [json.loads(text) for key, text in kept.items() if key.startswith(f"{self.bot}:")]

    # Conversations --------------------------------------------------------------------------------------------

    async def memory(self, conversation: str) -> Memory:
        turn = this_turn()
        if turn.opening and turn.conversation == conversation:
            return turn.opening.memory
        return await self._try(lambda store: store.load(conversation), first=True)

    async def conversation(self, place: Place) -> str:
        """Its id. A group that became a supergroup keeps the conversations it had under its old number."""
        if place.private:
            return place.conversation
        old = await self._try(lambda store: store.recall("moved", str(place.chat)), first=True)
        return Place(int(old), place.person, place.thread).conversation if old else place.conversation

    async def moved(self, old: int, new: int) -> None:
        await self._try(lambda store: store.keep([Record("moved", str(new), str(old), seconds=FOREVER)]))

    async def exchange(self, key: str) -> Exchange | None:
        """The exchange that this message, of the person or of ours, belongs to."""
        text = await self._try(lambda store: store.recall("exchange", key), first=True)
        return Exchange.from_json(text) if text else None

    async def latest(self, conversation: str) -> Exchange | None:
        """The last exchange of an operator's conversation."""
        text = await self._try(lambda store: store.recall("latest", conversation), first=True)
        return Exchange.from_json(text) if text else None

    async def finish(
        self,
        update: int,
        place: Place,
        exchange: Exchange,
        after: Memory | None,
        asked_in: int | None,
        more: Iterable[Record] = (),
    ) -> None:
        """All that an answered update leaves behind, at once; of somebody forgotten in the meantime, only its mark.

        `asked_in`: the person's message. `after`: what to remember; None leaves the conversation as it is.
        `more`: what else there is to keep of it.
        """
        text = exchange.to_json()
        messages = [sent.message for sent in exchange.sent] + ([asked_in] if asked_in else [])
        records = [self.mark(update)]
        records += [
            Record("exchange", place.key(message), text, exchange.person, EXCHANGE_DAYS * DAY)
            for message in dict.fromkeys(messages)
        ]
        records += more
        memories = {} if after is None else {exchange.conversation: after}
        turn = this_turn()
        kept = Kept(records, memories, _since(place.person), turn.holds)
        if self._gathering:
            await self._gathering.keep(kept)
        else:
            await self._try(lambda store: store.keep_all([kept]))
        turn.marked, turn.holds = True, None

    async def start_over(self, conversation: str) -> None:
        await self._try(lambda store: store.forget(conversation))

    # People ---------------------------------------------------------------------------------------------------

    async def forget_person(self, person: str) -> None:
        """Raises StoreError when it could not be done."""
        store = self._store if self.needed else self._enduring
        await self._on(store, lambda store: store.forget_person(person))

    async def keep(self, record: Record, person: str) -> None:
        """Unless the person was forgotten since the turn began."""
        since = _since(person)
        await self._try(lambda store: store.keep([record], since=since))

    async def note(self, kind: str, key: str, value: str, person: str = "", seconds: int = DAY) -> None:
        await self.keep(Record(kind, self._own(key), value, person, seconds), person)

    async def noted(self, kind: str, key: str) -> str | None:
        return await self._try(lambda store: store.recall(kind, self._own(key)))

    async def drop(self, kind: str, key: str) -> None:
        await self._try(lambda store: store.drop(kind, self._own(key)))

    async def drop_record(self, record: Record) -> None:
        await self._try(lambda store: store.drop(record.kind, record.key))

    # ----------------------------------------------------------------------------------------------------------

    def _own(self, key: object) -> str:
        return f"{self.bot}:{key}"

    def mark(self, update: int) -> Record:
        """That this update is answered."""
        return Record("answered", self._own(update), "", seconds=ANSWERED_DAYS * DAY)

    async def reach(self, work: Callable[[RecordStore], T]) -> T:
        """The work on the store itself, without holding up anybody else. Raises StoreError."""
        if not self.needed:
            return await self._on(self._store, work)
        try:
            result = await self._on(self._store, work)
        except StoreError as error:
            self._tell(error)
            raise
        self._mended()
        return result

    async def _on(self, store: RecordStore, work: Callable[[RecordStore], T]) -> T:
        if self._threads is None:
            return work(store)
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, store)

    def close(self) -> None:
        if self._threads:
            self._threads.shutdown()
        self._enduring.close()

    async def _try(self, work: Callable[[RecordStore], T], first: bool = False) -> T:
        """`first`: it comes before anything is said, so an update can still be brought again."""
        if not self.needed:
            return await self._on(self._enduring, work)
        while True:
            try:
                return await self.reach(work)
            except StoreError:
                if first:
                    raise
            await asyncio.sleep(AGAIN)

    def _tell(self, error: StoreError) -> None:
        """One line for a store that fails, not one for each message."""
        self.events.store_failed(error.reason)
        if not self.failing:
            goes_on = "Updates are to come again" if self.needed else ANSWERING_GOES_ON
            log.error("%s %s", error, goes_on)
        self.failing = True

    def _mended(self) -> None:
        if self.failing:
            log.warning("The store works again")
        self.failing = False


def _since(person: str) -> Since | None:
    """When this turn began, for what it keeps of the person."""
    opening = this_turn().opening
    return Since(person, opening.moment) if opening and person else None
