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
from careerbot.bot.rendering.spoken import USUAL

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
    for code in _languages():
        for scope, names in menus:
            commands = tuple(BotCommand(name, _word(code, f"command_{name}")) for name in names)
            if await bot.get_my_commands(scope, code) != commands:
                await bot.set_my_commands(commands, scope, code)


async def _name(bot: Bot) -> None:
    for code in _languages():
        name = _word(code, "bot_name")
        if (await bot.get_my_name(code)).name != name:
            await bot.set_my_name(name, code)


async def _descriptions(bot: Bot) -> None:
    for code in _languages():
        long, short = _word(code, "bot_description"), _word(code, "bot_short_description")
        if (await bot.get_my_description(code)).description != long:
            await bot.set_my_description(long, code)
        if (await bot.get_my_short_description(code)).short_description != short:
            await bot.set_my_short_description(short, code)


def _languages() -> tuple[str | None, ...]:
    """Of those that the apps are in; None is everybody else's."""
    return (None, *sorted(WORDS.languages - {USUAL}))


def _word(code: str | None, name: str) -> str:
    return WORDS.of(code or USUAL).get(name) or WORDS.of(USUAL)[name]
