"""What a person sees, and what happened."""

from base64 import b64encode
from dataclasses import asdict
from typing import Any

from telegram_server.backend import Backend
from telegram_server.world import Json, Message

from .registry import command


@command
def messages(backend: Backend, chat_id: int, deleted: bool = False) -> list[Json]:
    """All messages of a chat, oldest first, as they are now."""
    chat = backend.world.chats[chat_id]
    return [seen(backend, message) for message in chat.messages.values() if deleted or not message.deleted]


def seen(backend: Backend, message: Message) -> Json:
    """One message as a person sees it."""
    content = message.content
    rows = (message.markup or {}).get("inline_keyboard", [])
    return {
        "message_id": message.id,
        "sender_id": message.sender_id,
        "by_bot": message.sender_id == backend.bot.id,
        "via_bot": message.via_bot is not None,
        "date": message.date,
        "text": content.get("text", content.get("caption", "")),
        "entities": content.get("entities", content.get("caption_entities", [])),
        "kind": next((name for name in content if name not in {"caption", "caption_entities", "entities"}), ""),
        "photo": content["photo"][-1] if "photo" in content else None,
        "document": content.get("document"),
        "buttons": [[button["text"] for button in row] for row in rows],
        "markup": message.markup,
        "reply_to": message.reply_to,
        "thread_id": message.thread_id,
        "edits": message.edits,
        "deleted": message.deleted,
    }


@command
def file(backend: Backend, file_id: str) -> str:
    """Bytes of a file, base64."""
    return b64encode(backend.files.all[file_id].content).decode()


@command
def answer(backend: Backend, query_id: str) -> Json | None:
    """What the bot answered to a button press or an inline query, if it did."""
    return backend.queries.all[query_id].answer


@command
def chat_actions(backend: Backend, chat_id: int) -> list[Json]:
    """Typing and the like, with times."""
    return [action for action in backend.actions if action["chat_id"] == chat_id]


@command
def profile(backend: Backend) -> Json:
    """What the bot says of itself, by language ("" is for all)."""
    own = backend.profile
    return {
        "names": own.names,
        "descriptions": own.descriptions,
        "short_descriptions": own.short_descriptions,
    }


@command
def menus(backend: Backend) -> list[Json]:
    """The command menus: scope (JSON), language and commands."""
    return [
        {"scope": scope, "language": language, "commands": commands}
        for (scope, language), commands in backend.profile.commands.items()
    ]


@command
def calls(backend: Backend, method: str | None = None) -> list[Json]:
    """Calls of the bot with times, statuses and errors; getUpdates only by name."""
    return backend.journal.calls_of(method)


@command
def deliveries(backend: Backend) -> list[Json]:
    """Updates handed to the bot, with times and tries."""
    return [asdict(delivery) for delivery in backend.journal.deliveries]


@command
def violations(backend: Backend) -> list[str]:
    """What no correct bot would do."""
    return backend.journal.violations


@command
def early_calls(backend: Backend) -> list[int]:
    """Numbers of calls made before the retry_after of a flood was over."""
    return backend.journal.early


@command
def state(backend: Backend) -> Json:
    """Figures of the server."""
    target = backend.webhook.target
    backend.updates.expire()
    data: dict[str, Any] = {
        "pending": [item.id for item in backend.updates.pending],
        "under_way": len(backend.webhook.under_way),
        "most_at_once": backend.webhook.most_at_once,
        "webhook": target.url if target else None,
        "polling": backend.poll is not None,
        "faults": backend.faults.waiting(),
        "now": backend.clock.now(),
        "seconds": backend.journal.seconds(),
        "bot": backend.profile.me(),
        "token": backend.profile.token,
    }
    return data
