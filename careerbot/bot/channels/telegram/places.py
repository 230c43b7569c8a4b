"""Who is talking and where: the names under which things are remembered, and the thread to answer in."""

from dataclasses import dataclass

from telegram import Message, Update
from telegram.constants import ChatType


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, or a topic of it, and the person we talk with there."""

    chat: int
    person: str
    """telegram:<user>"""
    thread: int | None = None
    """The forum topic; None outside of forums."""
    private: bool = True

    @property
    def conversation(self) -> str:
        """telegram:<user>:<chat>, with the topic at the end in a forum. Begins with the person: see `forget_person`."""
        topic = f":{self.thread}" if self.thread else ""
        return f"{self.person}:{self.chat}{topic}"

    def key(self, message: int) -> str:
        """The name of a message."""
        return f"{self.chat}:{message}"


def place_of(message: Message, user: int | None = None) -> Place | None:
    """Where this message is. `user`: who acts on it, if that is not its author. None when it has no author."""
    author = user or _author(message)
    if author is None:
        return None
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, f"telegram:{author}", thread, message.chat.type == ChatType.PRIVATE)


def order_key(update: Update) -> str | None:
    """Updates with the same key are handled one after the other. None: no order is needed."""
    message = update.message or update.edited_message
    if message is not None:
        place = place_of(message)
        return place.conversation if place else None
    press = update.callback_query
    if press is not None:
        if isinstance(press.message, Message) and (place := place_of(press.message, press.from_user.id)):
            return place.conversation
        chat = press.message.chat.id if press.message else press.inline_message_id
        return f"telegram:{press.from_user.id}:{chat}"
    return None


def person_of(update: Update) -> str | None:
    """Whose message or press this is; None for anything else."""
    message = update.message or update.edited_message
    if message is not None:
        author = _author(message)
        return f"telegram:{author}" if author else None
    return f"telegram:{update.callback_query.from_user.id}" if update.callback_query else None


def _author(message: Message) -> int | None:
    """The id of the writer; of a group or channel that somebody writes in the name of, its own."""
    if message.sender_chat:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else None
