"""The folders of this floor as a catalogue: every question type with its phrases, wording and handler.

Reading the files is compile-time work (`read`); answering starts from the data it made (`handler`).
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerbot.intents.turn import Handler

if TYPE_CHECKING:
    from careerbot.knowledge.problems import Problem

SLOTS = frozenset({"role", "title", "skill", "amount", "count", "ordinal", "topic", "place", "level", "company"})


def read(folder: Path, language: str = "en") -> dict[str, Any]:
    """Plain data of every language file under `folder`. Raises KnowledgeErrors with all problems of all files.

    Shape: {"common": {...}, "intents": {name: {"example", "phrases", "suggestion", "replies"}}}
    """
    from careerbot.intents.language_file import CommonFile, LanguageFile
    from careerbot.knowledge.problems import KnowledgeErrors
    from careerbot.knowledge.validation import validated
    from careerbot.knowledge.yaml_nodes import read_yaml

    common_document = read_yaml(folder / f"{language}.yaml", f"{language}.yaml")
    common, problems = validated(CommonFile, common_document)
    problems = [*common_document.problems, *problems]
    intents: dict[str, Any] = {}
    for path in sorted(folder.glob(f"*/{language}.yaml")):
        document = read_yaml(path, f"{path.parent.name}/{path.name}")
        entry, found = validated(LanguageFile, document)
        problems += [*document.problems, *found]
        if entry:
            problems += _in_phrases(document, entry.phrases)
            intents[path.parent.name] = entry.model_dump()
    if problems or common is None:
        raise KnowledgeErrors(problems)
    return {"common": common.model_dump(), "intents": intents}


def _in_phrases(document: Any, phrases: tuple[str, ...]) -> "Iterator[Problem]":
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
                place, f'"{phrase}" is given twice, first as phrase {seen[phrase] + 1}', "Delete one of the two."
            )
        seen[phrase] = number


def handler(name: str) -> Handler:
    """The handler of a question type; the module is imported when it is first needed."""
    return import_module(f"careerbot.intents.{name}.handler").answer  # type: ignore[no-any-return]
