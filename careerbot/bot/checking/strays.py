"""Files and folders in an own folder beside those that are read: most likely their names are misspelt."""

from collections.abc import Iterator
from pathlib import Path

from careerbot.bot.built_in import LANGUAGE, LANGUAGES
from careerbot.bot.folders import called
from careerbot.knowledge.load import WRITTEN
from careerbot.knowledge.problems import Problem, did_you_mean

NAMES = tuple(f"{language}.yaml" for language in LANGUAGES)
KNOWLEDGE_FILES = (
    "roles.yaml",
    "sources.yaml",
    *(f"vocabulary/{name}" for name in NAMES),
    *(f"texts/{name}" for name in NAMES if name != f"{WRITTEN}.yaml"),
)
FOLDERS = ("vocabulary", "texts", "intents", "conversations")
_NOT_OURS = frozenset({"knowledge", "tests"})
"""Folders that may well stand beside those."""


def strays(knowledge: Path | None, intents: Path | None) -> Iterator[Problem]:
    """What is in a folder of knowledge or of question types, looks like it was meant for us, and is not read."""
    yield from _in_knowledge(knowledge)
    yield from _in_intents(intents)
    beside = knowledge.parent if knowledge and knowledge.name == "knowledge" else None
    for parent in (knowledge, beside):
        for folder in _folders(parent):
            if folder.name not in (*FOLDERS, *_NOT_OURS) and _looks_like_ours(folder):
                yield _stray(folder, folder.name, FOLDERS, "folder")


def _in_knowledge(knowledge: Path | None) -> Iterator[Problem]:
    for folder in (knowledge, knowledge / "vocabulary", knowledge / "texts") if knowledge else ():
        for path in _yaml(folder):
            name = path.relative_to(knowledge or path).as_posix()
            if name not in KNOWLEDGE_FILES:
                yield _stray(path, name, KNOWLEDGE_FILES)


def _in_intents(intents: Path | None) -> Iterator[Problem]:
    for path in _yaml(intents):
        if path.name not in NAMES:
            yield _stray(path, path.name, (f"{LANGUAGE}.yaml", f"<question type>/{LANGUAGE}.yaml"))
    for folder in _folders(intents):
        for path in _yaml(folder):
            if path.name not in NAMES:
                yield _stray(path, path.name, (f"{LANGUAGE}.yaml",))


def _looks_like_ours(folder: Path) -> bool:
    """It has YAML in it, and a name like one of ours, or files that are called like ours."""
    files = [path for each in (folder, *_folders(folder)) for path in _yaml(each)]
    named = {"roles.yaml", "sources.yaml", *NAMES}
    return any(path.name in named for path in files) or bool(files and did_you_mean(folder.name, FOLDERS))


def _folders(folder: Path | None) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _yaml(folder: Path | None) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))


def _stray(path: Path, name: str, read: tuple[str, ...], kind: str = "file") -> Problem:
    fix = f"{did_you_mean(name, read)}{kind.title()}s that are read here: {', '.join(read)}."
    return Problem(called(path), 1, 1, "", f"nothing reads this {kind}", fix, "warning", "stray-file")
