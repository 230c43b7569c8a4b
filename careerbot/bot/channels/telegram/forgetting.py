"""Forgetting a person, and what to tell them."""

from careerbot.bot.channels.telegram.events import this_turn
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.stores.errors import StoreError


async def forget(keeping: Keeping, person: str) -> str:
    """Delete everything of this person, in every chat. The words to say, also when it failed."""
    try:
        await keeping.forget_person(person)
    except StoreError:
        return WORDS["not_forgotten"]
    this_turn().outcome = "forgotten"
    return WORDS["forgotten"]
