"""What a rule may look at to say which question a clause asks."""

from collections.abc import Callable
from typing import NamedTuple

from careerbot.bot.memory import Memory
from careerbot.bot.understanding.slots import Slots


class Asked(NamedTuple):
    intent: str
    words: tuple[str, ...]
    """As the router saw them."""
    slots: Slots
    memory: Memory
    topical: bool
    """It is about a fact of some role."""
    subject: str | None
    """The question type of the fact that it is plainly about."""
    tells_pay: bool
    """Somebody says what they make."""
    asks: bool
    """It ends in a question mark."""
    measures: bool
    """A word asks how a sum stands."""
    yes_or_no: bool
    """It wishes for one of the two."""
    says_to_drop: bool
    """A word says that something is to be dropped, or is not wished any more."""
    points_back: bool
    """A pronoun means a role talked about before."""

    @property
    def named(self) -> int:
        return len(self.slots.roles) + len(self.slots.titles)

    @property
    def is_yes_no(self) -> bool:
        return "yes_no" in self.slots.aspects


Rule = Callable[[Asked], str | None]
"""The question type that is asked, or nothing where the rule does not apply."""
