"""All parts together, and the way of one call through them."""

import asyncio
import math
import time
from collections.abc import Callable
from typing import Any

from .bells import Bell
from .clock import Clock
from .errors import ApiError, ViolationError, flood
from .faults import Fault, Faults
from .files import Files
from .gate import Gate
from .journal import Entry, Journal
from .oracle import MODELS, ShapeError, check_result, checked
from .profile import DEFAULT_TOKEN, Profile
from .queries import Queries
from .replies import Reply, html, refusal, success
from .requests import Call
from .updates import Updates
from .webhooks import Webhook
from .world import Json, Message, Person, World

Handler = Callable[["Backend", Call], Any]


class Backend:
    """The state of the server."""

    def __init__(self, token: str = DEFAULT_TOKEN, username: str = "career_test_bot", speed: float = 1.0) -> None:
        self.clock = Clock(speed)
        self.bell = Bell()
        self.world = World()
        bot = Person(int(token.split(":")[0]), "Career test bot", username, is_bot=True)
        self.world.people[bot.id] = bot
        self.profile = Profile(bot, token)
        self.updates = Updates(self.clock)
        self.queries = Queries()
        self.files = Files()
        self.inline: dict[str, Message] = {}
        self.journal = Journal()
        self.faults = Faults()
        self.webhook = Webhook(self)
        self.poll: asyncio.Future[str] | None = None
        """The getUpdates that waits; its result is why it has to end."""
        self.tasks: set[asyncio.Future[Reply]] = set()
        """Calls that are being carried out."""
        self.actions: list[Json] = []
        self.handlers: dict[str, Handler] = {}
        self.gate: Gate

    @property
    def bot(self) -> Person:
        """The bot's own user."""
        return self.profile.person

    def emit(self, kind: str, content: Json, queue: int) -> int | None:
        """A new update for the bot: its id, if the bot wants it."""
        update_id = self.updates.add(kind, content, queue)
        self.wake()
        return update_id

    def wake(self) -> None:
        """Something changed."""
        self.webhook.wake()
        self.bell.ring()

    async def answer(self, call: Call, via: str = "http") -> Reply:
        """The way of one call: written down, perhaps befallen by a fault, carried out."""
        entry = self.journal.begin(call.name, _readable(call.params), via)
        entry.files = {name: len(upload.content) for name, upload in call.files.items()}
        fault = self.faults.hit(call.method, call.params, time.monotonic())
        try:
            if fault is not None:
                reply = await self._befallen(fault, call, entry)
            else:
                reply = await self._perform(call, entry)
        except asyncio.CancelledError:
            self.journal.end(entry, 0, "the client hung up")
            raise
        finally:
            self.bell.ring()
        return reply

    async def _befallen(self, fault: Fault, call: Call, entry: Entry) -> Reply:
        """What the fault makes of it."""
        if fault.kind == "flood":
            left = max(0.0, (fault.until or 0.0) - time.monotonic())
            if fault.met:
                self.journal.early.append(entry.number)
            fault.met = True
            return self._refuse(flood(math.ceil(left)), entry)
        if fault.kind == "error":
            return self._refuse(ApiError(fault.text, fault.status), entry)
        if fault.kind in {"status", "reset_before"}:
            self.journal.end(entry, fault.status if fault.kind == "status" else 0, fault.kind)
            return html(fault.status) if fault.kind == "status" else Reply(cut=True)
        if fault.kind == "hang":
            await asyncio.sleep(fault.seconds or 3600)
            self.journal.end(entry, 0, "hang")
            return Reply(cut=True)
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        reply = await self._perform(call, entry)
        if fault.kind == "bad_json":
            reply.body = reply.body[: len(reply.body) // 2]
        reply.cut = fault.kind == "reset_after"
        return reply

    async def _perform(self, call: Call, entry: Entry) -> Reply:
        """The call itself."""
        try:
            handler = self._handler(call)
            call.params = checked(call.method, call.params)
            result = handler(self, call)
            if asyncio.iscoroutine(result):
                result = await result
            if call.method != "getupdates":  # updates were checked when they came to be, poison must pass
                check_result(call.method, result)
        except ViolationError as error:
            self.journal.violate(f"{call.name}: {error.description}")
            return self._refuse(error, entry)
        except ApiError as error:
            return self._refuse(error, entry)
        except ShapeError as error:
            self.journal.violate(f"the test server itself: {error}")
            return self._refuse(ApiError("Internal Server Error: shape", 500), entry)
        self.journal.end(entry, 200, result=None if call.method == "getupdates" else result)
        return success(result)

    def _handler(self, call: Call) -> Handler:
        """What carries it out."""
        if self.profile.logged_out:
            raise ApiError("Logged out")
        if call.method not in MODELS:
            raise ApiError("Not Found: method not found", 404)
        if call.method not in self.handlers:
            raise ViolationError(f"the test server does not have {call.name}", 404)
        return self.handlers[call.method]

    def _refuse(self, error: ApiError, entry: Entry) -> Reply:
        """A refusal, written down."""
        self.journal.end(entry, error.code, error.description)
        return refusal(error)


def _readable(params: Json) -> Json:
    """Parameters without uploaded bytes."""
    return {
        name: value if isinstance(value, str | int | float | list | dict | None) else "(file)"
        for name, value in params.items()
    }
