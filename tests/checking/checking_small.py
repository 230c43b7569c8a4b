"""What is found in the small world, as lines."""

from collections.abc import Callable
from pathlib import Path

from careerbot.bot.checking import phrases
from careerbot.bot.checking.check import check
from careerbot.bot.checking.left_out import LeftOut
from careerbot.bot.compiling import compile_sources, read_sources
from careerbot.bot.folders import called
from careerbot.intents import catalogue
from careerbot.knowledge.problems import KnowledgeErrors

Write = Callable[..., Path]
"""The fixture `small`: further question types as `name=phrases`, to the folder."""


def quick(knowledge: Path | None = Path("knowledge"), intents: Path | None = Path("intents")) -> list[str]:
    """The findings that need no fit."""
    return [str(problem) for problem in check(knowledge, intents, quick=True).problems]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def lost_in(folder: Path, language: str = "en") -> list[str]:
    """What leaving out finds; `own` question types are laid over those of the folder where there are any."""
    sources = read_sources(folder / "knowledge", folder / "intents", language)
    if (folder / "own").exists():
        sources = sources._replace(intents=catalogue.read_files(folder / "own", language, folder / "intents", called))
    watched = LeftOut()
    compile_sources(sources, language, watched)
    found = KnowledgeErrors(phrases.lost(sources.intents.intents, watched))
    return [str(problem) for problem in found.problems]
