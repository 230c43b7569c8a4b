"""What every store promises. A new store joins by a line in `STORES`."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redis_server import RedisServer

from careerbot.bot.memory import Asked, Memory, Pending
from careerbot.bot.stores import Store
from careerbot.bot.stores.in_process import InProcessStore
from careerbot.bot.stores.redis import RedisStore
from careerbot.bot.stores.sqlite import SqliteStore
from careerbot.intents.base import Profile

Make = Callable[[pytest.FixtureRequest, Path], Store]


def redis(request: pytest.FixtureRequest, folder: Path) -> Store:
    server: RedisServer = request.getfixturevalue("redis_server")
    return RedisStore(server.url, prefix=f"{folder}:")


STORES: dict[str, Make] = {
    "in_process": lambda *_: InProcessStore(),
    "sqlite": lambda _, folder: SqliteStore(folder / "memory.sqlite3"),
    "redis": redis,
}

FULL = Memory(
    asked=(Asked("pay", roles=("data_scientist",), amounts=((180_000, None, False),), how_many=3, text="café 💼"),),
    shown=("data_scientist", "devops_engineer"),
    pending=Pending("role", ("pay:data_scientist",), "pay"),
    profile=Profile(
        skills=("python",),
        role="devops_engineer",
        plan="data_scientist",
        shortlist=("devops_engineer",),
        quiz=(),
        pay=9,
    ),
    misses=1,
    turns=4,
)


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with STORES[request.param](request, tmp_path) as store:
        yield store


def test_unknown_conversation_is_empty(store: Store) -> None:
    """A conversation that was never saved has an empty memory."""
    assert Memory() == store.load("nobody")


def test_saved_is_loaded(store: Store) -> None:
    """What was saved comes back equal, every field of it."""
    store.save("ann", FULL)

    assert store.load("ann") == FULL


def test_last_save_wins(store: Store) -> None:
    """Saving again replaces what was there."""
    store.save("ann", FULL)
    store.save("ann", Memory(turns=9))

    assert Memory(turns=9) == store.load("ann")


def test_conversations_are_apart(store: Store) -> None:
    """One conversation never sees or deletes the memory of another."""
    store.save("ann", FULL)
    store.save("bob", Memory(turns=1))
    store.forget("bob")

    assert store.load("ann") == FULL
    assert Memory() == store.load("bob")


def test_forgetting_the_unknown_is_fine(store: Store) -> None:
    """Forgetting a conversation that is not there changes nothing and raises nothing."""
    store.forget("nobody")

    assert Memory() == store.load("nobody")


def test_closing_twice_is_fine(store: Store) -> None:
    """A store can be closed again."""
    store.close()
    store.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(conversation=st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_conversation_id_works(store: Store, conversation: str) -> None:
    """Any text at all is a conversation id: quotes, NUL, half a surrogate pair."""
    store.save(conversation, FULL)
    assert store.load(conversation) == FULL

    store.forget(conversation)
    assert Memory() == store.load(conversation)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_can_be_remembered(store: Store, text: str) -> None:
    """Whatever a person typed can be saved; the rest of the memory comes back as it was."""
    store.save("ann", Memory(asked=(Asked("pay", text=text),), turns=2))

    assert store.load("ann").turns == 2
