"""Memory in one SQLite file, safe to share between processes."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from careerbot.bot.memory import Memory
from careerbot.bot.rendering.wording import wording
from careerbot.bot.stores import Store
from careerbot.bot.stores.errors import WORDING, Reason, StoreError
from careerbot.bot.stores.private_files import make_private_file

T = TypeVar("T")

SCHEMA = 1
OURS = 0x43617265
"""SQLite's application id, "Care": a file without it is never written to."""

TABLE = """
CREATE TABLE IF NOT EXISTS conversations (
    conversation TEXT PRIMARY KEY,
    memory TEXT NOT NULL,
    updated_at INTEGER NOT NULL  -- seconds since 1970, UTC
) WITHOUT ROWID
"""
SAVE = """
INSERT INTO conversations VALUES (?, ?, CAST(strftime('%s', 'now') AS INTEGER))
ON CONFLICT (conversation) DO UPDATE SET memory = excluded.memory, updated_at = excluded.updated_at
"""

REASONS: dict[int, Reason] = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "unopenable",
    sqlite3.SQLITE_PERM: "unopenable",
    sqlite3.SQLITE_IOERR: "broken_disk",
}
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class SqliteStore(Store):
    """A file that is damaged is set aside by renaming it, and a fresh one is started."""

    def __init__(self, path: Path, patience: float = 5.0) -> None:
        """The file is opened by the first call that needs it.
        `patience`: seconds to wait for another process's write to end.
        """
        self.path = path
        self._patience = patience
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._file = 0
        """The inode that the connection is on: the file may be replaced under its name."""

    def load(self, conversation: str) -> Memory:
        find = "SELECT memory FROM conversations WHERE conversation = ?"
        row = self._trying(lambda db: db.execute(find, (storable(conversation),)).fetchone())
        return Memory.from_json(row[0]) if row and isinstance(row[0], str) else Memory()

    def save(self, conversation: str, memory: Memory) -> None:
        row = (storable(conversation), storable(memory.to_json()))
        self._trying(lambda db: db.execute(SAVE, row))

    def forget(self, conversation: str) -> None:
        def delete(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM conversations WHERE conversation = ?", (storable(conversation),))
            wipe(db)

        self._trying(delete)

    def close(self) -> None:
        with self._lock:
            self._disconnect()

    def _trying(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """The result of the work; a damaged file is set aside once, everything else is a StoreError."""
        with self._lock:
            try:
                try:
                    return work(self._connected())
                except sqlite3.DatabaseError as error:
                    if _code(error) not in DAMAGED:
                        raise
                    self._set_aside()
                    return work(self._connected())
            except sqlite3.Error as error:
                raise StoreError(REASONS.get(_code(error), "other"), self.path, error) from error
            except OSError as error:
                raise StoreError("unopenable", self.path, error.strerror) from error

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            make_private_file(self.path)
            self._file = self.path.stat().st_ino
            self._connection = sqlite3.connect(
                self.path, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(self._connection)
            except BaseException:
                self._disconnect()
                raise
        return self._connection

    def _prepare(self, db: sqlite3.Connection) -> None:
        db.execute("PRAGMA secure_delete = ON")  # what was forgotten must not stay in free pages
        if _marks(db) != (OURS, SCHEMA):
            db.execute("BEGIN IMMEDIATE")  # several processes may create the file at the same time
            application, schema = _marks(db)
            (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if application != OURS and (application or schema or tables):
                raise StoreError("foreign", self.path)
            if schema > SCHEMA:
                raise StoreError("newer", self.path)
            db.execute(TABLE)
            db.execute(f"PRAGMA application_id = {OURS}")
            db.execute(f"PRAGMA user_version = {SCHEMA}")
            db.execute("COMMIT")
        with suppress(sqlite3.OperationalError):  # another process holds the file: without WAL it is slower, not wrong
            db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")

    def _set_aside(self) -> None:
        self._disconnect()
        if not self.path.exists() or self.path.stat().st_ino != self._file:
            return  # another process was faster
        n = 1
        while (aside := self.path.with_name(f"{self.path.name}.damaged-{n}")).exists():
            n += 1
        self.path.rename(aside)
        for suffix in ("-wal", "-shm"):  # they belong to the damaged file and would spoil the fresh one
            journal = self.path.with_name(self.path.name + suffix)
            if journal.exists():
                journal.rename(aside.with_name(aside.name + suffix))
        logging.getLogger(__name__).warning(wording(WORDING)["set_aside"].format(path=self.path, aside=aside))

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def wipe(db: sqlite3.Connection) -> None:
    """Leave nothing of what was deleted: neither in the log, nor in pages whose rows once moved to another."""
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _marks(db: sqlite3.Connection) -> tuple[int, int]:
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (schema,) = db.execute("PRAGMA user_version").fetchone()
    return application, schema


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; errors of the Python module itself have none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def storable(text: str) -> str:
    """Half of a surrogate pair has no place in UTF-8, which is what SQLite keeps."""
    return text.encode("utf-8", "replace").decode("utf-8")
