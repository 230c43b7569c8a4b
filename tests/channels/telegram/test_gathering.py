"""Saves of one round of the event loop are made together, and nobody goes on before theirs is made."""

import asyncio
from collections.abc import Sequence

import pytest

from careerbot.bot.channels.telegram.gathering import Gathering
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.records import Kept, Record


class Notebook:
    """A store that writes down each call."""

    def __init__(self, failing: bool = False) -> None:
        self.calls: list[list[str]] = []
        self._failing = failing

    def keep_all(self, several: Sequence[Kept]) -> None:
        self.calls.append([record.key for kept in several for record in kept.records])
        if self._failing:
            raise StoreError("full", "memory.sqlite3")


def kept(key: str) -> Kept:
    return Kept([Record("answered", key, "")])


def test_together() -> None:
    """Three turns that end at once are one save, in their order; a later one is another."""
    notebook = Notebook()

    async def turns() -> None:
        gathering = Gathering(notebook.keep_all)
        await asyncio.gather(*(gathering.keep(kept(key)) for key in "cab"))
        await gathering.keep(kept("d"))

    asyncio.run(turns())

    assert notebook.calls == [["c", "a", "b"], ["d"]]


def test_waited_for() -> None:
    """Who saves goes on after it is saved, never before."""
    notebook = Notebook()

    async def turn() -> None:
        saving = asyncio.create_task(Gathering(notebook.keep_all).keep(kept("a")))
        while not saving.done():
            before = list(notebook.calls)
            await asyncio.sleep(0)
        assert before == [["a"]]

    asyncio.run(turn())


def test_failure() -> None:
    """When it cannot be saved, each of them is told."""
    notebook = Notebook(failing=True)

    async def turns() -> list[BaseException | None]:
        gathering = Gathering(notebook.keep_all)
        return await asyncio.gather(*(gathering.keep(kept(key)) for key in "ab"), return_exceptions=True)

    assert [type(told) for told in asyncio.run(turns())] == [StoreError, StoreError]


def test_cancelled() -> None:
    """A turn that is ended while it saves is saved all the same, and the others with it."""
    notebook = Notebook()

    async def turns() -> None:
        gathering = Gathering(notebook.keep_all)
        first, other = (asyncio.create_task(gathering.keep(kept(key))) for key in "ab")
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        await other

    asyncio.run(turns())

    assert notebook.calls == [["a", "b"]]
