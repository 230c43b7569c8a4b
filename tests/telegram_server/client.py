"""What a test holds: the whole control API in Python, over whichever transport."""

from __future__ import annotations

from abc import ABC, abstractmethod
from base64 import b64decode
from typing import Any, cast

from .people import Chat, Person
from .world import Json


class Telegram(ABC):
    """The server as a test sees it."""

    port: int
    token: str
    username: str

    @abstractmethod
    def call(self, command: str, **arguments: Any) -> Any:
        """One command of the control API."""

    @property
    def url(self) -> str:
        """Root of the Bot API."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """As python-telegram-bot wants it; the token follows."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """The same for downloads."""
        return f"{self.url}/file/bot"

    def user(self, first_name: str = "Ann", **more: Any) -> Person:
        """A new person (username, language_code, started)."""
        return Person(self, self.call("new_user", first_name=first_name, **more)["user_id"])

    def group(self, *members: Person, title: str = "Team", **more: Any) -> Chat:
        """A new group with the bot in it (supergroup, forum, bot_is, username, announce)."""
        ids = [member.id for member in members]
        return Chat(self, self.call("new_group", title=title, members=ids, **more)["chat_id"])

    def chat(self, chat_id: int) -> Chat:
        """A chat by its id."""
        return Chat(self, chat_id)

    def fault(self, kind: str, **more: Any) -> None:
        """Trouble: flood, status, error, slow, hang, reset_before, reset_after, bad_json
        (method, chat_id, times, skip, seconds, status, text).
        """
        self.call("fault", kind=kind, **more)

    def repeat(self, update_id: int | None) -> None:
        """Hand an update out again."""
        self.call("repeat", update_id=update_id)

    def poison(self, kind: str = "unparseable", **more: Any) -> int:
        """An update that can't be read: unparseable, wrong_type, unknown_kind."""
        return int(self.call("poison", kind=kind, **more))

    def advance(self, seconds: float) -> None:
        """Move the server's clock."""
        self.call("advance", seconds=seconds)

    def configure(self, **settings: Any) -> None:
        """speed, webhook_timeout, privacy, inline_feedback."""
        self.call("configure", **settings)

    def go_down(self) -> None:
        """Nobody can connect."""
        self.call("go_down")

    def go_up(self) -> None:
        """Back again."""
        self.call("go_up")

    def calls(self, method: str | None = None) -> list[Json]:
        """Calls of the bot: number, method, params, began, took, via, status, error, result, files."""
        return cast("list[Json]", self.call("calls", method=method))

    def deliveries(self) -> list[Json]:
        """Updates handed to the bot: update_id, kind, at, via, attempt, took, status."""
        return cast("list[Json]", self.call("deliveries"))

    def violations(self) -> list[str]:
        """What no correct bot would do; a test asserts that there are none."""
        return cast("list[str]", self.call("violations"))

    def early_calls(self) -> list[int]:
        """Calls made before the retry_after of a flood was over."""
        return cast("list[int]", self.call("early_calls"))

    def state(self) -> Json:
        """pending, under_way, most_at_once, webhook, polling, faults, now, seconds, bot, token."""
        return cast("Json", self.call("state"))

    def profile(self) -> Json:
        """names, descriptions, short_descriptions by language."""
        return cast("Json", self.call("profile"))

    def menus(self) -> list[Json]:
        """Command menus: scope, language, commands."""
        return cast("list[Json]", self.call("menus"))

    def answer(self, query_id: str) -> Json | None:
        """The answer to a press or an inline query so far."""
        return cast("Json | None", self.call("answer", query_id=query_id))

    def file(self, file_id: str) -> bytes:
        """Bytes of a photo or file."""
        return b64decode(self.call("file", file_id=file_id))

    def wait_answer(self, query_id: str, timeout: float = 5.0) -> Json:
        """The answer to a press or an inline query."""
        return cast("Json", self.call("wait_answer", query_id=query_id, timeout=timeout))

    def wait_calls(self, method: str | None = None, count: int = 1, timeout: float = 5.0) -> list[Json]:
        """Finished calls, once there are so many."""
        return cast("list[Json]", self.call("wait_calls", method=method, count=count, timeout=timeout))

    def wait_settled(self, timeout: float = 5.0) -> None:
        """Until every update is confirmed and no call is under way."""
        self.call("wait_settled", timeout=timeout)

    def wait_ready(self, timeout: float = 10.0) -> None:
        """Until the bot polls or has a webhook."""
        self.call("wait_ready", timeout=timeout)

    def wait_gone(self, timeout: float = 10.0) -> None:
        """Until the bot stopped polling."""
        self.call("wait_gone", timeout=timeout)
