"""What the service answers over HTTP: the webhook, and three pages for those who run it.

POST /telegram/<path>   updates, see webhook.py
GET  /healthz           the process works
GET  /readyz            it can answer people: knowledge loaded, webhook registered, store within reach
GET  /metrics           for Prometheus
"""

import json
import time
from dataclasses import dataclass

from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.metrics import Metrics
from careerbot.bot.channels.telegram.webhook import Receive, Scope, Send, Webhook, respond
from careerbot.bot.stores.errors import StoreError

PAGES = ("/healthz", "/readyz", "/metrics")
ASKED_AGAIN = 1.0
"""Seconds for which the store's last answer to "are you there" counts."""


@dataclass(slots=True)
class Service:
    webhook: Webhook
    keeping: Keeping
    metrics: Metrics
    knows_telegram: bool = False
    """Before that, no update can be worked on."""
    registered: bool = False
    stopping: bool = False
    _store_asked: float = float("-inf")
    _store_works: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        path = scope["path"]
        if path.startswith("/telegram/"):
            await (self.webhook(scope, receive, send) if self.knows_telegram else respond(send, 503))
        elif path not in PAGES:
            await respond(send, 404)
        elif scope["method"] not in ("GET", "HEAD"):
            await respond(send, 405)
        elif path == "/healthz":
            await respond(send, 200, b"ok\n")
        elif path == "/readyz":
            checks = await self._checks()
            ready = all(checks.values())
            await respond(send, 200 if ready else 503, json.dumps(checks).encode() + b"\n", b"application/json")
        else:
            await respond(send, 200, self.metrics.page(), b"text/plain; version=0.0.4; charset=utf-8")

    async def _checks(self) -> dict[str, bool]:
        return {
            "knowledge": True,  # without it the service does not start
            "store": await self._store(),
            "webhook": self.registered,
            "not_stopping": not self.stopping,
        }

    async def _store(self) -> bool:
        if time.monotonic() - self._store_asked > ASKED_AGAIN:
            self._store_asked = time.monotonic()
            try:
                await self.keeping.reach(lambda store: store.recall("probe", "probe"))
            except StoreError as error:
                self.metrics.store_failed(error.reason)
                self._store_works = False
            else:
                self._store_works = True
        return self._store_works
