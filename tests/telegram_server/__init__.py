"""A test server of Telegram's Bot API: real HTTP, strict, and able to misbehave on demand. See README.md."""

from .client import Telegram
from .control.registry import ControlError
from .in_process import TelegramProcess
from .in_thread import TelegramServer
from .people import Chat, Person
from .profile import DEFAULT_TOKEN

__all__ = ["DEFAULT_TOKEN", "Chat", "ControlError", "Person", "Telegram", "TelegramProcess", "TelegramServer"]
