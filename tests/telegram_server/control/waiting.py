"""Waiting for the bot; times are real seconds."""

from telegram_server.backend import Backend
from telegram_server.world import Json

from .reading import seen
from .registry import ControlError, command


@command
async def wait_messages(
    backend: Backend, chat_id: int, after: int = 0, count: int = 1, timeout: float = 5.0
) -> list[Json]:
    """The bot's messages in a chat after that one, once there are so many."""

    def found() -> list[Json]:
        own = backend.world.chats[chat_id].messages.values()
        return [seen(backend, item) for item in own if item.id > after and item.sender_id == backend.bot.id]

    if not await backend.bell.wait_until(lambda: len(found()) >= count, timeout):
        raise ControlError(f"the bot sent {len(found())} of {count} messages to {chat_id} in {timeout} s")
    return found()


@command
async def wait_edit(backend: Backend, chat_id: int, message_id: int, edits: int = 1, timeout: float = 5.0) -> Json:
    """A message once it was edited so often."""
    message = backend.world.chats[chat_id].messages[message_id]
    if not await backend.bell.wait_until(lambda: message.edits >= edits, timeout):
        raise ControlError(f"message {message_id} was edited {message.edits} of {edits} times in {timeout} s")
    return seen(backend, message)


@command
async def wait_answer(backend: Backend, query_id: str, timeout: float = 5.0) -> Json | None:
    """The answer to a button press or an inline query."""
    query = backend.queries.all[query_id]
    if not await backend.bell.wait_until(lambda: query.answer is not None, timeout):
        raise ControlError(f"query {query_id} was not answered in {timeout} s")
    return query.answer


@command
async def wait_calls(backend: Backend, method: str | None = None, count: int = 1, timeout: float = 5.0) -> list[Json]:
    """The finished calls, once there are so many."""
    if not await backend.bell.wait_until(lambda: backend.journal.finished(method) >= count, timeout):
        made = backend.journal.finished(method)
        raise ControlError(f"the bot made {made} of {count} calls of {method} in {timeout} s")
    return [call for call in backend.journal.calls_of(method) if call["took"] is not None]


@command
async def wait_settled(backend: Backend, timeout: float = 5.0) -> None:
    """Until all updates are confirmed and no call is under way: what is not answered now, will not be."""

    def settled() -> bool:
        backend.updates.expire()
        return not backend.updates.pending and not backend.webhook.under_way and not backend.journal.under_way

    if not await backend.bell.wait_until(settled, timeout):
        waiting = [item.body for item in backend.updates.pending]
        raise ControlError(f"not settled in {timeout} s; updates not confirmed: {waiting}")


@command
async def wait_ready(backend: Backend, timeout: float = 10.0) -> None:
    """Until the bot polls or has set its webhook."""
    if not await backend.bell.wait_until(
        lambda: backend.poll is not None or backend.webhook.target is not None, timeout
    ):
        raise ControlError(f"the bot neither polled nor set a webhook in {timeout} s")


@command
async def wait_gone(backend: Backend, timeout: float = 10.0) -> None:
    """Until nobody polls and nothing is under way: the bot stopped."""

    def gone() -> bool:
        return backend.poll is None and not backend.webhook.under_way and not backend.journal.under_way

    if not await backend.bell.wait_until(gone, timeout):
        raise ControlError(f"the bot still polled after {timeout} s")
