"""The bot as a process: start, poll, stop in good order."""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationBuilder

from careerbot.bot.channels.telegram.application import build
from careerbot.bot.channels.telegram.intake import App, Intake
from careerbot.bot.channels.telegram.introduction import introduce
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.polling import FIRST_BACK_OFF, LONGEST_BACK_OFF, Polling
from careerbot.bot.channels.telegram.request import AiohttpRequest
from careerbot.bot.channels.telegram.token import TokenError
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.stores.records import RecordStore

log = logging.getLogger(__name__)

API = "https://api.telegram.org"
GRACE = 5.0
"""Seconds that answers in the making have to end when the process is told to stop."""


@dataclass(frozen=True, slots=True)
class Running:
    token: str
    adviser: Adviser
    store: RecordStore
    api: str = API
    drop_pending: bool = False
    """Forget what people wrote while the bot was down."""


def run(settings: Running) -> None:
    """Until SIGTERM or SIGINT. Raises TokenError when Telegram does not know the token."""
    asyncio.run(_run(settings))


async def _run(settings: Running) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stop.set)
    api = settings.api.rstrip("/")
    builder = ApplicationBuilder().token(settings.token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")
    keeping = Keeping(settings.store, bot=int(settings.token.partition(":")[0]))
    application = build(builder, settings.adviser, keeping)
    try:
        if await _or_stop(_begin(application, settings.drop_pending), stop):
            return
        await application.start()
        await _poll(application, keeping, stop)
    finally:
        if application.running:
            await application.stop()
        await application.shutdown()
        await application.bot.shutdown()  # an application that never got to know Telegram leaves its connections open


async def _poll(application: App, keeping: Keeping, stop: asyncio.Event) -> None:
    log.info("Polling as @%s", application.bot.username)
    introducing = asyncio.create_task(introduce(application.bot))
    request = AiohttpRequest(connections=2)
    await request.initialize()
    polling = Polling(application.bot.base_url, request, Intake(application, keeping), keeping)
    try:
        await _or_stop(polling.run(), stop)
    except InvalidToken:
        raise TokenError(WORDS["wrong_token"]) from None
    finally:
        introducing.cancel()
        await polling.finish(GRACE)
        await request.shutdown()
        log.info("Stopped")


async def _reached(call: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Make the call, and wait for Telegram however long it is out of reach. Other errors come through."""
    wait = FIRST_BACK_OFF
    while True:
        try:
            await call()
        except BadRequest:
            raise
        except (NetworkError, RetryAfter) as error:
            if wait == FIRST_BACK_OFF:
                log.warning("Telegram is out of reach (%s); trying again", error.message)
            await asyncio.sleep(wait)
            wait = min(wait * 1.5, LONGEST_BACK_OFF)
        else:
            return


async def _begin(application: App, drop_pending: bool) -> None:
    """Get to know who we are, and see that no webhook is set, as a bot with one cannot poll."""

    async def webhook_off() -> None:
        if drop_pending or (await application.bot.get_webhook_info()).url:
            await application.bot.delete_webhook(drop_pending_updates=drop_pending)

    try:
        await _reached(application.initialize)
    except InvalidToken:
        raise TokenError(WORDS["wrong_token"]) from None
    try:
        await _reached(webhook_off)
    except TelegramError as error:
        log.warning("Whether a webhook is set could not be found out: %s", error.message)


async def _or_stop(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> bool:
    """Do the work until it ends or the process is told to stop; True for the latter."""
    doing = asyncio.create_task(work)
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if doing.done():
        doing.result()
        return False
    doing.cancel()
    await asyncio.gather(doing, return_exceptions=True)
    return True
