"""Who the bot is, its updates by long poll, and files."""

import asyncio

from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.requests import Call
from telegram_server.world import Json

from .registry import method

LONGEST_POLL = 50
FILE_LIMIT = 20 << 20
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


@method("getMe")
def get_me(backend: Backend, call: Call) -> Json:
    """The bot."""
    return backend.profile.me()


@method("logOut", "close")
def log_out(backend: Backend, call: Call) -> bool:
    """After logOut nothing works here any more."""
    backend.profile.logged_out = backend.profile.logged_out or call.method == "logout"
    return True


@method("getUpdates")
async def get_updates(backend: Backend, call: Call) -> list[Json]:
    """What waits; the offset confirms what came before; with a timeout, wait for something."""
    if backend.webhook.target is not None:
        raise ApiError(f"Conflict: {WEBHOOK_ACTIVE}", 409)
    params = call.params
    limit = min(max(params.get("limit") or 100, 1), 100)
    timeout = min(max(params.get("timeout") or 0, 0), LONGEST_POLL)
    backend.updates.allow(params.get("allowed_updates"))
    backend.updates.confirm(params.get("offset") or 0)
    backend.bell.ring()
    batch = backend.updates.take(limit)
    if not batch and timeout:
        await _wait(backend, timeout)
        batch = backend.updates.take(limit)
    for item in batch:
        item.attempts += 1
        backend.journal.deliver(item.id, item.kind, "poll", item.attempts)
    return [item.body for item in batch]


async def _wait(backend: Backend, timeout: float) -> None:
    """Wait for an update; another getUpdates or a setWebhook ends it."""
    end_poll(backend, OTHER_POLL)
    poll = backend.poll = asyncio.get_running_loop().create_future()
    try:
        await backend.bell.wait_until(lambda: poll.done() or bool(backend.updates.pending), timeout)
        if poll.done():
            raise ApiError(f"Conflict: {poll.result()}", 409)
    finally:
        if backend.poll is poll:
            backend.poll = None


def end_poll(backend: Backend, why: str) -> None:
    """End the getUpdates that waits."""
    if backend.poll is not None and not backend.poll.done():
        backend.poll.set_result(why)
        backend.bell.ring()


@method("getFile")
def get_file(backend: Backend, call: Call) -> Json:
    """Where to download a file."""
    stored = backend.files.all.get(call.params["file_id"])
    if stored is None:
        raise ApiError("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > FILE_LIMIT:
        raise ApiError("file is too big")
    return stored.as_json()
