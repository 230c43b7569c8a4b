"""What becomes of an answer that failed: one line in the log, a word to the person where that is possible."""

import logging
from contextlib import suppress
from typing import Any

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import CallbackContext

from careerbot.bot.channels.telegram.delivery import say
from careerbot.bot.channels.telegram.events import this_turn
from careerbot.bot.channels.telegram.places import place_of
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.stores.errors import StoreError

log = logging.getLogger(__name__)

MOST_CHATS = 1_000
OUT_OF_REACH = (
    "chat not found",
    "not enough rights",
    "have no rights",
    "topic",
    "thread not found",
    "chat_write_forbidden",
)


class Failures:
    """Chats that we cannot write to are told once each."""

    def __init__(self) -> None:
        self._told: set[int] = set()

    async def failed(self, update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        error = context.error
        chat = update.effective_chat.id if isinstance(update, Update) and update.effective_chat else 0
        turn = this_turn()
        if isinstance(error, StoreError):
            turn.unfinished = error
            return
        if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and _is_out_of_reach(error)):
            turn.outcome = "unreachable"
            if chat not in self._told and len(self._told) < MOST_CHATS:
                self._told.add(chat)
                log.info("One chat cannot be written to: %s", error.message)
            return
        if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            turn.outcome = "given_up"
            log.warning("An answer was given up: %s", error.message)
            return
        turn.outcome = "failed"
        log.error("An answer failed", exc_info=error)
        message = update.effective_message if isinstance(update, Update) else None
        place = place_of(message) if message else None
        if place and place.private:
            with suppress(TelegramError):
                await say(context.bot, place, WORDS["trouble"])


def _is_out_of_reach(error: BadRequest) -> bool:
    return any(words in error.message.lower() for words in OUT_OF_REACH)
