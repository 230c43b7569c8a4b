"""Conversations beside own knowledge or question types, read as `careerbot test` reads them, and not held."""

from pathlib import Path

from careerbot.bot.folders import called
from careerbot.bot.testing.files import Known, files_in, read_scripts
from careerbot.knowledge.problems import Problem


def misshapen(knowledge: Path | None, intents: Path | None, known: Known | None) -> tuple[Problem, ...]:
    """What is wrong with their files. `known`: names that they may use; None while these cannot be told."""
    folders = [knowledge, knowledge.parent if knowledge else None, intents.parent if intents else None]
    beside = [folder / "conversations" for folder in dict.fromkeys(each.resolve() for each in folders if each)]
    found = [folder for folder in beside if folder.is_dir()]
    return read_scripts(files_in(found), known, called).problems if found else ()
