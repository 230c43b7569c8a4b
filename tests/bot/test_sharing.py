"""What processes that answer for one bot agree on, through a real Redis."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from redis_server import RedisServer

from careerbot.bot.memory import Memory
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.records import Kept, Record
from careerbot.bot.stores.redis import RedisStore
from careerbot.bot.stores.sharing import Bucket, Draw, Entry, Hold


@pytest.fixture
def store(redis_server: RedisServer, tmp_path: Path) -> Iterator[RedisStore]:
    with RedisStore(redis_server.url, prefix=f"{tmp_path}:") as store:
        yield store


def keys(store: RedisStore) -> list[str]:
    return store._found(f"{store._prefix}*")


def test_one_holds(store: RedisStore) -> None:
    """A name is held by one at a time, who may hold it longer; only the holder lets it go."""
    assert store.hold(Hold("talk", "a", 60))
    assert store.hold(Hold("talk", "a", 60))
    assert not store.hold(Hold("talk", "b", 60))
    assert store.hold(Hold("other talk", "b", 60))
    store.let_go("talk", "b")
    assert not store.hold(Hold("talk", "b", 60))
    store.let_go("talk", "a")
    assert store.hold(Hold("talk", "b", 60))


def test_a_dead_holder(store: RedisStore) -> None:
    """What is held is let go by itself after its time."""
    assert store.hold(Hold("talk", "a", 0.001))
    while not store.hold(Hold("talk", "b", 60)):
        pass


def test_bucket(store: RedisStore) -> None:
    """A burst passes, a few wait in turn, the rest is refused with one notice; others draw from their own."""
    drawn = [store.draw(Bucket("ann", 30, 0.01, 10)) for _ in range(60)]

    assert [each.wait for each in drawn[:30]] == [0.0] * 30
    waits = [each.wait for each in drawn[30:40]]
    assert waits == sorted(waits)
    assert waits[0] > 0
    assert not any(each.refused for each in drawn[:40])
    assert all(each.refused for each in drawn[40:])
    assert [n for n, each in enumerate(drawn) if each.notice] == [30]
    assert store.draw(Bucket("bob", 30, 0.01, 10)).wait == 0


def enter(store: RedisStore, holder: str = "a", burst: int = 30) -> Entry:
    return store.enter(Bucket("telegram:42", burst, 0.01, 1), Hold("telegram:42:7", holder, 60), "answered", "1")


def test_enter(store: RedisStore) -> None:
    """Who enters holds the conversation, and knows what is remembered of it and whether the update was answered."""
    store.keep([Record("answered", "1", "", "telegram:42")], {"telegram:42:7": Memory(turns=3)})
    entry = enter(store)

    assert entry.opening == store.open("answered", "1", "telegram:42:7")
    assert entry.opening.memory == Memory(turns=3)
    assert entry.opening.value == ""
    assert not store.hold(Hold("telegram:42:7", "b", 60))


def test_enter_what_is_held(store: RedisStore) -> None:
    """Nobody enters while another holds the conversation; the token is drawn."""
    store.hold(Hold("telegram:42:7", "b", 60))

    assert enter(store) == Entry(Draw())
    assert store.draw(Bucket("telegram:42", 1, 0.01, 1)).wait > 0


def test_enter_too_often(store: RedisStore) -> None:
    """Who has to wait, or is refused, holds nothing."""
    first, waits, refused = (enter(store, burst=1) for _ in range(3))
    store.let_go("telegram:42:7", "a")

    assert first.opening
    assert waits.draw.wait > 0
    assert refused.draw.refused
    assert not waits.opening
    assert not refused.opening
    assert store.hold(Hold("telegram:42:7", "b", 60))


def left(turns: int, holder: str = "a") -> Kept:
    mark = Record("answered", "1", "", "telegram:42")
    return Kept([mark], {"telegram:42:7": Memory(turns=turns)}, lets_go=("telegram:42:7", holder))


def test_leave(store: RedisStore) -> None:
    """What a turn leaves behind lets go of what it held."""
    enter(store)
    store.keep_all([left(turns=1)])

    assert store.hold(Hold("telegram:42:7", "b", 60))
    assert store.load("telegram:42:7") == Memory(turns=1)


def test_leave_again(store: RedisStore) -> None:
    """Left once more, as the first reply was lost, it undoes nothing that others did since."""
    enter(store)
    store.keep_all([left(turns=1)])
    store.hold(Hold("telegram:42:7", "b", 60))
    store.save("telegram:42:7", Memory(turns=2))
    store.keep_all([left(turns=1)])

    assert store.load("telegram:42:7") == Memory(turns=2)
    assert not store.hold(Hold("telegram:42:7", "c", 60))


def test_leave_what_was_let_go(store: RedisStore) -> None:
    """Who held it for too long, or until Redis lost it, still leaves everything behind."""
    store.keep_all([left(turns=1)])

    assert store.load("telegram:42:7") == Memory(turns=1)


def test_everything_ends(store: RedisStore) -> None:
    """No key stays for good."""
    store.keep([Record("exchange", "1", "text", "telegram:42")], {"telegram:42:7": Memory(turns=1)})
    store.hold(Hold("talk", "a", 60))
    store.draw(Bucket("ann", 30, 2, 10))
    lasting = [key for key in keys(store) if store._redis.ttl(key) < 0]

    assert lasting == [f"{store._prefix}sequence"]


def test_forgotten_for_good(store: RedisStore) -> None:
    """After a person is forgotten, no key has their number in it, and what is nobody's stays."""
    store.keep([Record("exchange", "1", "text", "telegram:42")], {"telegram:42:7": Memory(turns=1)})
    store.keep([Record("chart", "x", "id")])
    store.draw(Bucket("telegram:42", 30, 2, 10))
    store.forget_person("telegram:42")

    assert not [key for key in keys(store) if "42" in key.removeprefix(store._prefix)]
    assert store.recall("chart", "x") == "id"


def test_no_longer_theirs(store: RedisStore) -> None:
    """A record that now belongs to somebody else is not forgotten with its first owner."""
    store.keep([Record("exchange", "1", "text", "telegram:42")])
    store.keep([Record("exchange", "1", "text", "telegram:43")])
    store.forget_person("telegram:42")

    assert store.recall("exchange", "1") == "text"


def test_out_of_reach() -> None:
    """Without Redis there is one clear line that names its address and keeps the password to itself."""
    with RedisStore("redis://bot:secret@127.0.0.1:1/0") as store, pytest.raises(StoreError) as caught:
        store.load("ann")

    assert "redis://127.0.0.1:1/0 does not answer" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_restarted(own_redis: RedisServer) -> None:
    """After a restart of Redis the store works again by itself, scripts included."""
    with RedisStore(own_redis.url) as store:
        store.save("ann", Memory(turns=1))
        own_redis.stop()
        with pytest.raises(StoreError):
            store.load("ann")
        own_redis.start()
        assert store.load("ann") == Memory(turns=1)
        store.save("ann", Memory(turns=2))
        assert store.hold(Hold("talk", "a", 1))
