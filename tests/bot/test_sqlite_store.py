"""What only the store in a file has to get right: the file, its damages, its neighbors."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from careerbot.bot.memory import Memory
from careerbot.bot.stores.errors import StoreError
from careerbot.bot.stores.sqlite import SqliteStore


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "careerbot" / "memory.sqlite3"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def saved(file: Path, turns: int = 7) -> None:
    with SqliteStore(file) as store:
        store.save("ann", Memory(turns=turns))


def loaded(file: Path) -> Memory:
    with SqliteStore(file) as store:
        return store.load("ann")


def test_survives_the_process(file: Path) -> None:
    """What one store saved, the next one on the same file loads."""
    saved(file)

    assert Memory(turns=7) == loaded(file)


def test_nothing_is_created_before_it_is_needed(file: Path) -> None:
    """Making a store touches no file, so that every failure comes from load, save or forget."""
    SqliteStore(file).close()

    assert not file.parent.exists()


def test_only_the_owner_can_read(file: Path) -> None:
    """The file has mode 0600 and every folder made for it 0700, whatever the umask allows."""
    before = os.umask(0)
    try:
        saved(file)
    finally:
        os.umask(before)

    assert (mode(file), mode(file.parent), mode(file.parent.parent)) == (0o600, 0o700, 0o700)


def test_write_ahead_log_and_schema(file: Path) -> None:
    """The file is in WAL mode and carries the number of its schema and the time of each change."""
    start = int(time.time())
    saved(file)

    with sqlite3.connect(file) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        ((updated_at,),) = db.execute("SELECT updated_at FROM conversations").fetchall()
    db.close()
    assert start <= updated_at <= time.time() + 1


@pytest.mark.parametrize("damage", ["not a database at all, but text", "SQLite format 3\0" + "?" * 5000])
def test_damaged_file_is_set_aside(file: Path, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    """A damaged file is renamed and told of, and a fresh one is started in its place."""
    file.parent.mkdir(parents=True)
    file.write_text(damage)

    saved(file)

    aside = file.with_name("memory.sqlite3.damaged-1")
    assert damage == aside.read_text()
    assert Memory(turns=7) == loaded(file)
    expected = f"{file} was damaged. It is kept as {aside}, and the conversation starts afresh."
    assert [expected] == caplog.messages


def test_damages_are_numbered(file: Path) -> None:
    """A second damaged file does not replace the first one that was set aside."""
    for text in ("first", "second"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        saved(file)

    assert file.with_name("memory.sqlite3.damaged-1").read_text() == "first"
    assert file.with_name("memory.sqlite3.damaged-2").read_text() == "second"


def test_damage_while_open(file: Path) -> None:
    """Damage to a file that is in use is found by the next call, which starts afresh."""
    with SqliteStore(file) as store:
        store.save("ann", Memory(turns=7))
        store.close()
        content = bytearray(file.read_bytes())
        content[100:] = b"\xff" * (len(content) - 100)
        file.write_bytes(content)

        assert Memory() == store.load("ann")
        store.save("ann", Memory(turns=8))
        assert Memory(turns=8) == store.load("ann")


def test_damaged_memory_starts_fresh(file: Path) -> None:
    """A row that is not a memory of ours is an empty memory, not an error."""
    saved(file)
    with sqlite3.connect(file) as db:
        db.execute("UPDATE conversations SET memory = 'x'")
    db.close()

    assert Memory() == loaded(file)


def test_forgotten_text_is_gone_from_disk(file: Path) -> None:
    """After forget no file of the store contains the conversation's id or memory any more."""
    with SqliteStore(file) as store:
        store.save("telegram:424242", Memory(shown=("unmistakable",)))
        store.forget("telegram:424242")
        rest = b"".join(path.read_bytes() for path in file.parent.iterdir())

    assert b"424242" not in rest
    assert b"unmistakable" not in rest


def test_locked_file_is_told(file: Path) -> None:
    """A file that another process keeps locked is an error that names the file and what to do."""
    saved(file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with SqliteStore(file, patience=0) as store, pytest.raises(StoreError) as caught:
        store.save("ann", Memory())

    other.close()
    expected = (
        f"{file} is in use by another process. "
        "Close the other careerbot, or choose another folder with CAREERBOT_STATE."
    )
    assert ("locked", expected) == (caught.value.reason, str(caught.value))


def test_full_disk_is_told(file: Path) -> None:
    """A disk without room is an error that names the file and what to do."""
    with SqliteStore(file) as store:
        store.load("ann")
        assert store._connection
        store._connection.execute("PRAGMA max_page_count = 1")  # as SQLite sees a full disk
        with pytest.raises(StoreError) as caught:
            store.save("ann", Memory(shown=("x" * 100_000,)))

    expected = f"The disk that holds {file} is full. Free some space, or choose another folder with CAREERBOT_STATE."
    assert ("full", expected) == (caught.value.reason, str(caught.value))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to the superuser")
def test_readonly_file_is_told(file: Path) -> None:
    """A file without write permission is an error that names the file and what to do."""
    saved(file)
    file.chmod(0o400)

    with SqliteStore(file) as store, pytest.raises(StoreError) as caught:
        store.save("ann", Memory())

    assert str(file) in str(caught.value)


def test_readonly_database_is_told(file: Path) -> None:
    """A database that refuses writes is an error that names the file and what to do."""
    with SqliteStore(file) as store:
        store.load("ann")
        assert store._connection
        store._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError) as caught:
            store.save("ann", Memory())

    expected = (
        f"{file} cannot be written to. Make it and its folder writable, or choose another folder with CAREERBOT_STATE."
    )
    assert ("readonly", expected) == (caught.value.reason, str(caught.value))


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A folder that cannot be created is an error that names the file and what to do."""
    (tmp_path / "state").write_text("a file where the folder should be")
    file = tmp_path / "state" / "memory.sqlite3"

    with SqliteStore(file) as store, pytest.raises(StoreError) as caught:
        store.load("ann")

    expected = (
        f"{file} cannot be opened (Not a directory). "
        "Make it and its folder writable, or choose another folder with CAREERBOT_STATE."
    )
    assert ("unopenable", expected) == (caught.value.reason, str(caught.value))


def test_file_of_another_program_is_left_alone(file: Path) -> None:
    """A database that another program made is refused, and not changed."""
    file.parent.mkdir(parents=True)
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE photos (name)")
    db.close()
    before = file.read_bytes()

    with SqliteStore(file) as store, pytest.raises(StoreError) as caught:
        store.save("ann", Memory())

    assert ("foreign", before) == (caught.value.reason, file.read_bytes())


def test_newer_schema_is_left_alone(file: Path) -> None:
    """A file of a newer careerbot is refused, and its memories stay."""
    saved(file)
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()

    with SqliteStore(file) as store, pytest.raises(StoreError) as caught:
        store.load("ann")

    assert caught.value.reason == "newer"


def test_processes_share_the_file(file: Path) -> None:
    """Processes that start on a missing file at the same moment lose none of each other's conversations."""
    program = """
import sys
from pathlib import Path
from careerbot.bot.memory import Memory
from careerbot.bot.stores.sqlite import SqliteStore
with SqliteStore(Path(sys.argv[1]), patience=60) as store:
    for turn in range(20):
        store.save(f"{sys.argv[2]}.{turn}", Memory(turns=turn))
"""
    processes = [subprocess.Popen([sys.executable, "-c", program, file, str(n)]) for n in range(4)]
    assert [process.wait() for process in processes] == [0, 0, 0, 0]

    with SqliteStore(file) as store:
        assert [turn for _ in range(4) for turn in range(20)] == [
            store.load(f"{n}.{turn}").turns for n in range(4) for turn in range(20)
        ]
