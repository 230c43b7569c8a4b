"""YAML files of conversations, read with the line of every turn.

name: pronouns                        - {ask: "sre salary", intents: [pay]}
turns:                                - {ask: "sre skills", intents: [skills]}
  - say: what does an sre earn
    intents: [pay]                    The second kind: each message stands alone.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from careerbot.bot.testing.expectations import CHECKS, OUTCOMES, TEXTS, Expected
from careerbot.knowledge.problems import Problem, did_you_mean
from careerbot.knowledge.yaml_nodes import Document, Place, Plain, read_yaml

USUAL = ("tests/conversations", "tests/intents", "conversations")
"""Where `careerbot test` looks when nothing is named, from the folder that it is called in."""
KEYS = (*CHECKS, "why")
TOP_KEYS = ("name", "turns")
NAMED = {
    "intents": "intents",
    "roles": "roles",
    "roles_include": "roles",
    "without_roles": "roles",
    "skills": "skills",
}
"""Expectations that name something which has to exist, and what."""
NAMES = {"intents": "question type", "roles": "role", "skills": "skill"}


class Turn(NamedTuple):
    said: str
    expected: Expected
    line: int
    alone: bool = False
    """It is a message with no conversation around it."""


class Script(NamedTuple):
    """A conversation; a message that stands alone is one with a single turn."""

    file: str
    name: str
    turns: tuple[Turn, ...]
    line: int


class Scripts(NamedTuple):
    scripts: tuple[Script, ...]
    problems: tuple[Problem, ...]
    passed_over: tuple[Path, ...] = ()
    """Files in which nobody talks."""


Known = Mapping[str, Iterable[str]]
"""intents, roles and skills: what there is of each."""


def files_in(named: Sequence[Path], own: Iterable[Path] = ()) -> list[Path]:
    """The YAML files of these files and folders, or of the usual ones and those that are `own`; each once, in order."""
    usual = {folder.resolve(): folder for folder in (*own, *map(Path, USUAL)) if folder.is_dir()}
    places = named or usual.values()
    found = [file for place in places for file in (sorted(place.rglob("*.yaml")) if place.is_dir() else [place])]
    return list(dict.fromkeys(found))


def read_scripts(
    files: Iterable[Path],
    known: Known | None = None,
    called: Callable[[Path], str] = str,
    named: Collection[Path] | None = None,
) -> Scripts:
    """What these files have in them, and what is wrong with them.

    `known`: names that expectations may use. `called`: how problems name a file. `named`: the files that somebody
    named, where others were only found in a folder: of these, what is no conversation is passed over.
    """
    scripts: list[Script] = []
    problems: list[Problem] = []
    passed_over: list[Path] = []
    for file in files:
        document = read_yaml(file, called(file))
        if named is not None and file not in named and _is_something_else(document):
            passed_over.append(file)
            continue
        read = _read(document, file, known)
        scripts += read.scripts
        problems += read.problems
    return Scripts(tuple(scripts), tuple(problems), tuple(passed_over))


def _is_something_else(document: Document) -> bool:
    """No list, and with a key that no conversation has and that is none misspelt."""
    data = document.data
    return isinstance(data, dict) and any(
        key not in TOP_KEYS and not did_you_mean(key, TOP_KEYS) for key in map(str, data)
    )


def _read(document: Document, file: Path, known: Known | None) -> Scripts:
    if document.data is None:
        return Scripts((), document.problems)
    if isinstance(document.data, list):
        messages = list(_turns(document, (), "ask"))
        scripts = [Script(document.file, f"{file.stem}: {turn.said}", (turn,), turn.line) for turn in messages]
        return Scripts(tuple(scripts), (*document.problems, *_in_turns(document, (), "ask", known)))
    if not isinstance(document.data, dict) or "turns" not in document.data:
        return Scripts((), (*document.problems, _neither(document)))
    name = document.data.get("name")
    turns = tuple(_turns(document, ("turns",), "say"))
    script = Script(document.file, name if isinstance(name, str) else file.stem, turns, 1)
    problems = [*document.problems, *_at_top(document), *_in_turns(document, ("turns",), "say", known)]
    return Scripts((script,) if turns else (), tuple(problems))


def _turns(document: Document, place: Place, key: str) -> Iterator[Turn]:
    """Those that can be run; what is wrong with the others is told by `_in_turns`."""
    listed = document.at(place)
    for number, turn in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(turn, dict) and isinstance(turn.get(key), str):
            expected = {name: value for name, value in turn.items() if name in KEYS and _is_shaped(name, value)}
            yield Turn(str(turn[key]), expected, document.position((*place, number))[0], alone=key == "ask")


def _neither(document: Document) -> Problem:
    near = next((near for key in _keys(document.data) if (near := did_you_mean(key, ["turns"]))), "")
    return document.problem(
        (),
        "this is neither a conversation nor a list of messages",
        f"{near}Write turns: with a list of - say: …, or a list of - {{ask: …, intents: […]}}.",
    )


def _at_top(document: Document) -> Iterator[Problem]:
    for key in _keys(document.data):
        if key not in TOP_KEYS:
            yield _unknown_key(document, (key,), key, TOP_KEYS)
    if not isinstance(document.at(("turns",)), list) or not document.at(("turns",)):
        yield document.problem(("turns",), "turns is not a list of turns", 'Write - say: "…" below it.')


def _in_turns(document: Document, place: Place, key: str, known: Known | None) -> Iterator[Problem]:
    listed = document.at(place)
    for number, turn in enumerate(listed if isinstance(listed, list) else []):
        at = (*place, number)
        if not isinstance(turn, dict):
            yield document.problem(at, "this is no turn", f'Write {{{key}: "…"}} with what is expected.')
            continue
        if key not in turn:
            near = next((near for each in turn if (near := did_you_mean(each, [key]))), "")
            yield document.problem(at, f"{key} is missing", f'{near}Every turn has {key}: "…", what a person writes.')
        elif not isinstance(turn[key], str):
            yield document.problem((*at, key), f"{key} is not a text", 'Put it in quotes: "…".')
        for name, value in turn.items():
            if name != key:
                yield from _in_expectation(document, (*at, name), name, value, key, known)


def _in_expectation(
    document: Document, place: Place, name: str, value: Plain, key: str, known: Known | None
) -> Iterator[Problem]:
    if place in document.doubtful:
        return
    if name not in KEYS:
        yield _unknown_key(document, place, name, (key, *KEYS))
    elif not _is_shaped(name, value):
        yield document.problem(place, *_shape_of(name))
    elif name == "outcome":
        yield from _unknown_names(document, place, str(value).split("|"), "outcome", OUTCOMES)
    elif known and name in NAMED and isinstance(value, list):
        there = set(known[NAMED[name]])
        for each in map(str, value):
            if not there & set(each.split("|")):
                yield from _unknown_names(document, place, [each], NAMES[NAMED[name]], there)


def _shape_of(name: str) -> tuple[str, str]:
    """What is expected under this key, and how it is written."""
    if name in TEXTS:
        return "one text is expected here", f'Write {name}: "…".'
    if name == "contains_one_of":
        return "lists of texts are expected here, in a list", f'Write {name}: [["…", "…"], ["…"]].'
    return "a list of texts is expected here", f'Write {name}: ["…", "…"], even of a single one.'


def _unknown_names(
    document: Document, place: Place, names: Iterable[str], what: str, known: Iterable[str]
) -> Iterator[Problem]:
    known = sorted(known)
    for name in names:
        if name not in known:
            few = len(known) <= len(OUTCOMES)
            listed = f"There are: {', '.join(known)}." if few else "careerbot ask --json shows what came."
            yield document.problem(place, f'there is no {what} "{name}"', f"{did_you_mean(name, known)}{listed}")


def _unknown_key(document: Document, place: Place, name: str, known: Sequence[str]) -> Problem:
    return document.problem(
        place, f'there is no key "{name}" here', f"{did_you_mean(name, known)}Keys are: {', '.join(known)}."
    )


def _keys(data: Plain) -> list[str]:
    return list(data) if isinstance(data, dict) else []


def _is_shaped(name: str, value: Plain) -> bool:
    if name in TEXTS:
        return isinstance(value, str)
    if name == "contains_one_of":
        return isinstance(value, list) and all(_is_shaped("contains", each) for each in value)
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
