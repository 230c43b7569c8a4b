"""What the terminal shows: answers of the adviser, and notices of its own."""

from dataclasses import dataclass
from pathlib import Path

from careerbot.bot.rendering.spoken import Words
from careerbot.intents.base import Answer

WORDS = Words(Path(__file__).parent)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the terminal itself has to say."""

    text: str
    problem: bool = False
    """True when something failed: goes to standard error where nobody is typing."""


Said = Answer | Notice
