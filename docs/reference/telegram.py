"""The bot's commands in Telegram, and the links that open it with an answer."""

from reference.tables import table

from careerbot.bot.channels.telegram.commands import DEEP_LINKS, GROUP, PRIVATE
from careerbot.bot.channels.telegram.words import WORDS


def commands() -> str:
    rows = ((f"`/{name}`", WORDS[f"command_{name}"], "yes" if name in GROUP else "") for name in PRIVATE)
    return table(("command", "what it does", "in groups too"), rows)


def links() -> str:
    return table(("link", "question type"), ((f"`{verb}-…`", f"`{intent}`") for verb, intent in DEEP_LINKS.items()))
