"""Trouble made by the test."""

from typing import Any

from telegram_server.backend import Backend
from telegram_server.faults import Fault

from .registry import ControlError, command

_POISON: dict[str, dict[str, Any]] = {
    "unparseable": {"message": {"text": "no id, no date, no chat"}},
    "wrong_type": {"callback_query": "not an object"},
    "unknown_kind": {"hologram": {"id": "1", "colour": "green"}},
}


@command
def fault(
    backend: Backend,
    kind: str,
    method: str | None = None,
    chat_id: int | None = None,
    times: int = 1,
    skip: int = 0,
    seconds: float = 0.0,
    status: int = 500,
    text: str = "Internal Server Error",
) -> None:
    """The next `times` calls (of that method, to that chat; after `skip` good ones) go wrong:
    flood (429 for `seconds` from the first), status (HTML page), error (JSON with `status` and `text`),
    slow, hang, reset_before and reset_after the call was carried out, bad_json.
    """
    if kind not in {"flood", "status", "slow", "hang", "reset_before", "reset_after", "bad_json", "error"}:
        raise ControlError(f"no such trouble: {kind}")
    backend.faults.add(
        Fault(kind, method, chat_id, times, skip, seconds, status, text)  # type: ignore[arg-type]
    )


@command
def clear_faults(backend: Backend) -> None:
    """No more."""
    backend.faults.clear()


@command
def repeat(backend: Backend, update_id: int) -> None:
    """Hand an update out again, though it may have been confirmed."""
    backend.updates.repeat(update_id)
    backend.wake()


@command
def poison(backend: Backend, kind: str = "unparseable", content: dict[str, Any] | None = None, queue: int = 1) -> int:
    """An update that no library can read (or any content): its id. Not checked for shape."""
    if content is None and kind not in _POISON:
        raise ControlError(f"kinds of poison: {', '.join(_POISON)}")
    update_id = backend.updates.put(kind, content or _POISON[kind], queue)
    backend.wake()
    return update_id


@command
def advance(backend: Backend, seconds: float) -> None:
    """Move the server's clock: queries grow old, updates expire, retries come due."""
    backend.clock.advance(seconds)
    backend.wake()


@command
def configure(
    backend: Backend,
    speed: float | None = None,
    webhook_timeout: float | None = None,
    privacy: bool | None = None,
    inline_feedback: bool | None = None,
) -> None:
    """Change how the server behaves."""
    if speed is not None:
        backend.clock.speed = speed
    if webhook_timeout is not None:
        backend.webhook.timeout = webhook_timeout
    if privacy is not None:
        backend.profile.privacy = privacy
    if inline_feedback is not None:
        backend.profile.inline_feedback = inline_feedback


@command
async def go_down(backend: Backend) -> None:
    """Nobody can connect any more; open connections are cut. The control API goes on."""
    await backend.gate.close()


@command
async def go_up(backend: Backend) -> None:
    """Back again, on the same port."""
    await backend.gate.open()
