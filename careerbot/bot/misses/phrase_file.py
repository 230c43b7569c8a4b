"""A phrase put into a language file on trial: kept, or the file is as it was, byte for byte."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from careerbot.intents.phrase_lines import KEY, PhraseNotAddedError, with_phrase
from careerbot.knowledge.yaml_text import quoted


@dataclass(slots=True)
class OnTrial:
    line: int
    """Where the phrase stands."""
    written: tuple[str, ...]
    """The lines that are new."""
    is_new: bool
    """There was no such file."""
    kept: bool = False
    """Set by whoever decides; otherwise the file is put back."""


@contextmanager
def on_trial(file: Path, phrase: str) -> Iterator[OnTrial]:
    """The file with the phrase in it, as long as this lasts and, if it is kept, from then on.

    A file that is not there yet, as in a folder that adds to what the program has, is made with this phrase alone.
    Raises PhraseNotAddedError and OSError, with the file untouched.
    """
    before = file.read_bytes() if file.exists() else None
    times = file.stat() if before is not None else None
    changed, line = _changed(before, phrase)
    lines = changed.decode("utf-8").splitlines()
    trial = OnTrial(line, tuple(lines if before is None else lines[line - 1 : line]), before is None)
    new_folders = [folder for folder in file.parents if not folder.exists()]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(changed)
        yield trial
    finally:
        if not trial.kept:
            if before is None:
                file.unlink(missing_ok=True)
                for folder in new_folders:
                    folder.rmdir()
            else:
                file.write_bytes(before)
                if times:  # what was compiled from it still holds
                    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def _changed(before: bytes | None, phrase: str) -> tuple[bytes, int]:
    if before is None:
        return f"{KEY}:\n  - {quoted(phrase)}\n".encode(), 2
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    try:
        text = before.removeprefix(mark).decode("utf-8")
    except UnicodeDecodeError:
        raise PhraseNotAddedError("The file is not UTF-8. Save it as such first.") from None
    changed, line = with_phrase(text, phrase)
    return mark + changed.encode("utf-8"), line
