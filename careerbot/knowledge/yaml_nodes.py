"""YAML read by its nodes, so that every value knows its line and column.

Plain `yaml.safe_load` lets an author's slips pass in silence: a key given twice (the last one wins), `no` and `on`
(become false and true), `12:30` (becomes 750), `010` (becomes 8). All of these are problems here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from careerbot.knowledge.problems import Level, Problem
from careerbot.knowledge.yaml_slips import ANCHOR, slip

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
Place: TypeAlias = tuple[str | int, ...]
"""Keys and list indices from the top of the file down to a value."""

_QUOTE = "Put it in quotes"
_DIGITS = re.compile(r"[0-9]{1,3}")
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_TAG = "tag:yaml.org,2002:"
_TRAPS = {"int": "a number", "float": "a number", "timestamp": "a date"}


@dataclass(frozen=True, slots=True)
class Document:
    """One file as plain data, where each of its values stands, and what is wrong with it."""

    file: str
    data: Plain
    """None if the file could not be read at all."""
    positions: Mapping[Place, tuple[int, int]]
    """Line and column from 1: of the key for an entry of a mapping, of the item for an item of a list."""
    problems: tuple[Problem, ...] = ()
    doubtful: frozenset[Place] = frozenset()
    """Places already complained about: what is found there says nothing more."""
    elsewhere: Mapping[Place, str] = field(default_factory=dict)
    """Where one file is laid over another (`overlay.py`): places that come from the one below, and its name."""
    layers: tuple[str, ...] = ()
    """The files that are laid over each other, from the lowest up; empty for a single one."""

    def position(self, place: Place) -> tuple[int, int]:
        """Line and column of the place, or of the nearest thing around it that exists."""
        return self.positions.get(self._existing(place), (1, 1))

    def file_of(self, place: Place) -> str:
        """The file that the place comes from."""
        return self.elsewhere.get(self._existing(place), self.file)

    def is_below(self, place: Place) -> bool:
        """Whether this very place comes from a file that this one is laid over."""
        return place in self.elsewhere

    def layer(self, place: Place) -> int:
        """How far up the file of the place lies among those that are laid over each other."""
        file = self.file_of(place)
        return self.layers.index(file) if file in self.layers else 0

    def where(self, place: Place) -> str:
        """As "roles.yaml, line 12"."""
        return f"{self.file_of(place)}, line {self.position(place)[0]}"

    def after(self, place: Place, other: Place) -> str:
        """Where `other` stands, said at `place`: "on line 3", or with its file where that is another one."""
        same_file = self.file_of(other) == self.file_of(place)
        return f"on line {self.position(other)[0]}" if same_file else f"in {self.where(other)}"

    def problem(self, place: Place, what: str, fix: str, level: Level = "error", rule: str = "") -> Problem:
        line, column = self.position(place)
        return Problem(self.file_of(place), line, column, self.key(place), what, fix, level, rule)

    def addition(self, place: Place, what: str, fix: str) -> Problem:
        """A problem that is mended by writing something at the place: in the uppermost file."""
        if self._existing(place) in self.elsewhere:
            return Problem(self.file, 1, 1, self.key(place), what, fix)
        return self.problem(place, what, fix)

    def _existing(self, place: Place) -> Place:
        while place and place not in self.positions:
            place = place[:-1]
        return place

    def at(self, place: Place) -> Plain:
        """The value at the place; None if there is none."""
        value = self.data
        for step in place:
            value = _inside(value, step)
        return value

    def key(self, place: Place) -> str:
        """Dotted keys, list items by their id: `roles.data_scientist.pay.low`."""
        words: list[str] = []
        value: Plain = self.data
        for step in place:
            value = _inside(value, step)
            if isinstance(step, str):
                words.append(step)
            elif isinstance(value, dict) and isinstance(value.get("id"), str):
                words.append(str(value["id"]))
        return ".".join(words)

    def each(self, pattern: str) -> Iterator[tuple[Place, Plain]]:
        """Values whose place fits a dotted pattern, `*` standing for any key or item: `roles.*.pay.low`."""
        found: list[tuple[Place, Plain]] = [((), self.data)]
        for word in pattern.split("."):
            found = [((*place, step), value) for place, whole in found for step, value in _steps(whole, word)]
        yield from found


def _inside(value: Plain, step: str | int) -> Plain:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _steps(value: Plain, word: str) -> list[tuple[str | int, Plain]]:
    if isinstance(value, dict):
        return [(key, inner) for key, inner in value.items() if word in ("*", key)]
    if isinstance(value, list) and word == "*":
        return list(enumerate(value))
    return []


def read_yaml(path: Path, file: str) -> Document:
    """The document at `path`, called `file` in its problems. Raises nothing: what is wrong is in `problems`."""

    def unreadable(line: int, column: int, what: str, fix: str) -> Document:
        return Document(file, None, {}, (Problem(file, line, column, "", what, fix),))

    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return unreadable(1, 1, "the file is missing", "Create it, or restore it from the repository.")
    except OSError as error:
        return unreadable(1, 1, f"the file cannot be read ({error.strerror})", "Check that it is a readable file.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place_of(raw[: error.start].decode("utf-8", "replace"))
        return unreadable(line, column, "these bytes are not UTF-8", "Save the file with the encoding UTF-8.")
    try:
        # The constructor of a loader already reads the text, so it may refuse it too.
        root = _Loader(text).get_single_node()
    except yaml.reader.ReaderError as error:
        line, column = _place_of(text[: error.position])
        return unreadable(line, column, f"the character U+{ord(text[error.position]):04X} is not allowed", "Delete it.")
    except yaml.MarkedYAMLError as error:
        return unreadable(*slip(error, text))
    except RecursionError:
        return unreadable(1, 1, "the file is nested too deeply", "Write it flatter.")
    if root is None:
        return unreadable(1, 1, "the file is empty", "Fill it in, or restore it from the repository.")
    reading = _Reading(file)
    data = reading.value(root, ())
    document = Document(file, data, reading.positions)
    problems = tuple(document.problem(place, what, fix) for place, what, fix in reading.refused)
    problems += tuple(
        Problem(file, line, column, document.key(place), what, fix)
        for place, (line, column), what, fix in reading.repeated
    )
    doubtful = frozenset(place for place, _, _ in reading.refused)
    return Document(file, data, reading.positions, problems, doubtful)


def other_language(document: Document) -> Iterator[Problem]:
    """A file that says that it is in another language than its name does."""
    place = ("language",)
    given, named = document.at(place), Path(document.file_of(place)).stem
    if isinstance(given, str) and given != named:
        what = f'the language is "{given}", and the file is called {named}.yaml'
        yield document.problem(place, what, f"Write language: {named}, or rename the file.")


class _Loader(yaml.SafeLoader):
    """Refuses anchors and aliases: they hide what a line says, and one can contain itself without end."""

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) is not None:
            raise yaml.composer.ComposerError(None, None, ANCHOR, event.start_mark)
        return super().compose_node(parent, index)


def _place_of(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@dataclass(slots=True)
class _Reading:
    """Turns nodes into data while it notes positions and problems."""

    file: str
    positions: dict[Place, tuple[int, int]] = field(default_factory=dict)
    refused: list[tuple[Place, str, str]] = field(default_factory=list)
    repeated: list[tuple[Place, tuple[int, int], str, str]] = field(default_factory=list)

    def value(self, node: Node, place: Place) -> Plain:
        self.positions.setdefault(place, _start(node))
        match node:
            case MappingNode():
                return self._mapping(node, place)
            case SequenceNode():
                return [self.value(item, (*place, index)) for index, item in enumerate(node.value)]
            case ScalarNode():
                return self._scalar(node, place)
        raise AssertionError(f"a kind of node that YAML does not have: {node!r}")

    def _mapping(self, node: MappingNode, place: Place) -> Plain:
        data: dict[str, Plain] = {}
        for key_node, value_node in self._without_thousands(node, place):
            key = self._key(key_node, place)
            inner = (*place, key)
            if key in data:
                first = self.positions[inner][0]
                what = f'the key "{key}" is given twice, first on line {first}'
                self.repeated.append((inner, _start(key_node), what, "Keep one of them."))
                continue
            self.positions[inner] = _start(key_node)
            data[key] = self.value(value_node, inner)
        return data

    def _without_thousands(self, node: MappingNode, place: Place) -> Iterator[tuple[Node, Node]]:
        """In {low: 60,000} YAML takes "000" for a key of its own."""
        if not node.flow_style:
            yield from node.value
            return
        entries = list(node.value)
        while entries:
            key, value = entries.pop(0)
            yield key, value
            parts = [str(value.value) if isinstance(value, ScalarNode) else ""]
            while entries and _DIGITS.fullmatch(parts[0]) and _is_rest(*entries[0]):
                parts.append(str(entries.pop(0)[0].value))
            if len(parts) > 1:
                what = f"{','.join(parts)} is read as {len(parts)} entries"
                self._refuse((*place, str(key.value)), what, f"Write {''.join(parts)}.")

    def _key(self, node: Node, place: Place) -> str:
        if not isinstance(node, ScalarNode):
            text = "?"
            self.positions[(*place, text)] = _start(node)
            self._refuse((*place, text), "a key cannot be a list or a mapping", "Use a word as the key.")
            return text
        text = str(node.value)
        if node.tag != _TAG + "str":
            self.positions.setdefault((*place, text), _start(node))
            self._refuse((*place, text), f"the key {text or '(nothing)'} is not text for YAML", f'{_QUOTE}: "{text}".')
        return text

    def _scalar(self, node: ScalarNode, place: Place) -> Plain:
        text = str(node.value)
        kind = node.tag.removeprefix(_TAG)
        if kind == "str":
            if text.startswith("TODO"):
                self._refuse(place, "this is still to be filled in", "Write what belongs here in place of TODO.")
            return text
        if kind == "null" and node.style is None:
            return None
        if kind == "bool" and text in ("true", "false"):
            return text == "true"
        if kind == "int" and _WHOLE.fullmatch(text):
            return int(text)
        if kind == "float" and _DECIMAL.fullmatch(text):
            return float(text)
        if kind in ("int", "float") and re.fullmatch(r"[-+]?[0-9_.]+", text):
            fix = f'Write the number with digits only, or put it in quotes: "{text}".'
            self._refuse(place, f"{text} may be read as another number than it seems", fix)
        elif kind == "bool":
            fix = f'Write true or false if that is meant; otherwise put it in quotes: "{text}".'
            self._refuse(place, f"YAML reads {text} as true or false", fix)
        elif kind in _TRAPS:
            self._refuse(place, f"YAML reads {text} as {_TRAPS[kind]}", f'{_QUOTE}: "{text}".')
        elif node.tag.startswith(_TAG) and kind in ("value", "merge"):
            self._refuse(place, f"{text} has a special meaning in YAML", f'{_QUOTE}: "{text}".')
        else:
            self._refuse(place, f"the tag {node.tag} is not used here", "Remove the word that starts with !.")
        return text

    def _refuse(self, place: Place, what: str, fix: str) -> None:
        self.refused.append((place, what, fix))


def _is_rest(key: Node, value: Node) -> bool:
    """Three digits, and nothing is said of them."""
    return re.fullmatch("[0-9]{3}", str(key.value)) is not None and value.value == ""


def _start(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
