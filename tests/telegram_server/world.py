"""People, chats and messages: what exists in this small Telegram."""

from dataclasses import dataclass, field
from typing import Any, Literal

from .errors import ApiError

Json = dict[str, Any]
ChatType = Literal["private", "group", "supergroup"]
Membership = Literal["member", "administrator", "restricted", "left", "kicked"]


@dataclass
class Person:
    """A user or a bot."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def as_json(self) -> Json:
        """A User."""
        data: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            data["username"] = self.username
        if self.language_code:
            data["language_code"] = self.language_code
        return data


@dataclass
class Message:
    """A message; `content` holds text, photo, voice, service notes and so on by the field names of the Bot API."""

    id: int
    chat_id: int
    sender_id: int
    date: int
    content: Json
    edit_date: int | None = None
    reply_to: int | None = None
    thread_id: int | None = None
    markup: Json | None = None
    via_bot: int | None = None
    inline_id: str | None = None
    deleted: bool = False
    edits: int = 0


@dataclass
class Chat:
    """A chat, the bot's standing in it, and its messages."""

    id: int
    type: ChatType
    title: str | None = None
    username: str | None = None
    is_forum: bool = False
    members: list[int] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    bot_is: Membership = "member"
    bot_may: set[str] = field(default_factory=lambda: {"text", "photo", "document"})
    blocked: bool = False
    deactivated: bool = False
    started: bool = True
    migrated_to: int | None = None
    last_bot: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)

    def as_json(self, person: Person | None = None) -> Json:
        """A Chat; a private one is named like its person."""
        data: Json = {"id": self.id, "type": self.type}
        if person is not None:
            data["first_name"] = person.first_name
            if person.username:
                data["username"] = person.username
            return data
        data["title"] = self.title or ""
        if self.username:
            data["username"] = self.username
        if self.is_forum:
            data["is_forum"] = True
        return data


class World:
    """Everything, with ids that come out the same in every run."""

    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self._last_person = 1_000_000
        self._last_group = 0
        self._last_message = 0

    def new_person_id(self) -> int:
        """The next user id."""
        self._last_person += 1
        return self._last_person

    def new_group_id(self, supergroup: bool) -> int:
        """The next chat id: a supergroup's begins with -100."""
        self._last_group += 1
        return -1_001_000_000_000 - self._last_group if supergroup else -4_000_000_000 - self._last_group

    def new_message_id(self, chat: Chat) -> int:
        """A supergroup counts its own messages; all other chats of an account share one count."""
        if chat.type == "supergroup":
            return max(chat.messages, default=0) + 1
        self._last_message += 1
        return self._last_message

    def chat(self, chat_id: int | str) -> Chat:
        """The chat of that id or @username."""
        found = self._find(chat_id)
        if found is None:
            raise ApiError("Bad Request: chat not found")
        return found

    def _find(self, chat_id: int | str) -> Chat | None:
        """The same, or nothing."""
        try:
            return self.chats.get(int(chat_id))
        except ValueError:
            name = str(chat_id).removeprefix("@").lower()
            return next((c for c in self.chats.values() if c.username and c.username.lower() == name), None)
