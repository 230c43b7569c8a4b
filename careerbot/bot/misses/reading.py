"""The misses that a store has."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careerbot.bot.misses.miss import KIND, Miss
from careerbot.bot.settings import Settings
from careerbot.bot.stores.records import RecordStore

FILE = "memory.sqlite3"


class NowhereError(Exception):
    """There is no place where misses could be."""


@dataclass(frozen=True, slots=True)
class Kept:
    key: str
    miss: Miss


@contextmanager
def store_at(where: str | None) -> Iterator[RecordStore]:
    """The store in this folder or at this address of Redis, else where CAREERBOT_STATE says. Raises NowhereError.

    Where a file has the settings, as for services, it is read as they read it.
    """
    where = where or _set()
    if where and "://" in where:
        from careerbot.bot.stores.redis import RedisStore

        store: RecordStore = RedisStore(where)
    else:
        from careerbot.bot.stores.sqlite_records import SqliteRecordStore

        folder = Path(where) if where else Settings.read().state
        if folder is None or not (folder / FILE).exists():
            raise NowhereError(str(folder / FILE) if folder else "CAREERBOT_STATE")
        store = SqliteRecordStore(folder / FILE)
    with store:
        yield store


def _set() -> str:
    if {"CAREERBOT_SETTINGS", "CAREERBOT_STATE_FILE"} & set(os.environ):
        from careerbot.bot.service_settings import read_settings

        state = read_settings().state
        return state.get_secret_value() if state else ""
    return os.environ.get("CAREERBOT_STATE", "")


def misses_in(store: RecordStore, since: date | None = None) -> list[Kept]:
    """Those of this day and later, oldest first; what cannot be read is left out."""
    read = ((key, Miss.from_json(text)) for key, text in store.recall_all(KIND).items())
    found = [Kept(key, miss) for key, miss in read if miss and (since is None or miss.day >= since)]
    return sorted(found, key=lambda kept: kept.miss.day)
