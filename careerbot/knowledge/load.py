"""The files of this folder -> knowledge base and vocabulary, or every problem they have.

    roles.yaml, sources.yaml, vocabulary/<language>.yaml  ->  Document  ->  model  ->  KnowledgeBase

Imported when the files are compiled. Answering starts from `plain.py`, which needs neither PyYAML nor pydantic.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from careerbot.knowledge.agreement import Files, disagreements
from careerbot.knowledge.base import KnowledgeBase
from careerbot.knowledge.build import knowledge_base
from careerbot.knowledge.claims import contested_names
from careerbot.knowledge.problems import KnowledgeErrors, Problem
from careerbot.knowledge.schema import RolesFile, SourcesFile, Vocabulary
from careerbot.knowledge.translation import TextsFile, translated, untranslated
from careerbot.knowledge.validation import validated
from careerbot.knowledge.yaml_nodes import Document, read_yaml

WRITTEN = "en"
"""The language of roles.yaml."""


@dataclass(frozen=True, slots=True)
class Loaded:
    knowledge: KnowledgeBase
    vocabulary: Vocabulary


def load(folder: Path, language: str = "en") -> Loaded:
    """What the files under `folder` say. Raises KnowledgeErrors with all problems of all three files."""

    def document(file: str) -> Document:
        return read_yaml(folder / file, file)

    files = Files(document("roles.yaml"), document("sources.yaml"), document(f"vocabulary/{language}.yaml"))
    roles, in_roles = validated(RolesFile, files.roles)
    sources, in_sources = validated(SourcesFile, files.sources)
    vocabulary, in_vocabulary = validated(Vocabulary, files.vocabulary)
    problems: list[Problem] = [
        *files.roles.problems,
        *files.sources.problems,
        *files.vocabulary.problems,
        *in_roles,
        *in_sources,
        *in_vocabulary,
        *disagreements(files),
        *contested_names(files),
        *_other_language(files.vocabulary, language),
    ]
    if problems or roles is None or sources is None or vocabulary is None:
        raise KnowledgeErrors(problems)
    knowledge = knowledge_base(roles, sources)
    return Loaded(knowledge if language == WRITTEN else _in(language, knowledge, document), vocabulary)


def _in(language: str, knowledge: KnowledgeBase, document: Callable[[str], Document]) -> KnowledgeBase:
    """The knowledge in the words of `texts/<language>.yaml`. Raises KnowledgeErrors."""
    texts = document(f"texts/{language}.yaml")
    file, problems = validated(TextsFile, texts)
    problems = [*texts.problems, *problems, *untranslated(texts, knowledge)]
    if problems or file is None:
        raise KnowledgeErrors(problems)
    return translated(knowledge, file)


def _other_language(vocabulary: Document, language: str) -> list[Problem]:
    given = vocabulary.at(("language",))
    if not isinstance(given, str) or given == language:
        return []
    what = f'the language is "{given}", and the file is called {language}.yaml'
    return [vocabulary.problem(("language",), what, f"Write language: {language}, or rename the file.")]
