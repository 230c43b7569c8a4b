"""The bot as a webhook service: listen, register with Telegram, stop in good order."""

import asyncio
import logging
import socket
from dataclasses import dataclass
from hashlib import blake2b

from telegram.error import BadRequest

from careerbot.bot.arenas import one_arena
from careerbot.bot.channels.telegram.application import build, employ
from careerbot.bot.channels.telegram.events import Events, Several
from careerbot.bot.channels.telegram.http import http_server
from careerbot.bot.channels.telegram.intake import App, Intake
from careerbot.bot.channels.telegram.introduction import introduce
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.metrics import Metrics
from careerbot.bot.channels.telegram.operating import Operating
from careerbot.bot.channels.telegram.registration import Registration
from careerbot.bot.channels.telegram.running import (
    bot_number,
    builder_for,
    get_to_know,
    or_stop,
    put_away,
    reached,
    told_to_stop,
)
from careerbot.bot.channels.telegram.service import Service
from careerbot.bot.channels.telegram.webhook import Webhook
from careerbot.bot.conversation import Adviser
from careerbot.bot.folders import OwnFolders
from careerbot.bot.garbage import settle
from careerbot.bot.reloading import Reloading, begin_reloading
from careerbot.bot.stores.records import RecordStore

log = logging.getLogger(__name__)


class NotRegisteredError(Exception):
    """Telegram refuses the webhook. The message has Telegram's own words."""


@dataclass(frozen=True, slots=True)
class Serving:
    token: str
    adviser: Adviser
    store: RecordStore
    listening: socket.socket
    url: str
    """The public address, without the path."""
    path: str
    secret: str
    api: str
    connections: int
    looked_at: float
    """Seconds between two looks at the webhook."""
    most_at_work: int
    grace: float
    own: OwnFolders
    watch: bool
    events: Events
    operating: Operating


def secret_for(token: str) -> str:
    """The webhook's secret where none is set: the same for every replica, and nobody can tell it without the token."""
    return blake2b(token.encode(), digest_size=32, person=b"webhook secret").hexdigest()


def serve(settings: Serving) -> None:
    """Until SIGTERM or SIGINT. Raises TokenError or NotRegisteredError when Telegram will not have us."""
    one_arena()
    asyncio.run(_serve(settings))


async def _serve(settings: Serving) -> None:
    stop = told_to_stop()
    metrics = Metrics()
    # With a store that is shared, an update is better brought again than answered without it.
    keeping = Keeping(settings.store, bot_number(settings.token), settings.store.far, Several(metrics, settings.events))
    application = build(builder_for(settings.token, settings.api), settings.adviser, keeping, settings.operating)
    hook = Webhook(
        Intake(application, keeping),
        f"/telegram/{settings.path}",
        settings.secret,
        settings.most_at_work,
        answered=metrics.answered,
    )
    url = f"{settings.url.rstrip('/')}{hook.path}"
    registration = Registration(application.bot, url, settings.secret, settings.connections)
    service = Service(hook, keeping, metrics, registration)
    reloading = Reloading(
        settings.own, lambda adviser: employ(application, adviser, keeping, settings.operating), metrics.reloaded
    )
    watching = begin_reloading(reloading, settings.watch)
    await keeping.try_out()
    server = http_server(service, settings.grace)
    listening = asyncio.create_task(server.serve([settings.listening]))
    try:
        await or_stop(_open(application, service, settings, keeping, listening), stop)
    finally:
        service.stopping = server.should_exit = True
        await listening
        watching.cancel()
        await put_away(application)
        keeping.close()
        log.info("Stopped")


async def _open(
    application: App, service: Service, settings: Serving, keeping: Keeping, listening: asyncio.Task[None]
) -> None:
    """Get to know Telegram, have updates brought, and go on until the server ends."""
    await get_to_know(application)
    service.knows_telegram = True
    try:
        await reached(service.registration.register)
    except BadRequest as error:
        raise NotRegisteredError(error.message) from None
    settle()
    log.info("Serving as @%s", application.bot.username)
    watching = asyncio.create_task(service.registration.watch(settings.looked_at))
    try:
        await introduce(application.bot, keeping, settings.operating.operators)
        await asyncio.shield(listening)
    finally:
        watching.cancel()
