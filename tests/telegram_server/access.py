"""What the bot may do in a chat."""

from .errors import ApiError
from .world import Chat

_WORDS = {"text": "text messages", "photo": "photos", "document": "documents"}


def check_access(chat: Chat) -> None:
    """Whether the bot is there at all."""
    if chat.type == "private":
        if chat.deactivated:
            raise ApiError("Forbidden: user is deactivated", 403)
        if chat.blocked:
            raise ApiError("Forbidden: bot was blocked by the user", 403)
        if not chat.started:
            raise ApiError("Forbidden: bot can't initiate conversation with a user", 403)
        return
    if chat.migrated_to is not None:
        raise ApiError("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if chat.bot_is == "kicked":
        raise ApiError(f"Forbidden: bot was kicked from the {chat.type} chat", 403)
    if chat.bot_is == "left":
        raise ApiError(f"Forbidden: bot is not a member of the {chat.type} chat", 403)


def check_sending(chat: Chat, kind: str) -> None:
    """Whether the bot may send this kind there."""
    check_access(chat)
    if chat.bot_is == "restricted" and kind not in chat.bot_may:
        raise ApiError(f"not enough rights to send {_WORDS[kind]} to the chat")


def check_topic(chat: Chat, thread_id: int | None) -> None:
    """Whether there is such a topic."""
    if thread_id is not None and thread_id not in chat.topics:
        raise ApiError("message thread not found")
