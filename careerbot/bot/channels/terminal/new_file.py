"""A new file of the person's: written whole where they said, or what keeps it from being written."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from careerbot.bot.channels.terminal.said import WORDS, Notice


def new_file(path: Path, content: Callable[[], bytes]) -> Notice:
    """Nothing that is there already is written over, and nothing half is left behind.

    `content` is asked for when nothing seems to be in the way: a picture takes its time.
    """
    try:
        path = path.expanduser()
        if path.exists():
            raise FileExistsError  # told as when it comes to be meanwhile
        if not path.parent.is_dir():
            return Notice(WORDS["no_folder"].format(folder=path.parent), problem=True)
        _write(path, content())
    except FileExistsError:
        return Notice(WORDS["file_exists"].format(path=path), problem=True)
    except (OSError, RuntimeError, ValueError) as error:  # no home, no such name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Notice(WORDS["not_written"].format(path=path, reason=reason), problem=True)
    return Notice(WORDS["written"].format(path=path.absolute()))


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
