"""People press buttons and use the bot inline."""

from telegram_server.backend import Backend
from telegram_server.posting import deliver, post
from telegram_server.queries import Query
from telegram_server.rendering import inaccessible_json, message_json
from telegram_server.world import Json, Message

from .registry import ControlError, command

CALLBACK_QUEUE = 3 << 33
INLINE_QUEUE = 1 << 33
CHOSEN_QUEUE = 2 << 33
CALLBACK_SECONDS = 150
INLINE_SECONDS = 30


@command
def press(
    backend: Backend,
    user_id: int,
    message_id: int,
    chat_id: int | None = None,
    button: str | None = None,
    data: str | None = None,
    force: bool = False,
    inaccessible: bool = False,
) -> Json:
    """Press a button by its text or its data. `force`: even if it is not there any more, as an old client does.
    `inaccessible`: the bot gets no content of the message, as for old or deleted ones.
    """
    message = backend.world.chats[chat_id or user_id].messages[message_id]
    if not force:
        data = _data_of(message, button, data)
    shown = message_json(backend.world, message)
    if inaccessible or message.deleted:
        shown = inaccessible_json(backend.world, message)
    return _press(backend, user_id, data, {"message": shown}, chat_instance=message.chat_id)


@command
def press_inline(
    backend: Backend, user_id: int, inline_message_id: str, button: str | None = None, data: str | None = None
) -> Json:
    """Press a button of a message sent inline: the bot gets no message, only its inline id."""
    message = backend.inline[inline_message_id]
    data = _data_of(message, button, data)
    return _press(backend, user_id, data, {"inline_message_id": inline_message_id}, chat_instance=message.chat_id)


@command
def inline_query(
    backend: Backend, user_id: int, query: str = "", offset: str = "", chat_type: str | None = "private"
) -> Json:
    """Type @bot and something in any chat."""
    asked = backend.queries.ask("inline", user_id, backend.clock.now(), INLINE_SECONDS)
    content: Json = {
        "id": asked.id,
        "from": backend.world.people[user_id].as_json(),
        "query": query,
        "offset": offset,
    }
    if chat_type:
        content["chat_type"] = chat_type
    return {"query_id": asked.id, "update_id": backend.emit("inline_query", content, user_id + INLINE_QUEUE)}


@command
def choose(
    backend: Backend, user_id: int, query_id: str, result_id: str, chat_id: int | None = None, query: str = ""
) -> Json:
    """Take one result of an answered inline query: it is sent in the chat, in the person's name, via the bot."""
    asked: Query = backend.queries.all[query_id]
    results = (asked.answer or {}).get("results", [])
    result = next((item for item in results if item["id"] == result_id), None)
    if result is None:
        raise ControlError(f"there is no result {result_id}")
    chat = backend.world.chats[chat_id or user_id]
    markup = result.get("reply_markup")
    message = post(backend, chat, user_id, dict(result["content"]), markup=markup, via_bot=backend.bot.id)
    chosen: Json = {"result_id": result_id, "from": backend.world.people[user_id].as_json(), "query": query}
    if markup:
        message.inline_id = chosen["inline_message_id"] = f"AQAAA{message.chat_id}_{message.id}"
        backend.inline[message.inline_id] = message
    deliver(backend, message)
    update_id = None
    if backend.profile.inline_feedback:
        update_id = backend.emit("chosen_inline_result", chosen, user_id + CHOSEN_QUEUE)
    return {"message_id": message.id, "inline_message_id": message.inline_id, "update_id": update_id}


def _press(backend: Backend, user_id: int, data: str | None, where: Json, chat_instance: int) -> Json:
    """The callback query."""
    asked = backend.queries.ask("callback", user_id, backend.clock.now(), CALLBACK_SECONDS)
    content: Json = {
        "id": asked.id,
        "from": backend.world.people[user_id].as_json(),
        "chat_instance": str(chat_instance * 7919),
        **where,
    }
    if data is not None:
        content["data"] = data
    return {"query_id": asked.id, "update_id": backend.emit("callback_query", content, user_id + CALLBACK_QUEUE)}


def _data_of(message: Message, button: str | None, data: str | None) -> str:
    """The data of the button with that text or that data."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    buttons = [item for row in rows for item in row if "callback_data" in item]
    for item in buttons:
        if item["text"] == button or (button is None and item["callback_data"] == data):
            return str(item["callback_data"])
    there = [item["text"] for item in buttons]
    raise ControlError(f"message {message.id} has no button {button or data!r}; it has {there}")
