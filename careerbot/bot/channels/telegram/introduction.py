"""How the bot presents itself: menus of commands, name and descriptions. Set at start, where they differ."""

import logging

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from careerbot.bot.channels.telegram.commands import GROUP, PRIVATE
from careerbot.bot.channels.telegram.explaining import COMMAND
from careerbot.bot.channels.telegram.keeping import FOREVER, Keeping
from careerbot.bot.channels.telegram.words import WORDS

log = logging.getLogger(__name__)


async def introduce(bot: Bot, keeping: Keeping, operators: frozenset[int]) -> None:
    """What cannot be set is told in the log. Telegram allows few changes of a name a day."""
    for what, setting in (("commands", _commands), ("name", _name), ("descriptions", _descriptions)):
        try:
            await setting(bot)
        except TelegramError as error:
            log.warning("The bot's %s could not be set: %s", what, error.message)
    await _menus_of_operators(bot, keeping, operators)


async def _menus_of_operators(bot: Bot, keeping: Keeping, operators: frozenset[int]) -> None:
    """Theirs has what others' have not; who is no operator any more gets the common one back."""
    noted = await keeping.noted("operators", "menus") or ""
    before = frozenset(int(number) for number in noted.split(",") if number)
    await _note(keeping, before, before | operators)  # first: the process may end at any moment
    commands = tuple(BotCommand(name, WORDS[f"command_{name}"]) for name in (*PRIVATE, COMMAND))
    for number in sorted(before | operators):
        scope = BotCommandScopeChat(number)
        try:
            if number not in operators:
                await bot.delete_my_commands(scope)
            elif await bot.get_my_commands(scope) != commands:
                await bot.set_my_commands(commands, scope)
        except TelegramError as error:  # they have never written to the bot, most likely
            log.warning("The menu of operator %s could not be set: %s", number, error.message)
    await _note(keeping, before | operators, operators)


async def _note(keeping: Keeping, noted: frozenset[int], now: frozenset[int]) -> None:
    if noted != now:
        await keeping.note("operators", "menus", ",".join(map(str, sorted(now))), seconds=FOREVER)


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
