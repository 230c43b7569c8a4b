"""The call that every answer makes, without the library's objects: to build and read them takes longer than it."""

from typing import Any, cast

from telegram import Bot
from telegram.ext import ExtBot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter


async def call(bot: Bot, method: str, data: dict[str, Any]) -> dict[str, Any]:
    """The result, of a method that has an object for one. `data`: as the Bot API describes it; None is left out.

    Raises TelegramError as the library's own methods do, and waits for Telegram as they do.
    """

    async def once() -> Any:
        # Made anew for each attempt: the pacing may have put the chat's new number into the data.
        parameters = [RequestParameter(name, value, None) for name, value in data.items()]
        return await bot.request.post(f"{bot.base_url}/{method}", RequestData(parameters))

    pacing = bot.rate_limiter if isinstance(bot, ExtBot) else None
    result = await (pacing.process_request(once, (), {}, method, data, None) if pacing else once())
    return cast("dict[str, Any]", result)
