"""One update, as Telegram delivered it, to its end: answered once, however often and however it arrives.

Polling and the webhook service both come through here. When `take` returns, the update may be confirmed.
"""

import asyncio
import logging
from typing import Any

from telegram import Update
from telegram.ext import Application

from careerbot.bot.channels.telegram.events import Turn, turn
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.places import order_key, person_of
from careerbot.bot.channels.telegram.reading import update_of
from careerbot.bot.channels.telegram.together import BusyError
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.rendering.spoken import USUAL, speaking
from careerbot.bot.stores.errors import StoreError

log = logging.getLogger(__name__)

HANDLED = ["message", "edited_message", "callback_query", "inline_query"]
"""Kinds of update that Telegram is asked for."""

App = Application[Any, Any, Any, Any, Any, Any]


class Intake:
    def __init__(self, application: App, keeping: Keeping) -> None:
        self._application = application
        self._keeping = keeping
        self._working: dict[int, asyncio.Event | None] = {}
        """Updates that are worked on, with what those wait for who brought one of them again."""

    async def take(self, raw: dict[str, Any]) -> None:
        """Returns when the update is answered, was answered before, or cannot be. Cancelled, it is unfinished.

        Raises StoreError or BusyError when it is to come again.
        """
        id = raw["update_id"]
        while id in self._working:
            ended = self._working[id] = self._working[id] or asyncio.Event()
            await ended.wait()
        update, begun = self._parsed(raw)
        self._working[id] = None
        try:
            with turn(self._keeping.events, begun) as now:
                await self._answer(id, update, now)
        finally:
            if again := self._working.pop(id):
                again.set()

    async def _answer(self, id: int, update: Update | None, now: Turn) -> None:
        if update is None:
            now.outcome = "failed"
            await self._keeping.mark_answered(id)
            return
        try:
            await self._application.update_processor.do_process_update(update, self._once(id, update, now))
        except (StoreError, BusyError):
            raise
        except Exception as error:  # noqa: BLE001  of a shape that nobody promised: the next of its kind is no better
            log.error("Update %s cannot be handled and is skipped: %s", id, type(error).__name__)
            now.outcome = "failed"
        if now.unfinished:
            raise now.unfinished
        if not update.inline_query:  # those are not worth a line in the store
            await self._keeping.mark_answered(id)

    async def _once(self, id: int, update: Update, now: Turn) -> None:
        """What is done when its turn has come: another process may have done it in the meantime."""
        if not update.inline_query and await self._keeping.begin(id, now.conversation):
            now.outcome, now.marked = "repeated", True
            return
        user = update.effective_user
        code = (user.language_code or "")[:2] if user else ""
        speaking.set(code if code in WORDS.languages else USUAL)  # until it is known what the person speaks with us
        await self._application.process_update(update)

    def _parsed(self, raw: dict[str, Any]) -> tuple[Update | None, Turn]:
        try:
            update = update_of(raw, self._application.bot)
            begun = _turn(raw, update)
            f"{begun.person}{begun.conversation}".encode()  # an id that is no text cannot be looked up
            return update, begun
        except Exception as error:  # noqa: BLE001  the library raises whatever its parsing stumbles over
            kinds = ", ".join(sorted(raw.keys() - {"update_id"}))
            log.error("Update %s (%s) cannot be read and is skipped: %s", raw["update_id"], kinds, type(error).__name__)
            return None, Turn("unreadable")


def _turn(raw: dict[str, Any], update: Update) -> Turn:
    kind = next((kind for kind in HANDLED if kind in raw), "other")
    message = update.message or update.edited_message
    return Turn(
        kind,
        person=person_of(update) or "",
        conversation=order_key(update) or "",
        text=(message.text or message.caption or "") if message else "",
        update=None if update.inline_query else update.update_id,
    )
