"""Replies held against the handlers that say them: names that are not given, replies that are missing or never said."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from careerbot.bot.built_in import INTENTS, PACKAGE
from careerbot.intents import catalogue
from careerbot.intents.template import sandbox
from careerbot.intents.wording import ALL_ROLES
from careerbot.knowledge.base import Pay, Role
from careerbot.knowledge.problems import Problem, did_you_mean
from careerbot.knowledge.yaml_nodes import Document

SHARED = (*sorted(INTENTS.glob("*.py")), PACKAGE / "bot" / "answering.py")
"""Code that says the wordings of any question type."""
_SAYING = frozenset({"say", "word"})
_NAMES = "names"
"""Says all wordings of a question type that begin alike."""
_OFFER = frozenset({"role", "roles"})
_KNOWN: Mapping[str, frozenset[str]] = {
    "role": frozenset(Role._fields),
    "role.pay": frozenset({*Pay._fields, "middle"}),
}


@dataclass
class Said:
    """What code says, as far as it can be read without running it."""

    given: dict[str, frozenset[str]] = field(default_factory=dict)
    """Name of a wording -> the values that every saying of it gives."""
    mentioned: set[str] = field(default_factory=set)
    """Every piece of text in the code: a name may be put together or passed on."""
    begun: set[str] = field(default_factory=set)
    """Beginnings of names that are put together."""

    def uses(self, name: str) -> bool:
        return name in self.mentioned or any(name.startswith(beginning) for beginning in self.begun)


@cache
def said_in(files: tuple[Path, ...]) -> Said:
    said = Said()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            _see(node, said)
    return said


def _see(node: ast.AST, said: Said) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        said.mentioned.add(node.value)
    elif isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
        said.begun.add(str(node.values[0].value))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == _NAMES:
        said.begun |= {str(each.value) for each in node.args[1:] if isinstance(each, ast.Constant)}
    elif (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SAYING and node.args
    ):
        name, keywords = node.args[0], [keyword.arg for keyword in node.keywords]
        if isinstance(name, ast.Constant) and isinstance(name.value, str) and None not in keywords:
            given = frozenset(str(keyword) for keyword in keywords)
            said.given[name.value] = said.given.get(name.value, given) & given


def misfits(common: Document, documents: Mapping[str, Document], *, usual: bool = True) -> Iterator[Problem]:
    """Every reply that does not fit its handler.

    `usual`: it is the usual language. Replies of others are held against those of it, so only what they mention counts.
    """
    shared = said_in(SHARED)
    every = Said(mentioned=set(shared.mentioned), begun=set(shared.begun))
    for intent, document in documents.items():
        if not catalogue.has_handler(intent):
            yield from _fixed(document)
            continue
        own = said_in(_code_of(intent))
        every.mentioned |= own.mentioned
        every.begun |= own.begun
        yield from _replies(document, own, shared, usual=usual)
        for name in own.given if usual else ():
            if not any(isinstance(each.at(("replies", name)), str) for each in (document, common)):
                fix = f"Add {name}: and what is to be said, under replies:."
                yield document.addition(("replies",), f'the reply "{name}" is missing: the handler says it', fix)
    yield from _replies(common, Said(), shared, every, usual=usual)


def _code_of(intent: str) -> tuple[Path, ...]:
    return tuple(sorted((INTENTS / intent).glob("*.py")))


def _replies(
    document: Document, own: Said, shared: Said, every: Said | None = None, *, usual: bool = True
) -> Iterator[Problem]:
    for place, text in document.each("replies.*"):
        name = str(place[-1])
        given = own.given.get(name, shared.given.get(name))
        if not isinstance(text, str):
            continue
        if given is not None:
            yield from _unknown(document, name, text, given)
        yield from _attributes(document, name, text)
        used = every.uses(name) if every else own.uses(name) or shared.uses(name) or name == "suggestion_skill"
        if usual and not used and name != "suggestion":
            fix = "Remove it, or correct its name to one that the handler says."
            yield document.problem(place, f'the reply "{name}" is never said', fix, "warning", "reply-unused")
    yield from _offer(document)


def _fixed(document: Document) -> Iterator[Problem]:
    for place, text in document.each("replies.*"):
        if isinstance(text, str):
            yield from _unknown(document, str(place[-1]), text, frozenset())
    yield from _offer(document)


def _offer(document: Document) -> Iterator[Problem]:
    offer = document.at(("suggestion",))
    if isinstance(offer, str):
        yield from _unknown(document, "suggestion", offer, _OFFER, ("suggestion",))


def _unknown(
    document: Document, name: str, text: str, given: frozenset[str], place: tuple[str, ...] = ()
) -> Iterator[Problem]:
    from jinja2 import TemplateSyntaxError, meta

    try:
        used = meta.find_undeclared_variables(sandbox().parse(text))
    except TemplateSyntaxError:
        return  # told when the file is read
    for each in sorted(used - given - {ALL_ROLES}):
        listed = ", ".join(sorted(given)) or "none"
        what = f'the reply "{name}" mentions {{{{ {each} }}}}, which it is not given'
        fix = f"{did_you_mean(each, given)}Values here are: {listed}."
        yield document.problem(place or ("replies", name), what, fix, "error", "value-unknown")


def _attributes(document: Document, name: str, text: str) -> Iterator[Problem]:
    """`role.titel`: a role has no such thing."""
    from jinja2 import TemplateSyntaxError, nodes

    try:
        found = sandbox().parse(text).find_all(nodes.Getattr)
    except TemplateSyntaxError:
        return
    for node in found:
        known = _KNOWN.get(_path(node.node))
        if known and node.attr not in known:
            what = f'the reply "{name}" mentions {_path(node.node)}.{node.attr}, which does not exist'
            fix = f"{did_you_mean(node.attr, known)}There are: {', '.join(sorted(known))}."
            yield document.problem(("replies", name), what, fix, "error", "value-unknown")


def _path(node: object) -> str:
    from jinja2 import nodes

    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""
