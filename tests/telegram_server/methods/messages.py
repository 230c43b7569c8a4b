"""Sending and deleting messages."""

from typing import Any

from telegram_server.access import check_access, check_sending, check_topic
from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.markup import check_markup
from telegram_server.posting import post
from telegram_server.rendering import message_json
from telegram_server.requests import Call, Upload
from telegram_server.text.formatted import as_list, caption, message_text
from telegram_server.world import Chat, Json

from .registry import method

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
TWO_DAYS = 48 * 3600


@method("sendMessage")
def send_message(backend: Backend, call: Call) -> Json:
    """A text message."""
    params = call.params
    content = message_text(params["text"], params.get("parse_mode"), as_list(params.get("entities")))
    return _send(backend, params, "text", with_people(backend, content))


@method("sendPhoto")
def send_photo(backend: Backend, call: Call) -> Json:
    """A photo: uploaded, or again by file_id."""
    params = call.params
    words = caption(params.get("caption"), params.get("parse_mode"), as_list(params.get("caption_entities")))
    content = {"photo": photo_of(backend, call.file("photo")), **with_people(backend, words)}
    if params.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return _send(backend, params, "photo", content)


@method("sendDocument")
def send_document(backend: Backend, call: Call) -> Json:
    """A file: uploaded, or again by file_id."""
    params = call.params
    words = caption(params.get("caption"), params.get("parse_mode"), as_list(params.get("caption_entities")))
    content = {"document": document_of(backend, call.file("document")), **with_people(backend, words)}
    return _send(backend, params, "document", content)


@method("sendChatAction")
def send_chat_action(backend: Backend, call: Call) -> bool:
    """Typing and the like."""
    chat = backend.world.chat(call.params["chat_id"])
    if call.params["action"].lower() not in ACTIONS:
        raise ApiError("Wrong parameter action in request")
    check_sending(chat, "text")
    thread_id = call.params.get("message_thread_id")
    check_topic(chat, thread_id)
    action = {"chat_id": chat.id, "action": call.params["action"], "at": backend.journal.seconds()}
    backend.actions.append({**action, "message_thread_id": thread_id})
    return True


@method("deleteMessage")
def delete_message(backend: Backend, call: Call) -> bool:
    """The bot's own message; others' in private chats, or as administrator."""
    chat = backend.world.chat(call.params["chat_id"])
    check_access(chat)
    message = chat.messages.get(call.params["message_id"])
    if message is None or message.deleted:
        raise ApiError("message to delete not found")
    own = message.sender_id == backend.bot.id
    if not own and chat.type != "private" and chat.bot_is != "administrator":
        raise ApiError("message can't be deleted")
    if chat.bot_is != "administrator" and backend.clock.now() - message.date > TWO_DAYS:
        raise ApiError("message can't be deleted for everyone")
    message.deleted = True
    return True


def photo_of(backend: Backend, source: Upload | str | None) -> list[Json]:
    """Sizes of a photo."""
    if isinstance(source, Upload):
        return backend.files.photo(source.content)
    if not source:
        raise ApiError("There is no photo in the request")
    return backend.files.known_photo(source)


def document_of(backend: Backend, source: Upload | str | None) -> Json:
    """A file under the name it came with."""
    if isinstance(source, Upload):
        return backend.files.document(source.name, source.content)
    if not source:
        raise ApiError("There is no document in the request")
    return backend.files.known_document(source)


def with_people(backend: Backend, content: Json) -> Json:
    """Mentions by id carry the user; those of strangers are dropped."""
    for name in ("entities", "caption_entities"):
        if name in content:
            content[name] = [known for item in content[name] if (known := _with_person(backend, item)) is not None]
            if not content[name]:
                del content[name]
    return content


def _with_person(backend: Backend, entity: Json) -> Json | None:
    """One entity."""
    if entity["type"] != "text_mention":
        return entity
    user_id = entity.pop("user_id", None) or entity.get("user", {}).get("id")
    person = backend.world.people.get(user_id)
    return {**entity, "user": person.as_json()} if person else None


def _send(backend: Backend, params: Json, kind: str, content: Json) -> Json:
    """Post it, if the bot may."""
    markup = check_markup(params.get("reply_markup"))
    chat = backend.world.chat(params["chat_id"])
    check_access(chat)
    thread_id = params.get("message_thread_id")
    check_topic(chat, thread_id)
    reply_to = _reply_to(chat, params)
    check_sending(chat, kind)
    if reply_to is not None and thread_id is None:
        thread_id = chat.messages[reply_to].thread_id
    message = post(backend, chat, backend.bot.id, content, reply_to=reply_to, thread_id=thread_id, markup=markup)
    chat.last_bot = backend.bot.id
    return message_json(backend.world, message)


def _reply_to(chat: Chat, params: Json) -> int | None:
    """The message to reply to."""
    given: Any = params.get("reply_parameters") or {}
    message_id = given.get("message_id") or params.get("reply_to_message_id")
    lenient = given.get("allow_sending_without_reply") or params.get("allow_sending_without_reply")
    if message_id is None:
        return None
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        if lenient:
            return None
        raise ApiError("message to be replied not found")
    return message.id
