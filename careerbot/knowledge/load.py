"""The files of this folder -> knowledge base and vocabulary, or every problem they have.

    roles.yaml, sources.yaml, vocabulary/<language>.yaml  ->  Document  ->  model  ->  KnowledgeBase

Imported when the files are compiled. Answering starts from `plain.py`, which needs neither PyYAML nor pydantic.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from careerbot.knowledge.agreement import Files, disagreements
from careerbot.knowledge.base import KnowledgeBase
from careerbot.knowledge.build import knowledge_base
from careerbot.knowledge.claims import contested_names
from careerbot.knowledge.overlay import overlaid, read_over, read_part, stands_alone
from careerbot.knowledge.problems import KnowledgeErrors, Problem
from careerbot.knowledge.schema import RolesFile, SourcesFile, Vocabulary
from careerbot.knowledge.translation import TextsFile, strange, translated
from careerbot.knowledge.validation import validated
from careerbot.knowledge.yaml_nodes import Document, other_language, read_yaml

WRITTEN = "en"
"""The language of roles.yaml."""


@dataclass(frozen=True, slots=True)
class Loaded:
    knowledge: KnowledgeBase
    vocabulary: Vocabulary


ALONE = ("roles.yaml", "general")
"""A folder whose file has this key stands alone; others lie over the knowledge of the program."""


def load(
    folder: Path, language: str = "en", below: Path | None = None, called: Callable[[Path], str] | None = None
) -> Loaded:
    """What the files under `folder` say. Raises KnowledgeErrors with all problems of all three files.

    `below`: the folder that this one is laid over, unless it stands alone. `called`: how problems name a file; by
    default by its path within the folder.
    """
    return loaded(read_files(folder, language, below, called))


def read_files(
    folder: Path, language: str = "en", below: Path | None = None, called: Callable[[Path], str] | None = None
) -> Files:
    """The three files, with the problems that each has by itself."""
    lies_over = below is not None and folder != below and not stands_alone(folder / ALONE[0], ALONE[1])

    def document(file: str) -> Document:
        def name(path: Path) -> str:
            return called(path) if called else file

        lower = read_yaml(below / file, name(below / file)) if below and lies_over else None
        return read_over(folder / file, name(folder / file), lower)

    def names_of(language: str) -> Document:
        """Names in another language lie over those in the usual one, which work there as well; own ones over both."""
        files = dict.fromkeys(f"vocabulary/{each}.yaml" for each in (WRITTEN, language))
        layers = [(each, file) for each in ((below, folder) if below and lies_over else (folder,)) for file in files]
        names: Document | None = None
        misnamed: list[Problem] = []
        for each, file in layers:
            path = each / file
            part = read_part(path, called(path) if called else file, may_be_absent=names is not None)
            misnamed += other_language(part)
            names = part if names is None else overlaid(names, part)
        assert names is not None  # noqa: S101
        return replace(names, problems=(*names.problems, *misnamed))

    texts = None if language == WRITTEN else document(f"texts/{language}.yaml")
    return Files(document("roles.yaml"), document("sources.yaml"), names_of(language), texts)


def loaded(files: Files) -> Loaded:
    """The files as knowledge and names. Raises KnowledgeErrors."""

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
    ]
    if problems or roles is None or sources is None or vocabulary is None:
        raise KnowledgeErrors(problems)
    knowledge = knowledge_base(roles, sources)
    return Loaded(_in_words(files.texts, knowledge) if files.texts else knowledge, vocabulary)


def _in_words(texts: Document, knowledge: KnowledgeBase) -> KnowledgeBase:
    """The knowledge in the words of `texts/<language>.yaml`. Raises KnowledgeErrors."""
    file, problems = validated(TextsFile, texts)
    problems = [*texts.problems, *problems, *other_language(texts), *strange(texts, knowledge)]
    if problems or file is None:
        raise KnowledgeErrors(problems)
    return translated(knowledge, file)
