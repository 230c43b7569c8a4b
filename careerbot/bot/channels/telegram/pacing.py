"""What happens when Telegram says "too many", fails or is out of reach: wait, for that chat only, and call again.

There is no throttle of our own: Telegram's limits are not published, and its answer 429 is the only safe guide.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from careerbot.bot.channels.telegram.events import Events
from careerbot.bot.channels.telegram.request import NotSentError

log = logging.getLogger(__name__)

Result = bool | JSONDict | list[JSONDict]
Call = Callable[..., Coroutine[Any, Any, Result]]

ANSWERS = ("send", "edit", "delete")
"""Calls that a person waits for start with one of these; the others can fail without anybody noticing."""
ACTION = "sendChatAction"
FIRST_WAIT = 0.5
LONGEST_WAIT = 10.0
ATTEMPTS = 28
"""Failures while Telegram takes others' answers, some four minutes: one broken call cannot hold a chat for good."""
GIVEN_UP = 86_400.0
"""Seconds after which nobody waits for an answer any more; Telegram, too, forgets an update after a day."""


class Pacing(BaseRateLimiter[None]):
    """Calls for one chat wait together while Telegram makes that chat wait; other chats go on.

    A call that timed out may have arrived. It is made again all the same: an answer twice is better than none.
    While Telegram takes no answer of anybody it is out of reach, and every call waits for it, however long that takes.
    """

    def __init__(
        self, speed: float = 1.0, clock: Callable[[], float] = time.monotonic, events: Events | None = None
    ) -> None:
        """`speed`: how much faster than real time the waits of our own are."""
        self._speed = speed
        self._clock = clock
        self._events = events or Events()
        self._closed_until: dict[object, float] = {}
        self._lost = False
        self._taken = 0
        """Answers that Telegram took."""

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        self._closed_until.clear()

    async def process_request(
        self,
        callback: Call,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002
    ) -> Result:
        chat = data.get("chat_id")
        patient = endpoint.startswith(ANSWERS) and endpoint != ACTION
        wait, failures, taken = FIRST_WAIT, 0, self._taken
        late = self._clock() + GIVEN_UP
        while failures < ATTEMPTS and self._clock() < late:
            if patient:
                await self._until_open(chat)
            elif endpoint == ACTION and self._closed_until.get(chat, 0) > self._clock():
                return True
            try:
                result = await self._counted(callback(*args, **kwargs), endpoint)
            except RetryAfter as error:
                if not patient:
                    raise
                failures += 1
                self._close(chat, _seconds(error))
            except ChatMigrated as error:
                if "chat_id" not in data or data["chat_id"] == error.new_chat_id:
                    raise
                failures += 1
                chat = data["chat_id"] = error.new_chat_id
            except (BadRequest, Forbidden, InvalidToken):
                raise
            except NetworkError as error:
                if not patient:
                    raise
                self._tell_lost(error)
                at_once = isinstance(error, NotSentError) and wait == FIRST_WAIT
                await asyncio.sleep((0.1 if at_once else wait) / self._speed)
                wait = min(wait * 2, LONGEST_WAIT)
                failures += self._taken != taken
                taken = self._taken
            else:
                self._tell_found()
                self._taken += patient
                return result
        raise NetworkError("Telegram did not take this in time")

    async def _counted(self, call: Coroutine[Any, Any, Result], method: str) -> Result:
        try:
            return await call
        except TelegramError as error:
            self._events.telegram_failed(method, type(error).__name__)
            raise

    def _close(self, chat: object, seconds: float) -> None:
        log.info("Telegram asks to wait %.0f seconds for one chat", seconds)
        self._closed_until[chat] = max(self._closed_until.get(chat, 0), self._clock() + seconds)

    async def _until_open(self, chat: object) -> None:
        while (wait := self._closed_until.get(chat, 0) - self._clock()) > 0:
            await asyncio.sleep(wait)
        self._closed_until.pop(chat, None)

    def _tell_lost(self, error: NetworkError) -> None:
        """One line for a whole outage, not one for each call in it."""
        if not self._lost:
            log.warning("Telegram does not answer (%s); trying again", error.message)
        self._lost = True

    def _tell_found(self) -> None:
        if self._lost:
            log.warning("Telegram answers again")
        self._lost = False


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return after if isinstance(after, int | float) else after.total_seconds()
