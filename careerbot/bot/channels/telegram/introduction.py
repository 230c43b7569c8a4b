"""How the bot presents itself: menus of commands, name and descriptions. Set at start, where they differ."""

import logging

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from careerbot.bot.channels.telegram.commands import GROUP, PRIVATE
from careerbot.bot.channels.telegram.words import WORDS

log = logging.getLogger(__name__)


async def introduce(bot: Bot) -> None:
    """What cannot be set is told in the log. Telegram allows few changes of a name a day."""
    for what, setting in (("commands", _commands), ("name", _name), ("descriptions", _descriptions)):
        try:
            await setting(bot)
        except TelegramError as error:
            log.warning("The bot's %s could not be set: %s", what, error.message)


async def _commands(bot: Bot) -> None:
    menus = (
        (BotCommandScopeAllPrivateChats(), PRIVATE),
        (BotCommandScopeAllGroupChats(), GROUP),
        (BotCommandScopeDefault(), PRIVATE),
    )
    for scope, names in menus:
        commands = tuple(BotCommand(name, WORDS[f"command_{name}"]) for name in names)
        if await bot.get_my_commands(scope) != commands:
            await bot.set_my_commands(commands, scope)


async def _name(bot: Bot) -> None:
    if (await bot.get_my_name()).name != WORDS["bot_name"]:
        await bot.set_my_name(WORDS["bot_name"])


async def _descriptions(bot: Bot) -> None:
    if (await bot.get_my_description()).description != WORDS["bot_description"]:
        await bot.set_my_description(WORDS["bot_description"])
    if (await bot.get_my_short_description()).short_description != WORDS["bot_short_description"]:
        await bot.set_my_short_description(WORDS["bot_short_description"])
