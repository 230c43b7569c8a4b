"""People write."""

from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.posting import deliver, post
from telegram_server.text.formatted import written
from telegram_server.text.units import units
from telegram_server.world import Chat, Json, Message

from .contents import content_of
from .registry import ControlError, command


@command
def send(
    backend: Backend,
    user_id: int,
    text: str,
    chat_id: int | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
    entities: list[Json] | None = None,
) -> Json:
    """A text, in the private chat if no other is named. Entities are found as Telegram finds them, others added."""
    if not text.strip() or units(text) > 4096:
        raise ControlError("people send 1-4096 characters")
    content = written(text.strip())
    if entities:
        content["entities"] = sorted([*content.get("entities", []), *entities], key=lambda item: int(item["offset"]))
    return _say(backend, user_id, chat_id, content, reply_to, thread_id)


@command
def send_other(
    backend: Backend,
    user_id: int,
    kind: str,
    chat_id: int | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
    caption: str | None = None,
) -> Json:
    """Voice, photo, sticker, location, document, contact, video_note, dice or poll."""
    content = content_of(backend, kind)
    if caption:
        words = written(caption)
        content["caption"] = words["text"]
        content |= {"caption_entities": words["entities"]} if "entities" in words else {}
    return _say(backend, user_id, chat_id, content, reply_to, thread_id)


@command
def start(backend: Backend, user_id: int, payload: str | None = None) -> Json:
    """The person opens the bot by a deep link and presses Start."""
    chat = backend.world.chats[user_id]
    chat.started = True
    if chat.blocked:
        chat.blocked = False
    return send(backend, user_id, f"/start {payload}" if payload else "/start")


@command
def edit(backend: Backend, user_id: int, message_id: int, text: str, chat_id: int | None = None) -> Json:
    """A person changes an own text message."""
    message = own_message(backend, user_id, chat_id, message_id)
    message.content = written(text.strip())
    message.edit_date = backend.clock.date()
    message.edits += 1
    return {"message_id": message.id, "update_id": deliver(backend, message, "edited_message")}


@command
def delete(backend: Backend, chat_id: int, message_id: int) -> None:
    """A person deletes a message, of the bot too; the bot is not told."""
    backend.world.chats[chat_id].messages[message_id].deleted = True


@command
def other_bot_speaks(backend: Backend, chat_id: int, name: str = "other_bot", text: str = "Beep.") -> Json:
    """Another bot writes in a group: this bot does not see it, and plain commands are now for the other."""
    chat = backend.world.chats[chat_id]
    other = next((person for person in backend.world.people.values() if person.username == name), None)
    if other is None:
        bot_id = backend.world.new_person_id()
        other = type(backend.bot)(bot_id, name, name, is_bot=True)
        backend.world.people[bot_id] = other
    chat.last_bot = other.id
    return {"message_id": post(backend, chat, other.id, written(text)).id, "update_id": None}


def own_message(backend: Backend, user_id: int, chat_id: int | None, message_id: int) -> Message:
    """A message of that person."""
    message = backend.world.chats[chat_id or user_id].messages[message_id]
    if message.sender_id != user_id:
        raise ControlError("people edit their own messages only")
    return message


def _say(
    backend: Backend, user_id: int, chat_id: int | None, content: Json, reply_to: int | None, thread_id: int | None
) -> Json:
    """Post it and tell the bot."""
    chat: Chat = backend.world.chats[chat_id or user_id]
    if chat.migrated_to is not None:
        raise ApiError("nobody can write in a group that became a supergroup")
    if reply_to is not None and reply_to not in chat.messages:
        raise ControlError(f"there is no message {reply_to} to reply to")
    if reply_to is not None and thread_id is None:
        thread_id = chat.messages[reply_to].thread_id
    message = post(backend, chat, user_id, content, reply_to=reply_to, thread_id=thread_id)
    return {"message_id": message.id, "update_id": deliver(backend, message)}
