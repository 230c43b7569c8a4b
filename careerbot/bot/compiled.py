"""Knowledge, phrases and wording compiled into one index, kept on disk and read back in milliseconds.

    YAML files -> checked -> names, topics, router, templates -> <cache>/<what it was made of>.index

An index holds the names, sizes and times of change of all that went into it; when these differ it is made anew, and so
it is when it is damaged. Answering reads the index alone: no YAML, no pydantic, no numpy, mostly no Jinja2 either.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from careerbot.bot.built_in import INTENTS, KNOWLEDGE, LANGUAGE, PACKAGE, UNDERSTANDING
from careerbot.bot.conversation import Adviser

KEPT = 12
"""Indexes kept in the cache, six installations of two languages; those not used for longest are deleted."""
_CHECKSUM = 4
"""Bytes before the index itself: they tell a damaged file, they keep no secret."""


def load_adviser(
    knowledge: Path | None = None,
    intents: Path | None = None,
    cache: Path | None = None,
    before_compiling: Callable[[], None] | None = None,
) -> Adviser:
    """The adviser for these folders, from the cache where it has them. Raises KnowledgeErrors with every problem.

    `before_compiling` is called when the index has to be made, which takes seconds.
    """
    folders = knowledge or KNOWLEDGE, intents or INTENTS

    def index_of(language: str) -> dict[str, Any]:
        return _index(*folders, language, cache, before_compiling)

    return Adviser(index_of(LANGUAGE), index_of)


def _index(
    knowledge: Path, intents: Path, language: str, cache: Path | None, before_compiling: Callable[[], None] | None
) -> dict[str, Any]:
    """The index of one language, from the cache where it is there."""
    folders = knowledge, intents
    made_of = _made_of(*folders, language)
    file = cache / f"{crc32(made_of):08x}.index" if cache else None
    index = _read(file, made_of) if file else None
    if index is None:
        if before_compiling:
            before_compiling()
        from careerbot.bot.compiling import compile_all

        index = compile_all(*folders, language)
        if file:
            _write(file, marshal.dumps((made_of, index)))
    return index


def keep(
    index: dict[str, Any], knowledge: Path | None, intents: Path | None, cache: Path | None, language: str = LANGUAGE
) -> None:
    """Put an index that was just made of these folders into the cache, for the next `load_adviser`."""
    if cache:
        made_of = _made_of(knowledge or KNOWLEDGE, intents or INTENTS, language)
        _write(cache / f"{crc32(made_of):08x}.index", marshal.dumps((made_of, index)))


def state_of(knowledge: Path | None = None, intents: Path | None = None) -> int:
    """A number that changes with any of the files in these folders."""
    return crc32(_made_of(knowledge or KNOWLEDGE, intents or INTENTS, "*"))


def _made_of(knowledge: Path, intents: Path, language: str) -> bytes:
    """Everything that an index depends on: files and code as they are now, and the Python that marshals it.

    `language`: "*" for those of all languages.
    """
    parts = [sys.version, language]
    for path in _sources(knowledge, intents, language):
        state = path.stat()
        parts.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    return "\n".join(parts).encode("utf-8", "surrogateescape")


def _sources(knowledge: Path, intents: Path, language: str) -> Iterable[Path]:
    for folder in dict.fromkeys((KNOWLEDGE, knowledge)):  # what others are laid over counts too
        yield from sorted(folder.glob("*.yaml"))
        yield from sorted(folder.glob("vocabulary/*.yaml"))
        yield from sorted(folder.glob(f"texts/{language}.yaml"))
    for folder in dict.fromkeys((INTENTS, intents)):
        yield from sorted(folder.glob(f"{language}.yaml"))
        yield from sorted(folder.glob(f"*/{language}.yaml"))
    yield from sorted(path for path in UNDERSTANDING.iterdir() if path.is_file())
    yield from (
        PACKAGE / "bot" / "compiling.py",
        PACKAGE / "intents" / "filters.py",
        PACKAGE / "intents" / "phrases.py",
        PACKAGE / "intents" / "template.py",
        KNOWLEDGE / "plain.py",
    )


def _read(file: Path, made_of: bytes) -> dict[str, Any] | None:
    """The index in this file; None when it is absent, damaged, or made of something else."""
    try:
        content = memoryview(file.read_bytes())
    except OSError:
        return None
    packed = content[_CHECKSUM:]
    if crc32(packed).to_bytes(_CHECKSUM, "big") != content[:_CHECKSUM]:
        return None
    with suppress(ValueError, EOFError, TypeError):
        kept: tuple[bytes, dict[str, Any]] = marshal.loads(packed)  # noqa: S302  our own file, in the user's own folder
        was_made_of, index = kept
        if was_made_of == made_of:
            with suppress(OSError):
                os.utime(file)  # what is used is kept
            return index
    return None


def _write(file: Path, packed: bytes) -> None:
    """Written beside and renamed: no other process sees half of it. A cache that cannot be written is none."""
    from tempfile import mkstemp

    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = mkstemp(dir=file.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as part:
                part.write(crc32(packed).to_bytes(_CHECKSUM, "big") + packed)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink()  # on a full disk, every start would leave one more
            raise
        for old in sorted(file.parent.glob("*.index"), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
            old.unlink(missing_ok=True)
