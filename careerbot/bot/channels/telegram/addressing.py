"""Whether a message is meant for us, and what it says."""

from dataclasses import dataclass

from telegram import Bot, Message
from telegram.constants import MessageEntityType

from careerbot.bot.rendering.clean import whole


@dataclass(frozen=True, slots=True)
class Heard:
    text: str = ""
    """Without our name in it."""
    command: str = ""
    """Its name, lower case, without the slash; empty for ordinary text."""
    named: bool = False
    """A command with our name behind it: /pay@our_bot."""


def heard(message: Message, bot: Bot, private: bool) -> Heard | None:
    """What was said to us; None when it was not said to us, or not in words."""
    text = whole(message.text or message.caption or "")
    if not text:
        return None
    if command := _command(message, text):
        name, _, other = command.partition("@")
        if other and other.lower() != bot.username.lower():
            return None
        return Heard(text[len(command) + 1 :].strip(), name.lower(), named=bool(other))
    without = _without_mention(message, text, bot)
    if without is not None:
        return Heard(without)
    return Heard(text) if private or is_reply_to(message, bot) else None


def is_reply_to(message: Message, bot: Bot) -> bool:
    """Whether it replies to a message of ours. In a topic every message "replies" to the topic's beginning."""
    replied = message.reply_to_message
    return bool(replied and not replied.forum_topic_created and replied.from_user and replied.from_user.id == bot.id)


def _command(message: Message, text: str) -> str:
    """The command that the message begins with, without its slash."""
    entities = message.entities or message.caption_entities
    first = next((entity for entity in entities if entity.type == MessageEntityType.BOT_COMMAND), None)
    return text[1 : first.length] if first and first.offset == 0 else ""


def _without_mention(message: Message, text: str, bot: Bot) -> str | None:
    """The text without the mention of us; None when there is no mention."""
    kinds: list[str | None] = [MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION]
    found = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    ours = [
        words
        for entity, words in found.items()
        if (entity.user and entity.user.id == bot.id) or words.lower() == f"@{bot.username}".lower()
    ]
    if not ours:
        return None
    for words in ours:
        text = text.replace(words, " ", 1)
    return " ".join(text.split()).lstrip(",:;.!?-– ").strip()
