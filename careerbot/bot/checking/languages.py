"""Whether all languages say the same: question types, replies, facts and names held side by side."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from careerbot.bot.built_in import LANGUAGE
from careerbot.bot.compiling import Sources, grammar_of
from careerbot.knowledge.agreement import Files
from careerbot.knowledge.base import Fact
from careerbot.knowledge.problems import Level, Problem
from careerbot.knowledge.translation import MADE
from careerbot.knowledge.yaml_nodes import Document, Place

_UNTRANSLATED = "untranslated"


@cache
def name_of(language: str) -> str:
    """What a language is called: German."""
    return str(grammar_of(LANGUAGE)["language_names"][language][0]).title()


def untranslated(usual: Sources, other: Sources, language: str, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """What is said in the usual language only, or in the other only. `facts`: all there are.

    An own folder may leave a language out: that is worth a look. This program's own may not.
    """
    theirs, ours = name_of(language), name_of(LANGUAGE)
    yield from _types(usual.intents.intents, other.intents.intents, theirs, language)
    yield from _types(other.intents.intents, usual.intents.intents, ours, LANGUAGE)
    yield from _replies(usual.intents.common, other.intents.common)
    for intent, document in other.intents.intents.items():
        if intent in usual.intents.intents:
            yield from _replies(usual.intents.intents[intent], document)
    yield from _facts(other.knowledge, theirs, facts)
    yield from _names(other.knowledge, theirs, language)


def _types(told: Mapping[str, Document], given: Mapping[str, Document], name: str, language: str) -> Iterator[Problem]:
    for intent, document in told.items():
        if intent not in given:
            file = Path(document.file_of(("phrases",))).with_name(f"{language}.yaml").as_posix()
            what = f"the question type {intent} is not there in {name}"
            fix = f"Whoever asks in {name} is not understood. Write {file} like this file."
            yield document.problem(("phrases",), what, fix, "warning", _UNTRANSLATED)


def _replies(usual: Document, other: Document) -> Iterator[Problem]:
    wanted, given = (_said(document) for document in (usual, other))
    for name in sorted(wanted - given):
        what = f'the reply "{name}" is missing, which {usual.file} has'
        yield other.addition(("replies",), what, f"Add {name}: and what is said, under replies:.")
    for name in sorted(given - wanted):
        what = f'{usual.file} has no reply "{name}"'
        yield other.problem(("replies", name), what, "Remove it, or correct its name.")


def _said(document: Document) -> set[str]:
    replies = document.at(("replies",))
    return set(replies) if isinstance(replies, dict) else set()


def _facts(files: Files, name: str, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """Facts without a text: all those of one role at once."""
    texts = files.texts
    if texts is None:
        return
    written = texts.at(("texts",))
    given = written if isinstance(written, dict) else {}
    wanting: dict[str | None, list[str]] = {}
    for id, fact in facts.items():
        if fact.kind not in MADE and id not in given:
            wanting.setdefault(fact.role, []).append(id)
    for role, ids in wanting.items():
        place = _role(files.roles, role) if role else ("general",)
        of = f"of the role {role}" if role else "of all roles"
        shown = ", ".join(id.partition(".")[2] for id in ids)
        what = f"{len(ids)} facts {of} have no {name} text: {shown}"
        if len(ids) == 1:
            what = f"the fact {ids[0]} has no {name} text"
        fix = (
            f"Whoever asks in {name} is told what stands here. "
            f"Add what is missing to {texts.file}, under texts:, such as {ids[0]}: and its text."
        )
        yield files.roles.problem(place, what, fix, _level(files.roles, place), _UNTRANSLATED)


def _names(files: Files, name: str, language: str) -> Iterator[Problem]:
    """Roles that only the usual language has names for."""
    named = {
        place[1]
        for place, _ in files.vocabulary.each("roles.*.*.*")
        if Path(files.vocabulary.file_of(place)).stem == language
    }
    for place, id in files.roles.each("roles.*.id"):
        if id not in named:
            what = f"the role {id} has no {name} names"
            fix = (
                f"Whoever asks in {name} is understood by those of {name_of(LANGUAGE)} only. "
                f"Add some to {files.vocabulary.file}, under roles:, as {id}: {{safe: [...]}}."
            )
            yield files.roles.problem(place[:-1], what, fix, "warning", _UNTRANSLATED)


def _level(document: Document, place: Place) -> Level:
    own = bool(document.elsewhere) and not document.is_below(place)
    return "warning" if own else "error"


def _role(roles: Document, id: str) -> Place:
    return next((place[:-1] for place, each in roles.each("roles.*.id") if each == id), ("roles",))
