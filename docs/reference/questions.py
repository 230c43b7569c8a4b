"""What can be asked: every question type with its example, from the language files."""

from pathlib import Path

from reference.tables import table

from careerbot.bot.built_in import INTENTS
from careerbot.intents import catalogue


def questions() -> str:
    asked = catalogue.read(INTENTS)["intents"]
    rows = ((f"`{name}`", _what(INTENTS / name / "en.yaml"), entry["example"]) for name, entry in asked.items())
    return table(("question type", "what it is", "for example"), rows)


def _what(file: Path) -> str:
    """The comment that stands on top of the file."""
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    return first.removeprefix("#").partition(":")[2].strip()
