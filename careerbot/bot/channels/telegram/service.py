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
from careerbot.bot.channels.telegram.registration import Registration
from careerbot.bot.channels.telegram.webhook import Receive, Scope, Send, Webhook, respond

PAGES = ("/healthz", "/readyz", "/metrics")
ASKED_AGAIN = 1.0
"""Seconds for which the store's last answer to "are you there" counts."""


@dataclass(slots=True)
class Service:
    webhook: Webhook
    keeping: Keeping
    metrics: Metrics
    registration: Registration
    knows_telegram: bool = False
    """Before that, no update can be worked on."""
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
            # Without its own store it answers on; out of the balancer, it would answer nobody.
            ready = all(good for name, good in checks.items() if name != "store" or self.keeping.needed)
            await respond(send, 200 if ready else 503, json.dumps(checks).encode() + b"\n", b"application/json")
        else:
            await respond(send, 200, self.metrics.page(), b"text/plain; version=0.0.4; charset=utf-8")

    async def _checks(self) -> dict[str, bool]:
        return {
            "knowledge": True,  # without it the service does not start
            "store": await self._store(),
            "webhook": self.registration.stands,
            "not_stopping": not self.stopping,
        }

    async def _store(self) -> bool:
        if time.monotonic() - self._store_asked > ASKED_AGAIN:
            self._store_asked = time.monotonic()
            self._store_works = await self.keeping.works()
        return self._store_works
