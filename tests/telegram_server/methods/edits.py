"""Changing messages that were sent."""

from telegram_server.access import check_access
from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.markup import check_markup
from telegram_server.rendering import message_json
from telegram_server.requests import Call
from telegram_server.text.formatted import as_list, caption, message_text
from telegram_server.world import Json, Message

from .messages import photo_of, with_people
from .registry import method

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


@method("editMessageText")
def edit_text(backend: Backend, call: Call) -> Json | bool:
    """Another text; a keyboard that is not given again goes."""
    params = call.params
    if not params.get("text"):
        raise ApiError("Message text is empty")
    message = _found(backend, params)
    if "text" not in message.content:
        raise ApiError("There is no text in the message to edit")
    content = message_text(params["text"], params.get("parse_mode"), as_list(params.get("entities")))
    return _changed(backend, message, params, with_people(backend, content))


@method("editMessageCaption")
def edit_caption(backend: Backend, call: Call) -> Json | bool:
    """Another caption."""
    params = call.params
    message = _found(backend, params)
    if "photo" not in message.content:
        raise ApiError("There is no caption in the message to edit")
    words = caption(params.get("caption"), params.get("parse_mode"), as_list(params.get("caption_entities")))
    content = {"photo": message.content["photo"], **with_people(backend, words)}
    return _changed(backend, message, params, content)


@method("editMessageMedia")
def edit_media(backend: Backend, call: Call) -> Json | bool:
    """Another photo, with its caption; a text message may become a photo."""
    params = call.params
    media = params["media"]
    if media["type"] != "photo":
        raise ApiError("the test server only knows photos")
    message = _found(backend, params)
    words = caption(media.get("caption"), media.get("parse_mode"), as_list(media.get("caption_entities")))
    content = {"photo": photo_of(backend, call.attached(media["media"])), **with_people(backend, words)}
    return _changed(backend, message, params, content)


@method("editMessageReplyMarkup")
def edit_markup(backend: Backend, call: Call) -> Json | bool:
    """Another keyboard, or none."""
    message = _found(backend, call.params)
    return _changed(backend, message, call.params, message.content)


def _found(backend: Backend, params: Json) -> Message:
    """The bot's own message."""
    inline_id = params.get("inline_message_id")
    if inline_id is not None:
        if inline_id not in backend.inline:
            raise ApiError("MESSAGE_ID_INVALID")
        return backend.inline[inline_id]
    if params.get("chat_id") is None:
        raise ApiError("Chat identifier is not specified")
    if params.get("message_id") is None:
        raise ApiError("Message identifier is not specified")
    chat = backend.world.chat(params["chat_id"])
    check_access(chat)
    message = chat.messages.get(params["message_id"])
    if message is None or message.deleted:
        raise ApiError("message to edit not found")
    if message.sender_id != backend.bot.id:
        raise ApiError("message can't be edited")
    return message


def _changed(backend: Backend, message: Message, params: Json, content: Json) -> Json | bool:
    """Change it, unless nothing would change."""
    markup = check_markup(params.get("reply_markup"), inline_only=True)
    if content == message.content and markup == message.markup:
        raise ApiError(NOT_MODIFIED)
    message.content, message.markup = content, markup
    message.edit_date = backend.clock.date()
    message.edits += 1
    return True if params.get("inline_message_id") else message_json(backend.world, message)
