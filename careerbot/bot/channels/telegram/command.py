"""`careerbot telegram`: what goes wrong before the bot runs is one clear line and exit code 2."""

import logging
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import click

from careerbot.bot.channels.telegram.token import TokenError, take_token
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.stores.in_process_records import InProcessRecordStore
from careerbot.bot.stores.records import RecordStore
from careerbot.bot.stores.sqlite_records import SqliteRecordStore

FILE = "memory.sqlite3"
API_VARIABLE = "CAREERBOT_TELEGRAM_API"
"""Another address of the Bot API, such as a Bot API server of one's own."""


class NotStartedError(click.ClickException):
    exit_code = 2


def run(adviser: Callable[[], Adviser], state: Path | None, drop_pending: bool) -> None:
    """Run until the process is told to stop. `state`: the folder to remember in, or None."""
    try:
        from careerbot.bot.channels.telegram import redaction, running
    except ImportError as error:
        raise NotStartedError(WORDS["no_telegram"]) from error
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # until the loop runs, there is nothing to finish
    try:
        token = take_token(os.environ)
        redaction.log_without_token(token, logging.INFO)
        store: RecordStore = SqliteRecordStore(state / FILE) if state else InProcessRecordStore()
        api = os.environ.get(API_VARIABLE) or running.API
        with store:
            running.run(running.Running(token, adviser(), store, api, drop_pending))
    except TokenError as error:
        raise NotStartedError(str(error)) from None
