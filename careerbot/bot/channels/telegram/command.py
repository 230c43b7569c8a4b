"""`careerbot telegram` and `careerbot serve`: what goes wrong before the bot runs is told in lines, exit code 2."""

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from careerbot.bot.channels.telegram.token import TokenError, checked
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.folders import NONE_OF_ONES_OWN, OwnFolders
from careerbot.bot.settings import Settings
from careerbot.bot.stores.in_process_records import InProcessRecordStore
from careerbot.bot.stores.records import DAY, RecordStore
from careerbot.bot.stores.sqlite_records import SqliteRecordStore

if TYPE_CHECKING:
    from careerbot.bot.service_settings import ServiceSettings

FILE = "memory.sqlite3"
MakeAdviser = Callable[[OwnFolders, Path | None], Adviser]
"""From own folders of knowledge and a cache; None for the usual."""


class NotStartedError(click.ClickException):
    exit_code = 2


def poll(
    adviser: MakeAdviser,
    state: Path | None,
    no_state: bool,
    drop_pending: bool,
    own: OwnFolders = NONE_OF_ONES_OWN,
) -> None:
    """Run by polling until the process is told to stop. `state`, `own`: the folders, if not those of the settings."""
    with _told_in_lines(extra="telegram"):
        from careerbot.bot.channels.telegram import running
        from careerbot.bot.channels.telegram.logs import TurnLog
        from careerbot.bot.channels.telegram.operating import Operating

        settings, token = _begun(own)
        with InProcessRecordStore() if no_state else _store(settings, state) as store:
            running.run(
                running.Running(
                    token,
                    adviser(settings.own, settings.cache).prepare(),
                    store,
                    settings.telegram_api,
                    drop_pending,
                    settings.own,
                    settings.reload == "watch",
                    TurnLog(token, settings.log_ids, settings.log_text),
                    Operating.of(settings),
                )
            )


def serve(adviser: MakeAdviser, own: OwnFolders = NONE_OF_ONES_OWN) -> None:
    """Run the webhook service until the process is told to stop."""
    with _told_in_lines(extra="serve"):
        from careerbot.bot.channels.telegram import serving
        from careerbot.bot.channels.telegram.http import listening
        from careerbot.bot.channels.telegram.logs import TurnLog
        from careerbot.bot.channels.telegram.operating import Operating
        from careerbot.bot.service_settings import missing

        settings, token = _begun(own)
        if settings.webhook_url is None:
            raise NotStartedError(missing("webhook_url"))
        secret = settings.webhook_secret
        try:
            ear = listening(settings.listen)
        except (OSError, OverflowError) as error:
            raise NotStartedError(WORDS["not_listening"].format(address=settings.listen, reason=error)) from None
        with ear, _store(settings, None) as store:
            try:
                serving.serve(
                    serving.Serving(
                        token=token,
                        adviser=adviser(settings.own, settings.cache).prepare(),
                        store=store,
                        listening=ear,
                        url=settings.webhook_url,
                        path=settings.webhook_path,
                        secret=secret.get_secret_value() if secret else serving.secret_for(token),
                        api=settings.telegram_api,
                        connections=settings.webhook_connections,
                        looked_at=settings.webhook_check,
                        most_at_work=settings.most_at_work,
                        grace=settings.grace,
                        own=settings.own,
                        watch=settings.reload == "watch",
                        events=TurnLog(token, settings.log_ids, settings.log_text),
                        operating=Operating.of(settings),
                    )
                )
            except serving.NotRegisteredError as error:
                raise NotStartedError(WORDS["not_registered"].format(reason=error)) from None


@contextmanager
def _told_in_lines(extra: str) -> Iterator[None]:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # until the loop runs, there is nothing to finish
    try:
        yield
    except ImportError as error:
        raise NotStartedError(WORDS["not_installed"].format(extra=extra, module=error.name)) from error
    except TokenError as error:
        raise NotStartedError(str(error)) from None


def _begun(own: OwnFolders) -> "tuple[ServiceSettings, str]":
    """The settings and the token, which is then no longer in the environment; and logs that keep it to themselves."""
    from careerbot.bot.channels.telegram.logs import begin_logging
    from careerbot.bot.service_settings import WrongSettingsError, missing, read_settings, unknown_names

    try:
        settings = read_settings(own)
    except WrongSettingsError as error:
        raise NotStartedError(str(error)) from None
    if settings.telegram_token is None:
        raise TokenError(missing("telegram_token"))
    token = checked(settings.telegram_token.get_secret_value())
    for name in ("CAREERBOT_TELEGRAM_TOKEN", "CAREERBOT_WEBHOOK_SECRET"):
        os.environ.pop(name, None)  # nothing started from here inherits it
    begin_logging(token, settings.log_level, settings.log_format)
    for line in unknown_names():
        logging.getLogger(__name__).warning("%s", line)
    return settings, token


def _store(settings: "ServiceSettings", folder: Path | None) -> RecordStore:
    from careerbot.bot.service_settings import MISWRITTEN_ADDRESS, wrong

    given = settings.state.get_secret_value() if settings.state else ""
    retention = settings.retention_days * DAY
    if folder and MISWRITTEN_ADDRESS.match(str(folder)):
        raise NotStartedError(wrong("state"))
    if folder is None and "://" in given:
        from careerbot.bot.stores.redis import RedisStore

        try:
            return RedisStore(given, retention)
        except ValueError:
            raise NotStartedError(wrong("state")) from None
    folder = folder or (Path(given) if given else Settings.read().state)
    return SqliteRecordStore(folder / FILE, retention=retention) if folder else InProcessRecordStore()
