"""Files in an own folder beside those that are read: nothing reads them, or only whoever holds conversations does."""

from collections.abc import Iterator
from pathlib import Path

from careerbot.bot.built_in import LANGUAGE, LANGUAGES
from careerbot.bot.folders import called
from careerbot.knowledge.problems import Problem, did_you_mean
from careerbot.knowledge.yaml_nodes import read_yaml

NAMES = tuple(f"{language}.yaml" for language in LANGUAGES)
KNOWLEDGE_FILES = ("roles.yaml", "sources.yaml", *(f"vocabulary/{name}" for name in NAMES))


def strays(knowledge: Path | None, intents: Path | None) -> Iterator[Problem]:
    """YAML files that are in a folder of knowledge or of question types and are not read."""
    for folder in (knowledge, knowledge / "vocabulary" if knowledge else None):
        for path in _yaml(folder):
            name = path.relative_to(knowledge or path).as_posix()
            if name not in KNOWLEDGE_FILES:
                yield _stray(path, name, KNOWLEDGE_FILES)
    for path in _yaml(intents):
        if path.name not in NAMES:
            yield _stray(path, path.name, (f"{LANGUAGE}.yaml", f"<question type>/{LANGUAGE}.yaml"))
    for folder in sorted(each for each in intents.iterdir() if each.is_dir()) if intents else ():
        for path in _yaml(folder):
            if path.name not in NAMES:
                yield _stray(path, path.name, (f"{LANGUAGE}.yaml",))


def unfinished(knowledge: Path | None, intents: Path | None) -> Iterator[Problem]:
    """What cannot be read, or is still to be filled in, in the conversations beside own knowledge or question types."""
    folders = [knowledge, knowledge.parent if knowledge else None, intents.parent if intents else None]
    for folder in dict.fromkeys(each.resolve() for each in folders if each):
        for path in _yaml(folder / "conversations"):
            yield from read_yaml(path, called(path)).problems


def _yaml(folder: Path | None) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))


def _stray(path: Path, name: str, read: tuple[str, ...]) -> Problem:
    fix = f"{did_you_mean(name, read)}Files that are read here: {', '.join(read)}."
    return Problem(called(path), 1, 1, "", "nothing reads this file", fix, "warning", "stray-file")
