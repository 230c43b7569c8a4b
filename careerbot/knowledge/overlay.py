"""Own files laid over those of the program: an own folder holds only what it adds or says in other words.

    mappings are merged key by key · lists grow at their end · a text or number takes the place of the one below
    `key: null` takes an entry of a mapping out · `{not: [one], add: [another]}` takes items of a list out

Every value remembers the file it comes from, so a problem is told where it can be mended.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from careerbot.knowledge.problems import Problem, did_you_mean
from careerbot.knowledge.yaml_nodes import Document, Place, Plain, read_yaml

T = TypeVar("T")
NOT, ADD = "not", "add"
"""Keys of what changes a list instead of growing it: names or texts that go, and items that come."""


def stands_alone(file: Path, key: str) -> bool:
    """Whether a file has this top-level key, which only a complete one needs. A file that is missing has not."""
    try:
        return re.search(rf"^{key}:", file.read_text(encoding="utf-8", errors="replace"), re.MULTILINE) is not None
    except OSError:
        return False


def read_over(path: Path, file: str, below: Document | None) -> Document:
    """The document at `path`, called `file`, laid over `below`; then it may be missing, or have only comments."""
    part = read_part(path, file, may_be_absent=below is not None)
    return overlaid(below, part) if below else part


def read_part(path: Path, file: str, *, may_be_absent: bool) -> Document:
    """The document at `path`, called `file`; an empty one where it may be missing, or have only comments."""
    if may_be_absent and (not path.exists() or not _says_anything(path)):
        return Document(file, {}, {})
    return read_yaml(path, file)


def overlaid(below: Document, over: Document) -> Document:
    """One document of two. What cannot be laid over what stands below is a problem of the upper file."""
    if over.data is None or below.data is None:
        return over if over.data is None else below
    laid = _Laying(below, over)
    data = laid.value(below.data, over.data, (), ())
    return Document(
        over.file,
        data,
        laid.positions,
        (*below.problems, *over.problems, *laid.problems),
        below.doubtful | frozenset(laid.places.get(place, place) for place in over.doubtful),
        laid.elsewhere,
        (*(below.layers or (below.file,)), over.file),
    )


def _says_anything(path: Path) -> bool:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return True  # reading it properly tells what is wrong
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)


def said_in(item: Plain) -> str | None:
    """What an item of a list says: a text itself, or the name in `{name: text, guard: caps}`."""
    value = item.get("name") if isinstance(item, dict) else item
    return value if isinstance(value, str) else None


def _renumbered(noted: dict[Place, T], place: Place, numbers: Mapping[int, int]) -> dict[Place, T]:
    length = len(place)
    renumbered: dict[Place, T] = {}
    for each, value in noted.items():
        if len(each) <= length or each[:length] != place:
            renumbered[each] = value
        elif (number := numbers.get(int(each[length]))) is not None:
            renumbered[(*place, number, *each[length + 1 :])] = value
    return renumbered


class _Laying:
    def __init__(self, below: Document, over: Document) -> None:
        self._over = over
        self.positions = dict(below.positions)
        self.elsewhere = {place: below.file_of(place) for place in below.positions if place}
        self.places: dict[Place, Place] = {}
        """Place in the upper file -> place in both together, where they differ."""
        self.problems: list[Problem] = []

    def value(self, below: Plain, over: Plain, place: Place, source: Place) -> Plain:
        """What stands at `place` when `over`, at `source` of its own file, is laid over `below`."""
        self._note(place, source)
        if isinstance(below, dict) and isinstance(over, dict):
            return self._mapping(below, over, place, source)
        if isinstance(below, list) and isinstance(over, list):
            return self._list(below, over, place, source)
        if isinstance(below, list) and isinstance(over, dict) and over and over.keys() <= {NOT, ADD}:
            return self._changed(below, over, place, source)
        if isinstance(below, dict | list):
            kind = "a mapping" if isinstance(below, dict) else "a list"
            self._refuse(source, f"{kind} is expected here, as in the file below", "Write it like the one below.")
            return below
        self._take(over, place, source)
        return over

    def _mapping(self, below: dict[str, Plain], over: dict[str, Plain], place: Place, source: Place) -> Plain:
        merged = dict(below)
        for key, value in over.items():
            at, origin = (*place, key), (*source, key)
            if value is None and key in merged:
                del merged[key]
            elif value is None and origin not in self._over.doubtful:
                self._refuse(origin, f'there is no "{key}" below that could be taken out', "Remove this line.")
            elif key in merged:
                merged[key] = self.value(merged[key], value, at, origin)
            else:
                merged[key] = value
                self._take(value, at, origin)
        return merged

    def _list(self, below: list[Plain], over: list[Plain], place: Place, source: Place) -> Plain:
        for number, value in enumerate(over):
            self._take(value, (*place, len(below) + number), (*source, number))
        return [*below, *over]

    def _changed(self, below: list[Plain], over: dict[str, Plain], place: Place, source: Place) -> Plain:
        """The list without some of its items, and with others."""
        names = [said_in(item) for item in below]
        gone: set[int] = set()
        for key in over:
            if not isinstance(over[key], list):
                self._refuse((*source, key), "a list is expected here", f"Write {key}: [one, two].")
        taken, added = (value if isinstance(value, list) else [] for value in (over.get(NOT), over.get(ADD)))
        for number, name in enumerate(taken):
            if name in names:
                gone.add(names.index(name))
            else:
                fix = f"{did_you_mean(str(name), filter(None, names))}Correct it, or remove it from {NOT}:."
                self._refuse((*source, NOT, number), f'there is no "{name}" below that could be taken out', fix)
        kept = [number for number in range(len(below)) if number not in gone]
        self._moved(place, {old: new for new, old in enumerate(kept)})
        return self._list([below[number] for number in kept], added, place, (*source, ADD))

    def _moved(self, place: Place, numbers: dict[int, int]) -> None:
        """Items of the list at this place have other numbers now, or are gone."""
        self.positions = _renumbered(self.positions, place, numbers)
        self.elsewhere = _renumbered(self.elsewhere, place, numbers)

    def _take(self, value: Plain, place: Place, source: Place) -> None:
        """All of the value comes from the upper file."""
        self._note(place, source)
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, each in inner:
            self._take(each, (*place, step), (*source, step))

    def _note(self, place: Place, source: Place) -> None:
        if source in self._over.positions and source:
            self.positions[place] = self._over.positions[source]
            self.elsewhere.pop(place, None)
            self.places[source] = place

    def _refuse(self, source: Place, what: str, fix: str) -> None:
        self.problems.append(self._over.problem(source, what, fix))
