"""Which messages of a group reach the bot: with privacy mode on, only those meant for it."""

from .backend import Backend
from .text.units import cut
from .world import Chat, Json, Message

_SERVICE = {
    "new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created", "supergroup_chat_created",
    "migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created", "pinned_message",
}  # fmt: skip


def reaches_bot(backend: Backend, chat: Chat, message: Message) -> bool:
    """Whether Telegram hands the message to the bot."""
    if chat.bot_is in {"left", "kicked"} or message.sender_id == backend.bot.id:
        return False
    if chat.type == "private":
        return not chat.blocked
    if not backend.profile.privacy or chat.bot_is == "administrator":
        return True
    return bool(_SERVICE & set(message.content)) or _meant(backend, chat, message)


def _meant(backend: Backend, chat: Chat, message: Message) -> bool:
    """A command, a mention, a reply to the bot, or a message sent through it."""
    if message.via_bot == backend.bot.id:
        return True
    replied = chat.messages.get(message.reply_to or 0)
    if replied is not None and backend.bot.id in {replied.sender_id, replied.via_bot}:
        return True
    text = message.content.get("text") or message.content.get("caption") or ""
    entities = message.content.get("entities") or message.content.get("caption_entities") or []
    return any(_names(backend, chat, entity, cut(text, entity["offset"], entity["length"])) for entity in entities)


def _names(backend: Backend, chat: Chat, entity: Json, shown: str) -> bool:
    """Whether an entity calls this bot. A command without a name is for the bot that spoke last."""
    own = (backend.bot.username or "").lower()
    if entity["type"] == "mention":
        return shown.lower() == f"@{own}"
    if entity["type"] == "text_mention":
        return bool(entity["user"]["id"] == backend.bot.id)
    if entity["type"] == "bot_command":
        _, _, name = shown.lower().partition("@")
        return name == own if name else chat.last_bot in {None, backend.bot.id}
    return False
