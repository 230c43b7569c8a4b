"""What the terminal shows: answers of the adviser, and notices of its own."""

from dataclasses import dataclass
from pathlib import Path

from careerbot.bot.rendering.wording import wording
from careerbot.intents.base import Answer

WORDS = wording(Path(__file__).with_name("en.yaml"))


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the terminal itself has to say."""

    text: str
    problem: bool = False
    """True when something failed: goes to standard error where nobody is typing."""


Said = Answer | Notice
