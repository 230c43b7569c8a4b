"""New messages, from whoever."""

from .backend import Backend
from .privacy import reaches_bot
from .rendering import message_json
from .world import Chat, Json, Message


def post(
    backend: Backend,
    chat: Chat,
    sender_id: int,
    content: Json,
    *,
    reply_to: int | None = None,
    thread_id: int | None = None,
    markup: Json | None = None,
    via_bot: int | None = None,
    date: int | None = None,
) -> Message:
    """A message in a chat."""
    message = Message(
        id=backend.world.new_message_id(chat),
        chat_id=chat.id,
        sender_id=sender_id,
        date=date or backend.clock.date(),
        content=content,
        reply_to=reply_to,
        thread_id=thread_id,
        markup=markup,
        via_bot=via_bot,
    )
    chat.messages[message.id] = message
    backend.bell.ring()
    return message


def deliver(backend: Backend, message: Message, kind: str = "message") -> int | None:
    """Tell the bot of a message of somebody else, if it may see it: the update's id, or nothing."""
    chat = backend.world.chats[message.chat_id]
    if not reaches_bot(backend, chat, message):
        return None
    return backend.emit(kind, message_json(backend.world, message), chat.id)
