"""The folders of this floor as a catalogue: every question type with its phrases, wording and handler.

Reading the files is compile-time work (`read`); answering starts from the data it made (`handler`).
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from careerbot.intents import fixed_reply
from careerbot.intents.turn import Handler

if TYPE_CHECKING:
    from careerbot.knowledge.problems import Problem
    from careerbot.knowledge.yaml_nodes import Document

SLOTS = frozenset({"role", "title", "skill", "amount", "count", "ordinal", "topic", "place", "level", "company"})


ALONE = "numbers"
"""A folder whose common file has this key stands alone; others lie over the question types of the program."""


class Asked(NamedTuple):
    """The language files as they were read, each laid over the one below where there is one."""

    common: "Document"
    intents: "dict[str, Document]"
    """By the name of the question type."""


def read(
    folder: Path, language: str = "en", below: Path | None = None, called: Callable[[Path], str] | None = None
) -> dict[str, Any]:
    """Plain data of every language file under `folder`. Raises KnowledgeErrors with all problems of all files.

    Shape: {"common": {...}, "intents": {name: {"example", "phrases", "suggestion", "replies", "facts"}}}
    `below`: the folder that this one is laid over, unless it stands alone. `called`: how problems name a file; by
    default by its path within the folder.
    """
    return checked(read_files(folder, language, below, called))


def read_files(
    folder: Path, language: str = "en", below: Path | None = None, called: Callable[[Path], str] | None = None
) -> Asked:
    """The language files, with the problems that each has by itself."""
    from careerbot.knowledge.overlay import read_over, stands_alone
    from careerbot.knowledge.yaml_nodes import read_yaml

    common = f"{language}.yaml"
    if below is None or folder == below or stands_alone(folder / common, ALONE):
        below = None

    def document(within: str, lies_over: bool) -> "Document":
        def name(path: Path) -> str:
            return called(path) if called else within

        lower = read_yaml(below / within, name(below / within)) if below and lies_over else None
        return read_over(folder / within, name(folder / within), lower)

    lower = {path.parent.name for path in below.glob(f"*/{language}.yaml")} if below else set()
    names = sorted(lower | {path.parent.name for path in folder.glob(f"*/{language}.yaml")})
    return Asked(document(common, True), {name: document(f"{name}/{language}.yaml", name in lower) for name in names})


def checked(asked: Asked) -> dict[str, Any]:
    """The data of these files. Raises KnowledgeErrors."""
    from careerbot.intents.language_file import CommonFile, LanguageFile
    from careerbot.knowledge.problems import KnowledgeErrors
    from careerbot.knowledge.validation import validated
    from careerbot.knowledge.yaml_nodes import other_language

    common, problems = validated(CommonFile, asked.common)
    problems = [*asked.common.problems, *problems, *other_language(asked.common)]
    intents: dict[str, Any] = {}
    for name, document in asked.intents.items():
        entry, found = validated(LanguageFile, document)
        problems += [*document.problems, *found, *_of_a_fixed_reply(name, document)]
        if entry:
            problems += _in_phrases(document, entry.phrases)
            intents[name] = entry.model_dump()
    if problems or common is None:
        raise KnowledgeErrors(problems)
    return {"common": common.model_dump(), "intents": intents}


def _of_a_fixed_reply(name: str, document: "Document") -> "Iterator[Problem]":
    """What only a question type without Python needs, or only such a one may have."""
    if has_handler(name):
        if document.at(("facts",)) is not None:
            fix = "Remove them: its handler names the facts it uses."
            yield document.problem(
                ("facts",), f"facts: is only for question types without Python, and {name} has some", fix
            )
        return
    replies = document.at(("replies",))
    if isinstance(replies, dict) and "reply" not in replies:
        fix = "Add reply: and what is to be said, under replies:."
        yield document.addition(("replies",), f"the question type {name} has no Python, and no fixed reply either", fix)


def _in_phrases(document: "Document", phrases: tuple[str, ...]) -> "Iterator[Problem]":
    """Phrases with unbalanced brackets or unknown slots, and phrases given twice."""
    import re

    from careerbot.intents.phrases import PhraseError, expand

    seen: dict[str, int] = {}
    for number, phrase in enumerate(phrases):
        place = ("phrases", number)
        for slot in re.findall(r"\{(.*?)\}", phrase):
            if slot not in SLOTS:
                yield document.problem(place, f"there is no slot {{{slot}}}", f"Slots are: {', '.join(sorted(SLOTS))}.")
        try:
            expand(phrase)
        except PhraseError as error:
            yield document.problem(
                place, f'the phrase "{phrase}": {error}', "Write (one|of these), [optional] and {slot}."
            )
        if phrase in seen:
            yield document.problem(
                place,
                f'"{phrase}" is given twice, first {document.after(place, ("phrases", seen[phrase]))}',
                "Delete one of the two.",
            )
        seen[phrase] = number


def has_handler(name: str) -> bool:
    """Whether the question type has Python of its own, or only a fixed reply."""
    return (Path(__file__).parent / name / "handler.py").is_file()


@cache
def handler(name: str) -> Handler:
    """The handler of a question type; the module is imported when it is first needed."""
    if not has_handler(name):
        return fixed_reply.answer
    return import_module(f"careerbot.intents.{name}.handler").answer  # type: ignore[no-any-return]
