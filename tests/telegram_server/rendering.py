"""A message as the bot gets it."""

from .world import Chat, Json, Message, World


def chat_json(world: World, chat: Chat) -> Json:
    """A Chat."""
    return chat.as_json(world.people[chat.id] if chat.type == "private" else None)


def message_json(world: World, message: Message, nested: bool = True) -> Json:
    """A Message, with the one it replies to, but not the one that this one replies to."""
    chat = world.chats[message.chat_id]
    data: Json = {
        "message_id": message.id,
        "from": world.people[message.sender_id].as_json(),
        "chat": chat_json(world, chat),
        "date": message.date,
        **message.content,
    }
    if message.edit_date is not None:
        data["edit_date"] = message.edit_date
    if message.thread_id is not None:
        data["message_thread_id"] = message.thread_id
        data["is_topic_message"] = True
    if message.via_bot is not None:
        data["via_bot"] = world.people[message.via_bot].as_json()
    if message.markup is not None and "inline_keyboard" in message.markup:
        data["reply_markup"] = message.markup
    replied = _replied(chat, message)
    if nested and replied is not None:
        data["reply_to_message"] = message_json(world, replied, nested=False)
    return data


def inaccessible_json(world: World, message: Message) -> Json:
    """What a button press carries when its message is gone or too old."""
    return {"message_id": message.id, "chat": chat_json(world, world.chats[message.chat_id]), "date": 0}


def _replied(chat: Chat, message: Message) -> Message | None:
    """The message replied to; in a topic, without a reply, the one that opened the topic."""
    replied = chat.messages.get(message.reply_to or message.thread_id or 0)
    return None if replied is None or replied.deleted or replied is message else replied
