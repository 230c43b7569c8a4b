"""A store that goes on while it fails: the process remembers meanwhile, and hands over what it has afterwards.

For a process that is alone with its store: nobody else can have written anything newer in the meantime.
"""

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from careerbot.bot.memory import Memory
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.in_process_records import InProcessRecordStore
from careerbot.bot.stores.records import Kept, Opening, Record, RecordStore, Since

T = TypeVar("T")

AGAIN = 1.0
"""Seconds between two tries to hand over: a full disk is not to be tried with every message."""


class EnduringStore(RecordStore):
    """Raises StoreError from `forget_person` alone: nobody is told to be forgotten who is not."""

    def __init__(
        self,
        store: RecordStore,
        failed: Callable[[StoreError], None] = lambda _: None,
        mended: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`failed` is told of every failure, `mended` that all is well again and everything handed over."""
        self.far = store.far
        self._store = store
        self._failed = failed
        self._mended = mended
        self._clock = clock
        self._meanwhile = InProcessRecordStore()
        self._dropped: set[tuple[str, str]] = set()
        self._moment = 0
        self._forgotten: dict[str, int] = {}
        """Person -> the moment: the process is alone, so it knows of every forgetting while it is at work."""
        self._behind = False
        """The process has something that the store does not have."""
        self._failing = False
        self._tried = float("-inf")
        self._lock = threading.RLock()

    def works(self) -> bool:
        """Whether the store has everything and can be read."""
        self.recall("probe", "probe")
        return not self._failing

    def load(self, conversation: str) -> Memory:
        known = self._meanwhile.knows(conversation)
        return self._read(lambda store: store.load(conversation), known)

    def save(self, conversation: str, memory: Memory) -> None:
        self.keep([], {conversation: memory})

    def forget(self, conversation: str) -> None:
        self._write(lambda store: store.forget(conversation), lambda: self._meanwhile.save(conversation, Memory()))

    def open(self, kind: str, key: str, conversation: str) -> Opening:
        if self._handed_over():  # in one look
            try:
                found = self._store.open(kind, key, conversation)
            except StoreError as error:
                self._fail(error)
                found = self._meanwhile.open(kind, key, conversation)
            else:
                self._recover()
            return Opening(found.value, found.memory, self._moment)
        return Opening(self.recall(kind, key), self.load(conversation), self._moment)

    def recall(self, kind: str, key: str) -> str | None:
        if (kind, key) in self._dropped:
            return None
        known = self._meanwhile.recall(kind, key) is not None
        return self._read(lambda store: store.recall(kind, key), known)

    def recall_all(self, kind: str) -> dict[str, str]:
        found = self._read(lambda store: store.recall_all(kind)) | self._meanwhile.recall_all(kind)
        return {key: value for key, value in found.items() if (kind, key) not in self._dropped}

    def keep(
        self, records: Iterable[Record], memories: Mapping[str, Memory] | None = None, since: Since | None = None
    ) -> None:
        one = self._wanted(Kept(list(records), memories or {}, since))
        self._write(lambda store: store.keep(one.records, one.memories), lambda: self._keep_meanwhile(one))

    def keep_all(self, several: Sequence[Kept]) -> None:
        wanted = [self._wanted(each) for each in several]

        def instead() -> None:
            for each in wanted:
                self._keep_meanwhile(each)

        self._write(lambda store: store.keep_all(wanted), instead)

    def drop(self, kind: str, key: str) -> None:
        def instead() -> None:
            self._meanwhile.drop(kind, key)
            self._dropped.add((kind, key))

        self._write(lambda store: store.drop(kind, key), instead)

    def forget_person(self, person: str) -> None:
        with self._lock:
            self._moment += 1
            self._forgotten[person] = self._moment
            self._meanwhile.forget_person(person)
        self._store.forget_person(person)

    def close(self) -> None:
        """The last chance to hand over. The store itself is closed by whoever opened it."""
        self._tried = float("-inf")
        self._handed_over()

    # ----------------------------------------------------------------------------------------------------------

    def _wanted(self, kept: Kept) -> Kept:
        """Without what is of somebody who was forgotten in the meantime."""
        if kept.since and self._forgotten.get(kept.since.person, 0) > kept.since.moment:
            return Kept([each for each in kept.records if not each.person])
        return Kept(kept.records, kept.memories)

    def _keep_meanwhile(self, kept: Kept) -> None:
        self._meanwhile.keep(kept.records, kept.memories)
        self._dropped.difference_update((each.kind, each.key) for each in kept.records)

    def _read(self, find: Callable[[RecordStore], T], known: bool = False) -> T:
        """`known`: the process has it, and newer than the store."""
        if not self._handed_over() and known:
            return find(self._meanwhile)
        try:
            found = find(self._store)
        except StoreError as error:
            self._fail(error)
            return find(self._meanwhile)
        self._recover()
        return found

    def _write(self, work: Callable[[RecordStore], None], instead: Callable[[], None]) -> None:
        if self._handed_over():
            try:
                work(self._store)
            except StoreError as error:
                self._fail(error)
            else:
                self._recover()
                return
        with self._lock:
            instead()
            self._behind = True

    def _handed_over(self) -> bool:
        """Whether the store has everything; tried from time to time."""
        if not self._behind:
            return True
        with self._lock:
            if not self._behind or self._clock() - self._tried < AGAIN:
                return not self._behind
            self._tried = self._clock()
            try:
                self._store.keep(*self._meanwhile.held())
                for kind, key in self._dropped:
                    self._store.drop(kind, key)
            except StoreError as error:
                self._fail(error)
                return False
            self._meanwhile.close()
            self._dropped.clear()
            self._behind = False
        self._recover()
        return True

    def _fail(self, error: StoreError) -> None:
        self._failing = True
        self._failed(error)

    def _recover(self) -> None:
        if self._failing and not self._behind:
            self._failing = False
            self._mended()
