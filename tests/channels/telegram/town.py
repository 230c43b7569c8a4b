"""Where people meet the bot."""

from dataclasses import dataclass

from running_bot import RunningBot
from telegram_server import TelegramServer
from telegram_server.people import Chat, Person
from waiting import until


@dataclass(frozen=True)
class Town:
    """A server of Telegram, and the bot that runs against it."""

    telegram: TelegramServer
    bot: RunningBot

    def person(self, name: str = "Ann") -> Person:
        return self.telegram.user(name)

    def settle(self) -> None:
        """Whatever is to be answered, is."""
        self.telegram.wait_settled(timeout=10)

    def confirm(self) -> None:
        """Every update is confirmed. Calls may still hang, such as those of a bot that was killed."""
        until(lambda: not self.telegram.state()["pending"])

    def silent(self, chat: Chat) -> bool:
        """Whether the bot said nothing at all there."""
        self.settle()
        return chat.by_bot() == []
