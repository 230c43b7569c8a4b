"""What every store of records promises. A new store joins by a line in `STORES`."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redis_server import RedisServer

from careerbot.bot.memory import Memory
from careerbot.bot.stores.enduring import EnduringStore
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.in_process_records import InProcessRecordStore
from careerbot.bot.stores.records import DAY, Kept, Record, RecordStore, Since, without_name
from careerbot.bot.stores.redis import RedisStore
from careerbot.bot.stores.sqlite import SqliteStore
from careerbot.bot.stores.sqlite_records import SqliteRecordStore


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


Make = Callable[[pytest.FixtureRequest, Path, Clock], RecordStore]


def redis(request: pytest.FixtureRequest, folder: Path, clock: Clock) -> RecordStore:
    server: RedisServer = request.getfixturevalue("redis_server")
    return RedisStore(server.url, prefix=f"{folder}:", clock=clock)


STORES: dict[str, Make] = {
    "in_process": lambda _, __, clock: InProcessRecordStore(clock),
    "sqlite": lambda _, folder, clock: SqliteRecordStore(folder / "memory.sqlite3", clock=clock),
    "redis": redis,
    "enduring": lambda _, folder, clock: EnduringStore(SqliteRecordStore(folder / "memory.sqlite3", clock=clock)),
}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[RecordStore]:
    with STORES[request.param](request, tmp_path, clock) as store:
        yield store


def test_unknown_is_none(store: RecordStore) -> None:
    """What was never kept is None."""
    assert store.recall("chart", "x") is None
    assert store.recall_all("chart") == {}


def test_kept_is_recalled(store: RecordStore) -> None:
    """What was kept comes back by its kind and key; the last one wins."""
    store.keep([Record("chart", "x", "one"), Record("other", "x", "elsewhere")])
    store.keep([Record("chart", "x", "two")])

    assert store.recall("chart", "x") == "two"
    assert store.recall("other", "x") == "elsewhere"


def test_several_at_once(store: RecordStore) -> None:
    """What several turns leave is kept in their order; of somebody forgotten meanwhile, only what is nobody's."""
    began = store.open("answered", "1", "telegram:42:9").moment
    store.forget_person("telegram:42")
    store.keep_all(
        [
            Kept([Record("chart", "x", "one")], {"telegram:41:9": Memory(turns=1)}),
            Kept(
                [Record("answered", "1", "yes"), Record("exchange", "1", "text", "telegram:42")],
                {"telegram:42:9": Memory(turns=2)},
                Since("telegram:42", began),
            ),
            Kept([Record("chart", "x", "two")], {"telegram:41:9": Memory(turns=3)}),
        ]
    )

    assert (store.recall("chart", "x"), store.load("telegram:41:9").turns) == ("two", 3)
    assert (store.recall("answered", "1"), store.recall("exchange", "1")) == ("yes", None)
    assert store.load("telegram:42:9") == Memory()


def test_all_of_a_kind(store: RecordStore) -> None:
    """All of a kind come in the order they were first kept."""
    store.keep([Record("waiting", key, key.upper()) for key in "cab"])
    store.keep([Record("waiting", "a", "A again"), Record("other", "d", "D")])

    assert list(store.recall_all("waiting").items()) == [("c", "C"), ("a", "A again"), ("b", "B")]


def test_records_end(store: RecordStore, clock: Clock) -> None:
    """A record ends when its time is over, and can be kept again."""
    store.keep([Record("pressed", "x", "", seconds=20), Record("chart", "y", "id", seconds=100)])
    clock.now += 50

    assert store.recall("pressed", "x") is None
    assert store.recall_all("chart") == {"y": "id"}
    store.keep([Record("pressed", "x", "again", seconds=20)])
    assert store.recall("pressed", "x") == "again"


def test_memories_go_with_records(store: RecordStore) -> None:
    """Memories and records are kept together, and memory is what `load` gives."""
    store.keep([Record("answered", "1", "")], {"telegram:1:2": Memory(turns=3)})

    assert store.load("telegram:1:2") == Memory(turns=3)
    assert store.recall("answered", "1") == ""


def test_dropped_is_gone(store: RecordStore) -> None:
    """A dropped record is gone; dropping what is unknown is fine."""
    store.keep([Record("waiting", "1", "x")])
    store.drop("waiting", "1")
    store.drop("waiting", "1")

    assert store.recall("waiting", "1") is None


def test_forgetting_a_person(store: RecordStore) -> None:
    """Everything of a person goes, in every chat; nothing of anybody else, however alike the ids."""
    people = ("telegram:4", "telegram:42", "telegram:421", "telegram:4_", "telegram:4%")
    for person in people:
        store.keep(
            [Record("exchange", f"x{person}", "text", person)],
            {f"{person}:9": Memory(turns=1), person: Memory(turns=2)},
        )
    store.keep([Record("chart", "x", "id")])

    store.forget_person("telegram:42")

    assert store.recall("exchange", "xtelegram:42") is None
    assert store.load("telegram:42:9") == store.load("telegram:42") == Memory()
    for person in people:
        if person != "telegram:42":
            assert store.recall("exchange", f"x{person}") == "text"
            assert (store.load(f"{person}:9").turns, store.load(person).turns) == (1, 2)
    assert store.recall("chart", "x") == "id"


def test_forgetting_what_has_no_name(store: RecordStore) -> None:
    """What stands under the person's name without a name goes with them, and nothing of anybody else's."""
    mine, others = without_name("telegram:42"), without_name("telegram:421")
    store.keep([Record("miss", "1", "text", mine), Record("miss", "2", "text", others), Record("chart", "x", "id")])

    store.forget_person("telegram:42")
    assert store.recall_all("miss") == {"2": "text"}
    assert store.recall("chart", "x") == "id"

    began = store.open("answered", "1", "telegram:421:9").moment
    store.forget_person("telegram:421")
    store.keep([Record("miss", "3", "text", others)], since=Since("telegram:421", began))
    assert store.recall_all("miss") == {}


def test_opening(store: RecordStore, clock: Clock) -> None:
    """A record and a memory are read as each alone would be; what is not there or has ended is not."""
    store.keep([Record("answered", "1", "yes", seconds=20)], {"telegram:42:9": Memory(turns=3)})

    found, nothing = store.open("answered", "1", "telegram:42:9"), store.open("answered", "2", "telegram:43:9")
    clock.now += 50

    assert (found.value, found.memory) == ("yes", Memory(turns=3))
    assert (nothing.value, nothing.memory) == (None, Memory())
    assert store.open("answered", "1", "telegram:42:9").value is None


def test_forgotten_while_answering(store: RecordStore) -> None:
    """What was begun before a person was forgotten brings nothing of them back; what is nobody's is kept."""
    began = store.open("answered", "1", "telegram:42:9").moment
    store.forget_person("telegram:42")
    late = [Record("answered", "1", ""), Record("exchange", "x", "text", "telegram:42")]
    store.keep(late, {"telegram:42:9": Memory(turns=1)}, Since("telegram:42", began))

    assert store.recall("answered", "1") == ""
    assert store.recall("exchange", "x") is None
    assert store.load("telegram:42:9") == Memory()


def test_others_forgotten_while_answering(store: RecordStore) -> None:
    """Forgetting one person takes nothing from another, and what that person says afterwards is kept again."""
    began = store.open("answered", "1", "telegram:421:9").moment
    store.forget_person("telegram:42")
    store.keep([], {"telegram:421:9": Memory(turns=1)}, Since("telegram:421", began))
    again = store.open("answered", "2", "telegram:42:9").moment
    store.keep([], {"telegram:42:9": Memory(turns=2)}, Since("telegram:42", again))

    assert store.load("telegram:421:9") == Memory(turns=1)
    assert store.load("telegram:42:9") == Memory(turns=2)


def test_forgotten_twice_while_answering(store: RecordStore) -> None:
    """An answer begun between two times of forgetting is as late as one begun before both."""
    store.forget_person("telegram:42")
    began = store.open("answered", "1", "telegram:42:9").moment
    store.forget_person("telegram:42")
    store.keep([], {"telegram:42:9": Memory(turns=1)}, Since("telegram:42", began))

    assert store.load("telegram:42:9") == Memory()


def test_forgetting_nobody(store: RecordStore) -> None:
    """Forgetting a person without a name deletes nothing that is nobody's."""
    store.keep([Record("chart", "x", "id")])
    store.forget_person("")

    assert store.recall("chart", "x") == "id"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(key=st.text(st.characters(exclude_categories=()), max_size=20), person=st.text(min_size=1, max_size=20))
def test_any_key_works(store: RecordStore, key: str, person: str) -> None:
    """Any text at all is a key, and any name a person's."""
    store.keep([Record("kind", key, "value", person)])
    assert store.recall("kind", key) == "value"

    store.forget_person(person)
    assert store.recall("kind", key) is None


def test_sqlite_keeps_all_or_nothing(tmp_path: Path) -> None:
    """When one part cannot be saved, no part is."""
    store = SqliteRecordStore(tmp_path / "memory.sqlite3")
    broken = Record("answered", "2", None)  # type: ignore[arg-type]
    with store, pytest.raises((StoreError, AttributeError)):
        store.keep([Record("answered", "1", ""), broken], {"ann": Memory(turns=1)})

    with store:
        assert store.recall("answered", "1") is None
        assert store.load("ann") == Memory()


def test_sqlite_file_without_records(tmp_path: Path) -> None:
    """A file of a version without records is taken over with its memories."""
    with SqliteStore(tmp_path / "memory.sqlite3") as old:
        old.save("ann", Memory(turns=1))

    with SqliteRecordStore(tmp_path / "memory.sqlite3") as store:
        store.keep([Record("chart", "x", "id")])
        assert store.recall("chart", "x") == "id"
        assert store.load("ann") == Memory(turns=1)
        assert store.open("chart", "x", "ann").moment == 0


def test_sqlite_forgets_for_good(tmp_path: Path) -> None:
    """What was forgotten is on no page of any file."""
    with SqliteRecordStore(tmp_path / "memory.sqlite3") as store:
        store.keep([Record("exchange", "1", "a secret of Ann's", "telegram:42")])
        store.keep([Record("chart", "x", "id")])
        store.forget_person("telegram:42")

        assert b"secret of Ann" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_sqlite_sweeps(tmp_path: Path) -> None:
    """Ended records leave the file as new ones come."""
    clock = Clock()
    with SqliteRecordStore(tmp_path / "memory.sqlite3", clock=clock) as store:
        store.keep([Record("answered", str(n), "an ended one", seconds=10) for n in range(100)])
        clock.now += 60
        for n in range(10):
            store.keep([Record("chart", str(n), "id", seconds=1000)])

        count = store._trying(lambda db: db.execute("SELECT count(*) FROM records").fetchone()[0])
        assert count == 10


def test_sqlite_forgets_among_many(tmp_path: Path) -> None:
    """Rows move to other pages of the file as it grows; what they leave behind there is wiped as well."""
    chance = random.Random(0)  # noqa: S311  to be the same each time
    living: list[str] = []
    with SqliteRecordStore(tmp_path / "memory.sqlite3") as store:
        for number in range(500):
            living.append(f"telegram:{7_000_000 + number}")
            for turn in range(3):
                talk = Record("exchange", f"{living[-1]}:{turn}", "a" * chance.randrange(50, 400), living[-1])
                store.keep([Record("answered", f"1:{10 * number + turn}", ""), talk], {living[-1]: Memory()})
            if chance.random() < 0.3:
                gone = living.pop(chance.randrange(len(living)))
                store.forget_person(gone)
                assert gone.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_sqlite_forgets_old_talks(tmp_path: Path) -> None:
    """A memory past its retention goes as new ones come; younger ones stay."""
    file = tmp_path / "memory.sqlite3"
    with SqliteRecordStore(file, retention=100 * DAY) as store:
        for name, days in (("ann", 101), ("bob", 99)):
            store.save(name, Memory(turns=1))
            old = f"UPDATE conversations SET updated_at = updated_at - {days * DAY} WHERE conversation = '{name}'"  # noqa: S608
            store._trying(lambda db, old=old: db.execute(old))  # type: ignore[misc]
        store.keep([Record("chart", "x", "id")])

        assert store.load("ann") == Memory()
        assert store.load("bob") == Memory(turns=1)


def test_redis_forgets_old_talks(redis_server: RedisServer, tmp_path: Path) -> None:
    """A memory ends by itself when its retention is over, counted from its last change."""
    with RedisStore(redis_server.url, retention=100 * DAY, prefix=f"{tmp_path}:") as store:
        store.save("ann", Memory(turns=1))

        assert 99 * DAY < store._redis.ttl(store._memory("ann")) <= 100 * DAY
