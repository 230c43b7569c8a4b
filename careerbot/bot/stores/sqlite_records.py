"""Memory and records in one SQLite file."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from careerbot.bot.memory import Memory
from careerbot.bot.stores.records import FORGETTING, Kept, Opening, Record, RecordStore, Since, without_name
from careerbot.bot.stores.sqlite import SAVE, SqliteStore, storable, wipe

TABLES = """
CREATE TABLE IF NOT EXISTS records (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    person TEXT NOT NULL,
    ends_at REAL NOT NULL,  -- seconds since 1970, UTC
    UNIQUE (kind, key)
);
CREATE INDEX IF NOT EXISTS records_by_person ON records (person) WHERE person != '';
CREATE INDEX IF NOT EXISTS records_by_end ON records (ends_at);
CREATE TABLE IF NOT EXISTS forgotten (
    moment INTEGER PRIMARY KEY AUTOINCREMENT,  -- grows on when all rows are gone
    person TEXT NOT NULL,  -- not their name, see without_name
    ends_at REAL NOT NULL
);
"""
KEEP = """
INSERT INTO records VALUES (?, ?, ?, ?, ?)
ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, person = excluded.person, ends_at = excluded.ends_at
"""
OPEN = """
SELECT (SELECT value FROM records WHERE kind = :kind AND key = :key AND ends_at > :now),
       (SELECT memory FROM conversations WHERE conversation = :conversation),
       (SELECT seq FROM sqlite_sequence WHERE name = 'forgotten')
"""
FORGOTTEN = "SELECT 1 FROM forgotten WHERE person = ? AND moment > ?"
AGED_EVERY = 3_600
"""Seconds between two looks for memories past their time."""
SWEPT = 20
"""Ended records deleted at most with each save: the file stays small, and no save takes long."""


class SqliteRecordStore(SqliteStore, RecordStore):
    def __init__(
        self,
        path: Path,
        patience: float = 5.0,
        clock: Callable[[], float] = time.time,
        retention: float | None = None,
    ) -> None:
        """`retention`: seconds that a memory is kept after its last change; None for as long as the file is."""
        super().__init__(path, patience)
        self._clock = clock
        self._retention = retention
        self._aged_at = 0.0

    def recall(self, kind: str, key: str) -> str | None:
        find = "SELECT value FROM records WHERE kind = ? AND key = ? AND ends_at > ?"
        at = (kind, storable(key), self._clock())
        row = self._trying(lambda db: db.execute(find, at).fetchone())
        return str(row[0]) if row else None

    def open(self, kind: str, key: str, conversation: str) -> Opening:
        at = {"kind": kind, "key": storable(key), "now": self._clock(), "conversation": storable(conversation)}
        value, memory, moment = self._trying(lambda db: db.execute(OPEN, at).fetchone())
        return Opening(value, Memory.from_json(memory) if isinstance(memory, str) else Memory(), moment or 0)

    def recall_all(self, kind: str) -> dict[str, str]:
        find = "SELECT key, value FROM records WHERE kind = ? AND ends_at > ? ORDER BY rowid"
        return dict(self._trying(lambda db: db.execute(find, (kind, self._clock())).fetchall()))

    def keep(
        self, records: Iterable[Record], memories: Mapping[str, Memory] | None = None, since: Since | None = None
    ) -> None:
        self.keep_all([Kept(list(records), memories or {}, since)])

    def keep_all(self, several: Sequence[Kept]) -> None:
        """All of it in one transaction, or nothing: a transaction costs more than what a turn has in it."""
        now = self._clock()

        def write(db: sqlite3.Connection) -> None:
            for each in several:
                since = each.since
                gone = since and db.execute(FORGOTTEN, (without_name(since.person), since.moment)).fetchone()
                records = [record for record in each.records if not record.person] if gone else each.records
                db.executemany(KEEP, [_row(record, now) for record in records])
                if not gone:
                    saved = [(storable(id), storable(memory.to_json())) for id, memory in each.memories.items()]
                    db.executemany(SAVE, saved)
            ended = "SELECT rowid FROM records WHERE ends_at <= ? LIMIT ?"
            most = SWEPT * len(several)
            db.execute(f"DELETE FROM records WHERE rowid IN ({ended})", (now, most))  # noqa: S608  no value in it

        self._trying(_whole(write))
        if self._retention is not None and now - self._aged_at > AGED_EVERY:
            self._aged_at = now
            old = "DELETE FROM conversations WHERE updated_at < ?"
            self._trying(lambda db: db.execute(old, (now - (self._retention or 0),)))

    def drop(self, kind: str, key: str) -> None:
        at = (kind, storable(key))
        self._trying(lambda db: db.execute("DELETE FROM records WHERE kind = ? AND key = ?", at))

    def forget_person(self, person: str) -> None:
        name, hidden = storable(person), without_name(person)

        def delete(db: sqlite3.Connection) -> None:
            now = self._clock()
            db.execute("DELETE FROM forgotten WHERE ends_at <= ?", (now,))
            db.execute("INSERT INTO forgotten (person, ends_at) VALUES (?, ?)", (hidden, now + FORGETTING))
            if person:
                db.execute("DELETE FROM records WHERE person != '' AND person IN (?, ?)", (name, hidden))
            own = "conversation = ? OR substr(conversation, 1, ?) = ?"
            db.execute(f"DELETE FROM conversations WHERE {own}", (name, len(name) + 1, f"{name}:"))  # noqa: S608

        def delete_for_good(db: sqlite3.Connection) -> None:
            _whole(delete)(db)
            wipe(db)

        self._trying(delete_for_good)

    def _prepare(self, db: sqlite3.Connection) -> None:
        super()._prepare(db)
        (tables,) = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'forgotten'").fetchone()
        if not tables:
            db.executescript(TABLES)


def _row(record: Record, now: float) -> tuple[str, str, str, str, float]:
    return record.kind, storable(record.key), storable(record.value), storable(record.person), now + record.seconds


def _whole(work: Callable[[sqlite3.Connection], None]) -> Callable[[sqlite3.Connection], None]:
    """The work as one transaction."""

    def transaction(db: sqlite3.Connection) -> None:
        db.execute("BEGIN IMMEDIATE")
        try:
            work(db)
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")

    return transaction
