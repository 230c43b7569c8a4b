"""A store that fails for a while: nothing is lost that the process lives to hand over."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

import pytest

from careerbot.bot.memory import Memory
from careerbot.bot.stores.enduring import AGAIN, EnduringStore
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.records import Record, Since
from careerbot.bot.stores.sqlite_records import SqliteRecordStore

T = TypeVar("T")

OLD, NEW = (Memory(misses=n) for n in (1, 2))


class Ill(SqliteRecordStore):
    """`writes`, `reads`: whether it can be written and read."""

    writes = reads = True

    def _trying(self, work: Callable[[Connection], T]) -> T:
        if not self.reads:
            raise StoreError("broken_disk", self.path)
        return super()._trying(work)

    def keep(
        self, records: Iterable[Record], memories: Mapping[str, Memory] | None = None, since: Since | None = None
    ) -> None:
        self._writing()
        super().keep(records, memories, since)

    def forget(self, conversation: str) -> None:
        self._writing()
        super().forget(conversation)

    def drop(self, kind: str, key: str) -> None:
        self._writing()
        super().drop(kind, key)

    def forget_person(self, person: str) -> None:
        self._writing()
        super().forget_person(person)

    def _writing(self) -> None:
        if not self.writes:
            raise StoreError("full", self.path)


class Told:
    def __init__(self) -> None:
        self.failures: list[str] = []
        self.mended = 0
        self.now = 0.0

    def failed(self, error: StoreError) -> None:
        self.failures.append(error.reason)

    def well(self) -> None:
        self.mended += 1

    def clock(self) -> float:
        self.now += AGAIN
        return self.now


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def ill(tmp_path: Path) -> Iterator[Ill]:
    with Ill(tmp_path / "memory.sqlite3") as store:
        store.keep([Record("theme", "ann", "light"), Record("chart", "pay", "file")], {"ann": OLD, "bob": OLD})
        yield store


@pytest.fixture
def store(ill: Ill, told: Told) -> EnduringStore:
    return EnduringStore(ill, told.failed, told.well, told.clock)


def test_full(ill: Ill, store: EnduringStore, told: Told) -> None:
    """What was known before stays known, what is new is known at once, and all of it is in the store afterwards."""
    ill.writes = False
    store.keep([Record("theme", "ann", "dark")], {"ann": NEW})
    store.forget("bob")
    store.drop("chart", "pay")
    for _ in range(2):
        assert (store.load("ann"), store.load("bob"), store.recall("theme", "ann")) == (NEW, Memory(), "dark")
        assert store.recall("chart", "pay") is None
        assert store.recall_all("chart") == {}
        assert store.works() is ill.writes
        assert told.mended == ill.writes
        ill.writes = True

    assert (ill.load("ann"), ill.load("bob"), ill.recall("theme", "ann")) == (NEW, Memory(), "dark")
    assert ill.recall("chart", "pay") is None


def test_unreadable(ill: Ill, store: EnduringStore, told: Told) -> None:
    """With nothing to be read either, the process knows what it was told meanwhile."""
    ill.reads = ill.writes = False
    assert store.load("ann") == Memory()
    store.keep([], {"ann": NEW})
    assert store.load("ann") == NEW
    assert store.recall("theme", "ann") is None
    ill.reads = ill.writes = True

    assert store.load("bob") == OLD
    assert ill.load("ann") == NEW
    assert set(told.failures) == {"broken_disk", "full"}


def test_one_failure(ill: Ill, store: EnduringStore, told: Told) -> None:
    """A read that failed once is told, and that it works again."""
    ill.reads = False
    store.load("ann")
    ill.reads = True

    assert store.load("ann") == OLD
    assert (told.failures, told.mended) == (["broken_disk"], 1)


def test_handed_over_at_the_end(ill: Ill, store: EnduringStore) -> None:
    """A process that ends hands over what it can."""
    ill.writes = False
    store.keep([Record("answered", "7", "")], {"ann": NEW})
    ill.writes = True
    store.close()

    assert (ill.load("ann"), ill.recall("answered", "7")) == (NEW, "")


def test_not_forgotten(ill: Ill, store: EnduringStore) -> None:
    """Who could not be forgotten is told so, and what the process knew of them is gone all the same."""
    ill.writes = False
    store.keep([], {"ann": NEW})
    with pytest.raises(StoreError):
        store.forget_person("ann")
    assert store.load("ann") == OLD
    ill.writes = True
    store.forget_person("ann")

    assert store.load("ann") == Memory()
    assert store.load("bob") == OLD
