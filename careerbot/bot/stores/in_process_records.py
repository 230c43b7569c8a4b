"""Memory and records that end with the process."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from math import ceil

from careerbot.bot.memory import Memory
from careerbot.bot.stores.in_process import InProcessStore
from careerbot.bot.stores.records import FORGETTING, Opening, Record, RecordStore, Since, without_name

SWEPT_EVERY = 1_000
"""Records kept between two sweeps of ended ones."""


class InProcessRecordStore(InProcessStore, RecordStore):
    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._clock = clock
        self._records: dict[tuple[str, str], tuple[Record, float]] = {}
        self._kept = 0
        self._moment = 0
        self._forgotten: dict[str, tuple[int, float]] = {}
        """Person -> the moment, and when that is no longer known."""

    def open(self, kind: str, key: str, conversation: str) -> Opening:
        return Opening(self.recall(kind, key), self.load(conversation), self._moment)

    def recall(self, kind: str, key: str) -> str | None:
        record, ends = self._records.get((kind, key), (None, 0.0))
        return record.value if record and ends > self._clock() else None

    def recall_all(self, kind: str) -> dict[str, str]:
        now = self._clock()
        return {
            record.key: record.value for record, ends in self._records.values() if record.kind == kind and ends > now
        }

    def keep(
        self, records: Iterable[Record], memories: Mapping[str, Memory] | None = None, since: Since | None = None
    ) -> None:
        now = self._clock()
        if since and self._forgotten.get(since.person, (0, 0.0))[0] > since.moment:
            records, memories = [each for each in records if not each.person], {}
        for record in records:
            self._records[record.kind, record.key] = record, now + record.seconds
            self._kept += 1
        self._memories.update(memories or {})
        if self._kept >= SWEPT_EVERY:
            self._kept = 0
            self._records = {place: (record, ends) for place, (record, ends) in self._records.items() if ends > now}

    def knows(self, conversation: str) -> bool:
        """Whether there is a memory of this conversation, be it an empty one."""
        return conversation in self._memories

    def held(self) -> tuple[list[Record], dict[str, Memory]]:
        """Every record that has not ended, with the time it has left, and every memory."""
        now = self._clock()
        left = [(record, ends - now) for record, ends in self._records.values()]
        return [replace(record, seconds=ceil(time)) for record, time in left if time > 0], dict(self._memories)

    def drop(self, kind: str, key: str) -> None:
        self._records.pop((kind, key), None)

    def forget_person(self, person: str) -> None:
        now = self._clock()
        self._moment += 1
        self._forgotten = {name: kept for name, kept in self._forgotten.items() if kept[1] > now}
        self._forgotten[person] = self._moment, now + FORGETTING
        theirs = (person, without_name(person)) if person else ()
        self._records = {place: kept for place, kept in self._records.items() if kept[0].person not in theirs}
        for conversation in [id for id in self._memories if id == person or id.startswith(f"{person}:")]:
            del self._memories[conversation]

    def close(self) -> None:
        super().close()
        self._records.clear()
