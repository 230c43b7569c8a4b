"""Knowledge, phrases and wording compiled into one index, kept on disk and read back in milliseconds.

    YAML files -> checked -> names, topics, router, templates -> <cache>/<digest of everything>.index

The file is named after the content of all that went into it, so it is never stale; a damaged one is made anew.
Answering reads the index alone: no YAML, no pydantic, no numpy.
"""

import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerbot.bot.conversation import Adviser

if TYPE_CHECKING:
    from careerbot.knowledge.problems import Problem

PACKAGE = Path(__file__).parent.parent
KNOWLEDGE = PACKAGE / "knowledge"
INTENTS = PACKAGE / "intents"
UNDERSTANDING = PACKAGE / "bot" / "understanding"
LANGUAGE = "en"
KEPT = 3
"""Indexes kept in the cache; older ones are deleted."""
_DIGEST = 16


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
    file = cache / f"{_digest(*folders)}.index" if cache else None
    data = _read(file) if file else None
    if data is None:
        if before_compiling:
            before_compiling()
        from careerbot.bot.compiling import compile_all

        packed = compile_all(*folders, LANGUAGE)
        if file:
            _write(file, packed)
        data = marshal.loads(packed)  # noqa: S302  made a line above
    return Adviser(data)


def check(knowledge: Path | None = None, intents: Path | None = None) -> "list[Problem]":
    """Every problem of the files in these folders."""
    from careerbot.bot.compiling import problems_in

    return problems_in(knowledge or KNOWLEDGE, intents or INTENTS, LANGUAGE)


def _digest(knowledge: Path, intents: Path) -> str:
    """A name for all that an index is made of: files, code, and the Python that marshalled it."""
    import jinja2

    digest = blake2b(digest_size=_DIGEST)
    digest.update(f"{sys.version}{getattr(jinja2, '__version__', '')}".encode())
    for path in _sources(knowledge, intents):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(knowledge: Path, intents: Path) -> Iterable[Path]:
    yield from sorted(knowledge.glob("*.yaml"))
    yield from sorted(knowledge.glob("vocabulary/*.yaml"))
    yield intents / f"{LANGUAGE}.yaml"
    yield from sorted(intents.glob(f"*/{LANGUAGE}.yaml"))
    yield from sorted(path for path in UNDERSTANDING.iterdir() if path.is_file())
    yield from (
        PACKAGE / "bot" / "compiling.py",
        PACKAGE / "intents" / "phrases.py",
        PACKAGE / "intents" / "wording.py",
        KNOWLEDGE / "plain.py",
    )


def _read(file: Path) -> dict[str, Any] | None:
    """The index in this file; None when it is absent or not what was written."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    packed = content[_DIGEST:]
    if blake2b(packed, digest_size=_DIGEST).digest() != content[:_DIGEST]:
        return None
    with suppress(ValueError, EOFError, TypeError):
        data = marshal.loads(packed)  # noqa: S302  our own file, whole by its digest, in the user's own folder
        return data if isinstance(data, dict) else None
    return None


def _write(file: Path, packed: bytes) -> None:
    """Written beside and renamed: no other process sees half of it. A cache that cannot be written is none."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
        with os.fdopen(handle, "wb") as part:
            part.write(blake2b(packed, digest_size=_DIGEST).digest() + packed)
        Path(name).replace(file)
        for old in sorted(file.parent.glob("*.index"), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:]:
            old.unlink(missing_ok=True)
