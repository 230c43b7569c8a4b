"""Updates as the library's objects. The commonest kind, a message of plain text, is not asked for what it has not."""

from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from telegram import Bot, Chat, Message, MessageEntity, TelegramObject, Update, User

PLAIN = frozenset({"message_id", "from", "chat", "date", "text", "entities"})
"""Of all that a message can have, some hundred fields, what most of them have and no more."""
ALWAYS = frozenset({"message_id", "from", "chat", "date"})
PERSON = frozenset({"id", "is_bot", "first_name", "last_name", "username", "language_code", "is_premium"})
PRIVATE_CHAT = frozenset({"id", "type", "first_name", "last_name", "username"})

T = TypeVar("T", bound=TelegramObject)


def update_of(raw: dict[str, Any], bot: Bot) -> Update:
    """As `Update.de_json` gives it. Raises whatever that stumbles over."""
    message = raw.get("message")
    if len(raw) == 2 and type(message) is dict and message.keys() <= PLAIN and message.keys() >= ALWAYS:
        id = raw["update_id"]
        return _UPDATE.filled(_bot=bot, _id_attrs=(id,), update_id=id, message=_plain(message, bot))
    return Update.de_json(raw, bot)


def _plain(raw: dict[str, Any], bot: Bot) -> Message:
    id, chat = raw["message_id"], _chat(raw["chat"], bot)
    return _MESSAGE.filled(
        _bot=bot,
        _id_attrs=(id, chat),
        message_id=id,
        date=datetime.fromtimestamp(raw["date"], UTC),
        chat=chat,
        from_user=_user(raw["from"], bot),
        text=raw.get("text"),
        entities=MessageEntity.de_list(raw["entities"], bot) if raw.get("entities") else (),
    )


def _user(raw: dict[str, Any], bot: Bot) -> User:
    if raw.keys() <= PERSON and raw.keys() >= {"id", "is_bot", "first_name"}:
        return _USER.filled(_bot=bot, _id_attrs=(raw["id"],), **raw)
    return User.de_json(raw, bot)


def _chat(raw: dict[str, Any], bot: Bot) -> Chat:
    if raw.keys() <= PRIVATE_CHAT and raw.get("type") == Chat.PRIVATE and "id" in raw:
        return _CHAT.filled(_bot=bot, _id_attrs=(raw["id"],), **{**raw, "type": Chat.PRIVATE})
    return Chat.de_json(raw, bot)


class _Blank(Generic[T]):
    """A kind of object with nothing in it, to be copied and filled.

    The library asks for each field, of which a message has more than a hundred, whether it may be set now.
    """

    def __init__(self, example: T) -> None:
        self._kind = type(example)
        names = (name for kind in self._kind.__mro__ for name in getattr(kind, "__slots__", ()))
        self._set = {name: getattr(self._kind, name).__set__ for name in names if hasattr(example, name)}
        self._values = [(put, getattr(example, name)) for name, put in self._set.items()]

    def filled(self, **fields: Any) -> T:
        made = self._kind.__new__(self._kind)
        for put, value in self._values:
            put(made, value)
        for name, value in fields.items():
            self._set[name](made, value)
        return made


_UPDATE = _Blank(Update(0))
_USER = _Blank(User(0, "", is_bot=False))
_CHAT = _Blank(Chat(0, Chat.PRIVATE))
_MESSAGE = _Blank(Message(0, datetime.fromtimestamp(0, UTC), Chat(0, Chat.PRIVATE)))
