"""The bot as a process: start, poll, stop in good order."""

import asyncio
import logging
import signal
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from telegram.error import InvalidToken, NetworkError, TelegramError
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
        if await _or_stop(_initialized(application), stop):
            return
        await application.start()
        await _poll(application, keeping, settings, stop)
    finally:
        if application.running:
            await application.stop()
        await application.shutdown()
        await application.bot.shutdown()  # an application that never got to know Telegram leaves its connections open


async def _poll(application: App, keeping: Keeping, settings: Running, stop: asyncio.Event) -> None:
    await _webhook_off(application, settings.drop_pending)
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


async def _initialized(application: App) -> None:
    """Wait for Telegram, however long it is out of reach; only a wrong token ends it."""
    wait = FIRST_BACK_OFF
    told = False
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            raise TokenError(WORDS["wrong_token"]) from None
        except TelegramError as error:
            if not told:
                log.warning("Telegram cannot be asked who we are (%s); trying again", error.message)
            told = True
            await asyncio.sleep(wait)
            wait = min(wait * 1.5, LONGEST_BACK_OFF)
        else:
            return


async def _webhook_off(application: App, drop_pending: bool) -> None:
    """A bot with a webhook cannot poll. What waits at Telegram is kept, unless the operator chose to drop it."""
    try:
        if drop_pending or (await application.bot.get_webhook_info()).url:
            await application.bot.delete_webhook(drop_pending_updates=drop_pending)
    except NetworkError as error:
        log.warning("The webhook could not be looked at: %s", error.message)


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
