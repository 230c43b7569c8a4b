"""A message of plain text is read as the library reads it."""

from typing import Any

import pytest
from telegram import Bot, Update

from careerbot.bot.channels.telegram.reading import update_of

ANN = {"id": 42, "is_bot": False, "first_name": "Ann", "language_code": "en"}
CHAT = {"id": 42, "type": "private", "first_name": "Ann"}
GROUP = {"id": -100, "type": "supergroup", "title": "Careers", "is_forum": True}
PLAIN = {"message_id": 7, "from": ANN, "chat": CHAT, "date": 1_790_000_000, "text": "pay of an sre"}
COMMAND = {**PLAIN, "text": "/pay sre", "entities": [{"type": "bot_command", "offset": 0, "length": 4}]}
MESSAGES: dict[str, dict[str, Any]] = {
    "plain": PLAIN,
    "in a group": {**PLAIN, "chat": GROUP},
    "with a command": COMMAND,
    "without entities": {**PLAIN, "entities": []},
    "without words": {name: value for name, value in PLAIN.items() if name != "text"},
    "without a chat": {name: value for name, value in PLAIN.items() if name != "chat"},
    "in a topic": {**PLAIN, "chat": GROUP, "message_thread_id": 3, "is_topic_message": True},
    "a reply": {**PLAIN, "reply_to_message": {**COMMAND, "message_id": 6}},
    "with a field of tomorrow": {**PLAIN, "mood": "curious"},
}


@pytest.fixture
def bot() -> Bot:
    return Bot("1234567:nobody")


def fields(update: Update) -> dict[str, object]:
    """All that a message holds, what the library keeps to itself included."""
    message = update.effective_message
    names = [name for kind in type(message).__mro__ for name in getattr(kind, "__slots__", ())]
    return {name: getattr(message, name) for name in names}


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
@pytest.mark.parametrize("kind", ["message", "edited_message"])
def test_same(bot: Bot, kind: str, message: dict[str, Any]) -> None:
    """Every field is as in the library's own reading."""
    raw = {"update_id": 1, kind: message}
    ours, theirs = update_of(raw, bot), Update.de_json(raw, bot)

    assert ours.to_dict() == theirs.to_dict()
    assert ours.message == theirs.message
    assert fields(ours) == fields(theirs)
    assert ours.effective_message is not None
    assert ours.effective_message.get_bot() is bot


@pytest.mark.parametrize("gone", ["message_id", "date"])
def test_incomplete(bot: Bot, gone: str) -> None:
    """A message that lacks what every message has is read by neither."""
    raw = {"update_id": 1, "message": {name: value for name, value in PLAIN.items() if name != gone}}

    for read in (update_of, Update.de_json):
        with pytest.raises((KeyError, TypeError)):
            read(raw, bot)
