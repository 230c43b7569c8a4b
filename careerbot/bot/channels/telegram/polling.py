"""Ask Telegram for updates, and confirm them only after the work.

Telegram forgets every update below the offset we ask with, and gives those from it on again and again. So the offset
stays at the oldest unfinished update; while there is one, we ask without waiting, and know what we have seen.
An update that takes long would hold up the rest that way: it is set aside in the store, which confirms it as well.
"""

import asyncio
import logging
from collections.abc import Iterable
from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from careerbot.bot.channels.telegram.intake import HANDLED, Intake
from careerbot.bot.channels.telegram.keeping import Keeping

log = logging.getLogger(__name__)

Raw = dict[str, Any]

LONG = 30
"""Seconds that Telegram holds an empty answer back."""
BRIEF = 0.05
"""Seconds to wait for answers before asking again: most are done by then."""
PAUSE = 0.5
"""Seconds between two questions while an answer takes longer and nothing new comes."""
SLOW = 2.0
"""Seconds after which an update is set aside."""
MOST_AT_WORK = 500
LAST_WORD = 2.0
"""Seconds for the last confirmation when the process stops."""
FIRST_BACK_OFF = 0.5
LONGEST_BACK_OFF = 30.0


class Polling:
    def __init__(self, bot_url: str, request: BaseRequest, intake: Intake, keeping: Keeping) -> None:
        """`bot_url`: the address of the bot's methods, with the token in it. `request`: used for polling alone."""
        self._url = bot_url
        self._request = request
        self._intake = intake
        self._keeping = keeping
        self._offset = 0
        self._seen: dict[int, bool] = {}
        """Updates at or above the offset: True when finished or set aside."""
        self._tasks: dict[asyncio.Task[None], tuple[int, float]] = {}
        """What is being worked on: the update's id, and since when."""
        self._raws: dict[int, Raw] = {}
        self._back_off = FIRST_BACK_OFF
        self._told = ""

    async def run(self) -> None:
        """Until it is cancelled. Raises InvalidToken when Telegram takes the token back."""
        for raw in await self._keeping.left_waiting():
            self._begin(raw, aside=True)
        while True:
            fresh = await self._ask(timeout=LONG if all(self._seen.values()) else 0)
            for raw in fresh:
                self._begin(raw)
            await self._wait(BRIEF if fresh else PAUSE)
            while len(self._tasks) >= MOST_AT_WORK:
                await self._wait(PAUSE)

    async def finish(self, patience: float) -> None:
        """Let what is being answered end, give up the rest, and confirm what is done. Unfinished ones come again."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._settle()
        try:
            await asyncio.wait_for(self._updates(timeout=0, limit=1), LAST_WORD)
        except (TelegramError, TimeoutError):
            log.info("The last answers could not be confirmed; they are marked and will not be given twice")

    # ----------------------------------------------------------------------------------------------------------

    def _begin(self, raw: Raw, aside: bool = False) -> None:
        id = raw["update_id"]
        task = asyncio.create_task(self._intake.take(raw), name=f"update {id}")
        self._tasks[task] = (id, asyncio.get_running_loop().time())
        self._raws[id] = raw
        if not aside and id >= self._offset:  # one below was confirmed before, and is delivered again by mistake
            self._seen[id] = False

    async def _wait(self, seconds: float) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
            await self._settle()

    async def _settle(self) -> None:
        """Take note of what ended, set aside what is slow, and move the offset past all that is done."""
        now = asyncio.get_running_loop().time()
        for task, (id, since) in list(self._tasks.items()):
            if task.done():
                await self._end(task, id)
            elif now - since > SLOW and self._seen.get(id) is False:
                self._seen[id] = await self._keeping.set_aside(id, self._raws[id], _person(self._raws[id]))
        for id in sorted(self._seen):
            if not self._seen[id]:
                break
            del self._seen[id]
            self._offset = id + 1

    async def _end(self, task: asyncio.Task[None], id: int) -> None:
        del self._tasks[task]
        self._raws.pop(id, None)
        if task.cancelled():
            return
        if error := task.exception():
            log.error("Update %s failed", id, exc_info=error)
        if self._seen.get(id, True):  # set aside in this run or an earlier one
            await self._keeping.drop_aside(id)
        if id in self._seen:
            self._seen[id] = True

    async def _ask(self, timeout: int) -> list[Raw]:
        """New updates; none after a failure, with a wait that grows."""
        try:
            raws = await self._updates(timeout)
        except InvalidToken:
            raise
        except Conflict:
            await self._failed("Another program polls with this token, or a webhook is set", LONGEST_BACK_OFF / 6)
        except RetryAfter as error:
            after = error.retry_after
            await self._failed(
                "Telegram asks to wait", after if isinstance(after, int | float) else after.total_seconds()
            )
        except NetworkError as error:
            await self._failed(f"Telegram does not answer ({error.message})", self._back_off)
            self._back_off = min(self._back_off * 1.5, LONGEST_BACK_OFF)
        except TelegramError as error:
            await self._failed(f"Telegram's answer cannot be read ({error.message})", self._back_off)
            self._back_off = min(self._back_off * 1.5, LONGEST_BACK_OFF)
        else:
            if self._told:
                log.warning("Telegram answers again")
            self._told, self._back_off = "", FIRST_BACK_OFF
            return [raw for raw in raws if self._is_new(raw)]
        return []

    async def _failed(self, what: str, wait: float) -> None:
        if what != self._told:
            log.warning("%s; trying again", what)
        self._told = what
        if self._tasks:
            await self._wait(wait)
        else:
            await asyncio.sleep(wait)

    async def _updates(self, timeout: int, limit: int = 100) -> list[Raw]:
        asked = {"timeout": timeout, "limit": limit, "allowed_updates": HANDLED, "offset": self._offset}
        data = RequestData([RequestParameter.from_input(name, value) for name, value in asked.items() if value])
        # The library's own get_updates parses the updates, and one that it cannot read would hide all the others.
        found = await self._request.post(f"{self._url}/getUpdates", data, read_timeout=timeout + 10)
        raws = found if isinstance(found, list) else []
        return [raw for raw in raws if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]

    def _is_new(self, raw: Raw) -> bool:
        return raw["update_id"] not in self._seen and raw["update_id"] not in self._raws


def _person(raw: Raw) -> str:
    """Whose update this is, so that it is forgotten with that person."""
    for part in _parts(raw.values()):
        writer = part.get("sender_chat") or part.get("from")
        if isinstance(writer, dict) and "id" in writer:
            return f"telegram:{writer['id']}"
    return ""


def _parts(values: Iterable[Any]) -> Iterable[Raw]:
    return (value for value in values if isinstance(value, dict))
