"""One update, as Telegram delivered it, to its end: answered once, however often and however it arrives.

Polling and the webhook service both come through here. When `take` returns, the update may be confirmed.
"""

import logging
from typing import Any

from telegram import Update
from telegram.ext import Application

from careerbot.bot.channels.telegram.keeping import Keeping

log = logging.getLogger(__name__)

HANDLED = ["message", "edited_message", "callback_query", "inline_query"]
"""Kinds of update that Telegram is asked for."""

App = Application[Any, Any, Any, Any, Any, Any]


class Intake:
    def __init__(self, application: App, keeping: Keeping) -> None:
        self._application = application
        self._keeping = keeping
        self._working: set[int] = set()

    async def take(self, raw: dict[str, Any]) -> None:
        """Returns when the update is answered, was answered before, or cannot be. Cancelled, it is unfinished."""
        id = raw["update_id"]
        if id in self._working or self._keeping.answered(id):
            return
        update = self._parsed(raw)
        if update is not None:
            self._working.add(id)
            try:
                work = self._application.process_update(update)
                await self._application.update_processor.process_update(update, work)
            finally:
                self._working.discard(id)
        if update is None or not update.inline_query:  # those are not worth a line in the store
            self._keeping.mark_answered(id)

    def _parsed(self, raw: dict[str, Any]) -> Update | None:
        try:
            return Update.de_json(raw, self._application.bot)
        except Exception as error:  # noqa: BLE001  the library raises whatever its parsing stumbles over
            kinds = ", ".join(sorted(raw.keys() - {"update_id"}))
            log.error("Update %s (%s) cannot be read and is skipped: %s", raw["update_id"], kinds, type(error).__name__)
            return None
