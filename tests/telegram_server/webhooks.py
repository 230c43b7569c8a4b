"""Updates handed over by webhook: one under way per queue, again and again until the bot says 2xx."""

import asyncio
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

from .requests import Call
from .updates import Pending
from .webhook_replies import method_in_reply
from .world import Json

if TYPE_CHECKING:
    from .backend import Backend

GONE_FOR = 23 * 3600
RETRY_AFTER_LIMIT = 3600
LONGEST_PAUSE = 60.0


@dataclass
class Target:
    """Where to, as setWebhook said."""

    url: str
    secret: str | None = None
    max_connections: int = 40
    has_certificate: bool = False
    ip_address: str | None = None


class Webhook:
    """Sends while there is a target."""

    def __init__(self, backend: "Backend") -> None:
        self.backend = backend
        self.target: Target | None = None
        self.timeout = 60.0
        """Real seconds that the bot may take to answer."""
        self.last_error: tuple[int, str] | None = None
        self.under_way: set[int] = set()
        """Queues that have an update on its way."""
        self.most_at_once = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._gone_since: float | None = None
        self._random = random.Random(8)  # noqa: S311

    def set(self, target: Target | None) -> None:
        """A new target, or none."""
        self.target = target
        self.last_error = None
        self._gone_since = None
        self.wake()

    def wake(self) -> None:
        """Send whatever may go now."""
        if self.target is None:
            return
        self.backend.updates.expire()
        now = self.backend.clock.now()
        seen = set(self.under_way)
        for item in list(self.backend.updates.pending):
            if len(self.under_way) >= self.target.max_connections:
                return
            if item.queue in seen:
                continue
            seen.add(item.queue)
            if item.wake <= now + 1e-3:
                self._start(item)

    def _start(self, item: Pending) -> None:
        """One update on its way."""
        self.under_way.add(item.queue)
        self.most_at_once = max(self.most_at_once, len(self.under_way))
        task = asyncio.get_running_loop().create_task(self._send(item))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, item: Pending) -> None:
        """One try."""
        pause: float | None = None
        try:
            pause = await self._try(item)
        finally:
            self.under_way.discard(item.queue)
        self.backend.wake()
        if pause is not None:
            await self.backend.clock.sleep(pause)
            self.backend.wake()

    async def _try(self, item: Pending) -> float | None:
        """How long to wait after this try; nothing when it is done with."""
        target = self.target
        if target is None:
            return None
        item.attempts += 1
        delivery = self.backend.journal.deliver(item.id, item.kind, "webhook", item.attempts)
        began = time.monotonic()
        try:
            status, retry_after, call = await self._post(target, item.body)
        except (aiohttp.ClientError, TimeoutError) as error:
            delivery.took = time.monotonic() - began
            words = "Read timeout expired" if isinstance(error, TimeoutError) else "Webhook connection closed"
            return self._failed(item, words, 0)
        delivery.took, delivery.status = time.monotonic() - began, status
        if not 200 <= status <= 299:
            self._note_gone(status)
            return self._failed(item, f"Wrong response from the webhook: {status}", retry_after)
        self._gone_since = None
        self.backend.updates.done(item)
        if call is not None:
            await self.backend.answer(call, via="webhook reply")
        return None

    async def _post(self, target: Target, body: Json) -> tuple[int, int, Call | None]:
        """Status, Retry-After and the method in the reply."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(connector=connector)
        headers = {"X-Telegram-Bot-Api-Secret-Token": target.secret} if target.secret else {}
        timeout = aiohttp.ClientTimeout(total=self.timeout)
        async with self._session.post(target.url, json=body, headers=headers, timeout=timeout) as response:
            text = await response.text()
            said = response.headers.get("Retry-After", "0")
            retry_after = int(said) if said.isdigit() else 0
            return response.status, retry_after, method_in_reply(text, response.content_type)

    def _failed(self, item: Pending, words: str, retry_after: int) -> float | None:
        """First again at once, then after 2, 4, 8 seconds and so on, until the update is too old."""
        self.last_error = (self.backend.clock.date(), words)
        pause = float(min(retry_after, RETRY_AFTER_LIMIT))
        if retry_after == 0 and item.fails > 0:
            item.delay = min(self._random.uniform(LONGEST_PAUSE, 2 * LONGEST_PAUSE), item.delay * 2)
            pause = item.delay
        now = self.backend.clock.now()
        if now + pause > item.expires:
            self.backend.updates.done(item)
            return None
        item.fails += 1
        item.wake = now + pause
        return pause

    def _note_gone(self, status: int) -> None:
        """A bot that answers 410 for 23 hours loses its webhook."""
        now = self.backend.clock.now()
        if status != 410:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = now
        elif now > self._gone_since + GONE_FOR:
            self.target = None

    async def close(self) -> None:
        """The server stops."""
        self.target = None
        for task in list(self._tasks):
            task.cancel()
        if self._session is not None:
            await self._session.close()
