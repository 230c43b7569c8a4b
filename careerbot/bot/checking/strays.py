"""Files in an own folder that nothing reads: most are misspelt."""

from collections.abc import Iterator
from pathlib import Path

from careerbot.bot.compiled import LANGUAGE
from careerbot.bot.folders import called
from careerbot.knowledge.problems import Problem, did_you_mean

KNOWLEDGE_FILES = ("roles.yaml", "sources.yaml", f"vocabulary/{LANGUAGE}.yaml")


def strays(knowledge: Path | None, intents: Path | None) -> Iterator[Problem]:
    """YAML files that are in a folder of knowledge or of question types and are not read."""
    for folder in (knowledge, knowledge / "vocabulary" if knowledge else None):
        for path in _yaml(folder):
            name = path.relative_to(knowledge or path).as_posix()
            if name not in KNOWLEDGE_FILES:
                yield _stray(path, name, KNOWLEDGE_FILES)
    for path in _yaml(intents):
        if path.name != f"{LANGUAGE}.yaml":
            yield _stray(path, path.name, (f"{LANGUAGE}.yaml", f"<question type>/{LANGUAGE}.yaml"))
    for folder in sorted(each for each in intents.iterdir() if each.is_dir()) if intents else ():
        for path in _yaml(folder):
            if path.name != f"{LANGUAGE}.yaml":
                yield _stray(path, path.name, (f"{LANGUAGE}.yaml",))


def _yaml(folder: Path | None) -> list[Path]:
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))


def _stray(path: Path, name: str, read: tuple[str, ...]) -> Problem:
    fix = f"{did_you_mean(name, read)}Files that are read here: {', '.join(read)}."
    return Problem(called(path), 1, 1, "", "nothing reads this file", fix, "warning", "stray-file")
