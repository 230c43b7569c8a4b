"""Updates as the library's objects. The commonest kind, a message of plain text, is not asked for what it has not."""

from datetime import UTC, datetime
from typing import Any

from telegram import Bot, Chat, Message, MessageEntity, Update, User

PLAIN = frozenset({"message_id", "from", "chat", "date", "text", "entities"})
"""Of all that a message can have, some hundred fields, what most of them have and no more."""


ALWAYS = frozenset({"message_id", "from", "chat", "date"})


def update_of(raw: dict[str, Any], bot: Bot) -> Update:
    """As `Update.de_json` gives it. Raises whatever that stumbles over."""
    message = raw.get("message")
    if len(raw) == 2 and type(message) is dict and message.keys() <= PLAIN and message.keys() >= ALWAYS:
        update = Update(raw["update_id"], message=_plain(message, bot))
        update.set_bot(bot)
        return update
    return Update.de_json(raw, bot)


def _plain(raw: dict[str, Any], bot: Bot) -> Message:
    message = Message(
        message_id=raw["message_id"],
        date=datetime.fromtimestamp(raw["date"], UTC),
        chat=Chat.de_json(raw["chat"], bot),
        from_user=User.de_json(raw["from"], bot),
        text=raw.get("text"),
        entities=MessageEntity.de_list(raw["entities"], bot) if raw.get("entities") else None,
    )
    message.set_bot(bot)
    return message
