"""People and chats in the hands of a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from .world import Json

if TYPE_CHECKING:
    from .client import Telegram


@dataclass(frozen=True)
class Chat:
    """A chat."""

    telegram: Telegram
    id: int

    def messages(self, deleted: bool = False) -> list[Json]:
        """All messages: message_id, sender_id, by_bot, via_bot, date, text, entities, kind, photo, document, buttons,
        markup, reply_to, thread_id, edits, deleted.
        """
        return cast("list[Json]", self.telegram.call("messages", chat_id=self.id, deleted=deleted))

    def by_bot(self) -> list[Json]:
        """The bot's."""
        return [message for message in self.messages() if message["by_bot"]]

    def actions(self) -> list[Json]:
        """Typing and the like."""
        return cast("list[Json]", self.telegram.call("chat_actions", chat_id=self.id))

    def wait(self, count: int = 1, after: int | Json = 0, timeout: float = 5.0) -> list[Json]:
        """The bot's messages after that one, once there are so many."""
        number = after if isinstance(after, int) else after["message_id"]
        found = self.telegram.call("wait_messages", chat_id=self.id, after=number, count=count, timeout=timeout)
        return cast("list[Json]", found)

    def wait_edit(self, message: int | Json, edits: int = 1, timeout: float = 5.0) -> Json:
        """A message once it was edited so often."""
        number = message if isinstance(message, int) else message["message_id"]
        done = self.telegram.call("wait_edit", chat_id=self.id, message_id=number, edits=edits, timeout=timeout)
        return cast("Json", done)

    def topic(self, person: Person, name: str = "Careers") -> int:
        """A new topic: its id."""
        return int(self.telegram.call("new_topic", chat_id=self.id, user_id=person.id, name=name)["thread_id"])

    def join(self, person: Person) -> Json:
        """A person joins."""
        return cast("Json", self.telegram.call("join", chat_id=self.id, user_id=person.id))

    def bot_becomes(self, status: str, by: Person, may: list[str] | None = None) -> Json:
        """kicked, left, member, administrator, restricted (`may`: of "text", "photo")."""
        done = self.telegram.call("bot_becomes", chat_id=self.id, status=status, by=by.id, may=may)
        return cast("Json", done)

    def migrate(self, by: Person) -> Chat:
        """Becomes a supergroup: the new chat."""
        return Chat(self.telegram, self.telegram.call("migrate", chat_id=self.id, user_id=by.id)["chat_id"])

    def other_bot_speaks(self, text: str = "Beep.") -> Json:
        """Another bot writes."""
        return cast("Json", self.telegram.call("other_bot_speaks", chat_id=self.id, text=text))

    def delete(self, message: int | Json) -> None:
        """A person deletes a message."""
        number = message if isinstance(message, int) else message["message_id"]
        self.telegram.call("delete", chat_id=self.id, message_id=number)


@dataclass(frozen=True)
class Person(Chat):
    """A person, and the private chat with the bot, which has the same id."""

    def say(self, text: str, chat: Chat | None = None, **more: Any) -> Json:
        """Write (reply_to, thread_id, entities): {"message_id", "update_id"}; update_id is None if the bot does not
        get it.
        """
        return self._do("send", chat, text=text, **more)

    def send(self, kind: str, chat: Chat | None = None, **more: Any) -> Json:
        """Send voice, photo, sticker, location, document and so on (reply_to, thread_id, caption)."""
        return self._do("send_other", chat, kind=kind, **more)

    def ask(self, text: str, chat: Chat | None = None, timeout: float = 5.0, **more: Any) -> Json:
        """Write, and wait for the bot's next message there."""
        said = self.say(text, chat, **more)
        return (chat or self).wait(after=said, timeout=timeout)[0]

    def start(self, payload: str | None = None) -> Json:
        """Open the bot by a deep link."""
        return cast("Json", self.telegram.call("start", user_id=self.id, payload=payload))

    def edit(self, message: int | Json, text: str, chat: Chat | None = None) -> Json:
        """Change an own message."""
        return self._do("edit", chat, message_id=_number(message), text=text)

    def press(self, message: int | Json, button: str | None = None, chat: Chat | None = None, **more: Any) -> Json:
        """Press a button by its text (or data=; force, inaccessible): {"query_id", "update_id"}."""
        return self._do("press", chat, message_id=_number(message), button=button, **more)

    def press_inline(self, inline_message_id: str, button: str | None = None, data: str | None = None) -> Json:
        """Press a button of a message sent inline."""
        more = {"inline_message_id": inline_message_id, "button": button, "data": data}
        return cast("Json", self.telegram.call("press_inline", user_id=self.id, **more))

    def inline(self, query: str = "", offset: str = "", chat_type: str | None = "private") -> Json:
        """Type @bot query: {"query_id", "update_id"}; see Telegram.wait_answer."""
        more = {"query": query, "offset": offset, "chat_type": chat_type}
        return cast("Json", self.telegram.call("inline_query", user_id=self.id, **more))

    def choose(self, query: str | Json, result_id: str, chat: Chat | None = None) -> Json:
        """Take an inline result: {"message_id", "inline_message_id", "update_id"}."""
        query_id = query if isinstance(query, str) else query["query_id"]
        return self._do("choose", chat, query_id=query_id, result_id=result_id)

    def block(self) -> Json:
        """Block the bot."""
        return cast("Json", self.telegram.call("block", user_id=self.id))

    def unblock(self) -> Json:
        """Let it back."""
        return cast("Json", self.telegram.call("unblock", user_id=self.id))

    def deactivate(self) -> None:
        """Delete the account."""
        self.telegram.call("deactivate", user_id=self.id)

    def _do(self, command: str, chat: Chat | None, **more: Any) -> Json:
        """Something in a chat."""
        chat_id = None if chat is None else chat.id
        return cast("Json", self.telegram.call(command, user_id=self.id, chat_id=chat_id, **more))


def _number(message: int | Json) -> int:
    """Of a message."""
    return message if isinstance(message, int) else int(message["message_id"])
