"""Whether every other language says what the usual one says: question types and replies held side by side."""

from collections.abc import Iterator, Mapping

from careerbot.knowledge.problems import Problem
from careerbot.knowledge.yaml_nodes import Document


def untranslated(usual: Mapping[str, Document], other: Mapping[str, Document]) -> Iterator[Problem]:
    """Replies that a question type has in the usual language only, or in the other only.

    A question type that somebody adds in one language alone is answered in that one.
    """
    for intent, document in other.items():
        if intent in usual:
            yield from _replies(usual[intent], document)


def _replies(usual: Document, other: Document) -> Iterator[Problem]:
    wanted, given = (_names(document) for document in (usual, other))
    for name in sorted(wanted - given):
        what = f'the reply "{name}" is missing, which {usual.file} has'
        yield other.addition(("replies",), what, f"Add {name}: and what is said, under replies:.")
    for name in sorted(given - wanted):
        what = f'{usual.file} has no reply "{name}"'
        yield other.problem(("replies", name), what, "Remove it, or correct its name.")


def _names(document: Document) -> set[str]:
    replies = document.at(("replies",))
    return set(replies) if isinstance(replies, dict) else set()
