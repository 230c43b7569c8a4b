"""An export written down: Markdown, or text that needs no Markdown to be read."""

import re
from collections.abc import Callable, Iterable, Iterator

from careerbot.intents.export.contents import Contents, Entry, Tick

_MARKS = re.compile(r"([\\`*_\[\]<>])")


def markdown(of: Contents) -> str:
    """Headings, lists, boxes to tick; whatever a text holds, it is no markup."""
    level = "##" if of.title else "#"
    parts = [f"# {_safe(of.title)}"] if of.title else []
    for entry in of.roles:
        parts += [f"{level} {_safe(entry.role.title)}", _safe(entry.pay)]
        for heading, lines in _lists(of, entry):
            parts += [f"{level}# {_safe(heading)}", "\n".join(f"- {_boxed(line, of, _safe)}" for line in lines)]
    return "\n\n".join([*parts, "---", *(_safe(note) for note in of.notes)]) + "\n"


def plain_text(of: Contents) -> str:
    """The same with underlined headings."""
    parts = [_underlined(of.title, "=")] if of.title else []
    for entry in of.roles:
        parts += [f"{_underlined(entry.role.title, '-' if of.title else '=')}\n{entry.pay}"]
        for heading, lines in _lists(of, entry):
            parts.append("\n".join([f"{heading}:", *(f"  - {_boxed(line, of, str)}" for line in lines)]))
    return "\n\n".join([*parts, *of.notes]) + "\n"


def _lists(of: Contents, entry: Entry) -> Iterator[tuple[str, Iterable[str | Tick]]]:
    return zip(of.headings, (entry.work, entry.skills, entry.why), strict=True)


def _boxed(line: str | Tick, of: Contents, write: Callable[[str], str]) -> str:
    if isinstance(line, str):
        return write(line)
    box = f"[{'x' if line.done else ' '}] " if of.ticked else ""
    return f"{box}{write(line.text)}"


def _underlined(title: str, stroke: str) -> str:
    return f"{title}\n{stroke * len(title)}"


def _safe(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
