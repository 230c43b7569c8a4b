"""The bot as a process: start, poll, stop in good order."""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationBuilder

from careerbot.bot.arenas import one_arena
from careerbot.bot.channels.telegram.application import Builder, build, employ
from careerbot.bot.channels.telegram.events import Events
from careerbot.bot.channels.telegram.intake import App, Intake
from careerbot.bot.channels.telegram.introduction import introduce
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.operating import Operating
from careerbot.bot.channels.telegram.polling import FIRST_BACK_OFF, LONGEST_BACK_OFF, Polling
from careerbot.bot.channels.telegram.request import AiohttpRequest
from careerbot.bot.channels.telegram.token import TokenError
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.folders import NONE_OF_ONES_OWN, OwnFolders
from careerbot.bot.garbage import settle
from careerbot.bot.reloading import Reloading, begin_reloading
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
    own: OwnFolders = NONE_OF_ONES_OWN
    """Of another folder than the program's own."""
    watch: bool = False
    """Take new knowledge as soon as files change, not only on SIGHUP."""
    events: Events = field(default_factory=Events)
    operating: Operating = field(default_factory=Operating)


def run(settings: Running) -> None:
    """Until SIGTERM or SIGINT. Raises TokenError when Telegram does not know the token."""
    one_arena()
    asyncio.run(_run(settings))


async def _run(settings: Running) -> None:
    stop = told_to_stop()
    keeping = Keeping(settings.store, bot_number(settings.token), events=settings.events)
    application = build(builder_for(settings.token, settings.api), settings.adviser, keeping, settings.operating)
    reloading = Reloading(settings.own, lambda adviser: employ(application, adviser, keeping, settings.operating))
    watching = begin_reloading(reloading, settings.watch)
    try:
        if await or_stop(_begin(application, settings.drop_pending), stop):
            return
        await keeping.try_out()
        await application.start()
        await _poll(application, keeping, stop, settings.operating.operators)
    finally:
        watching.cancel()
        keeping.close()
        if application.running:
            await application.stop()
        await put_away(application)


async def _poll(application: App, keeping: Keeping, stop: asyncio.Event, operators: frozenset[int]) -> None:
    settle()
    log.info("Polling as @%s", application.bot.username)
    introducing = asyncio.create_task(introduce(application.bot, keeping, operators))
    request = AiohttpRequest(connections=2)
    await request.initialize()
    polling = Polling(application.bot.base_url, request, Intake(application, keeping), keeping)
    try:
        await or_stop(polling.run(), stop)
    except InvalidToken:
        raise TokenError(WORDS["wrong_token"]) from None
    finally:
        introducing.cancel()
        await polling.finish(GRACE)
        await request.shutdown()
        log.info("Stopped")


async def reached(call: Callable[[], Coroutine[Any, Any, None]]) -> None:
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

    await get_to_know(application)
    try:
        await reached(webhook_off)
    except TelegramError as error:
        log.warning("Whether a webhook is set could not be found out: %s", error.message)


async def get_to_know(application: App) -> None:
    """Ask Telegram who we are. Raises TokenError when it does not know the token."""
    try:
        await reached(application.initialize)
    except InvalidToken:
        raise TokenError(WORDS["wrong_token"]) from None


def builder_for(token: str, api: str) -> Builder:
    """What every kind of running begins with."""
    api = api.rstrip("/")
    return ApplicationBuilder().token(token).base_url(f"{api}/bot").base_file_url(f"{api}/file/bot")


def bot_number(token: str) -> int:
    """The bot's own id stands in front of its token."""
    return int(token.partition(":")[0])


def told_to_stop() -> asyncio.Event:
    """Set on SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    return stop


async def put_away(application: App) -> None:
    await application.shutdown()
    await application.bot.shutdown()  # an application that never got to know Telegram leaves its connections open


async def or_stop(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> bool:
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
