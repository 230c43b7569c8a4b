"""Messages and their edits: hear, find out what is asked, answer."""

from typing import Any

from telegram import Bot, Message, Update
from telegram.ext import CallbackContext

from careerbot.bot.channels.telegram.addressing import Heard, heard, is_reply_to
from careerbot.bot.channels.telegram.commands import Commands
from careerbot.bot.channels.telegram.delivery import say
from careerbot.bot.channels.telegram.desk import Desk
from careerbot.bot.channels.telegram.exchanges import Asked, Exchange
from careerbot.bot.channels.telegram.explaining import COMMAND, Explaining
from careerbot.bot.channels.telegram.forgetting import forget
from careerbot.bot.channels.telegram.places import Place, place_of
from careerbot.bot.channels.telegram.words import WORDS

Context = CallbackContext[Any, Any, Any, Any]

NOT_WORDS = ("voice", "audio", "video_note", "video", "photo", "sticker", "location", "venue", "contact", "document")
"""Kinds of message with a line of their own, `not_text_<kind>`; the rest share one."""


class Messages:
    def __init__(self, desk: Desk, commands: Commands, explaining: Explaining) -> None:
        self._explaining = explaining
        self._desk = desk
        self._commands = commands

    async def new(self, update: Update, context: Context) -> None:
        message = update.message
        if (
            message is None
            or message.via_bot
            or (message.from_user and message.from_user.is_bot and not message.sender_chat)
        ):
            return  # cards of our inline mode come back as messages; other bots are not talked to
        if message.migrate_to_chat_id:
            await self._desk.keeping.moved(message.chat.id, message.migrate_to_chat_id)
            return
        place = place_of(message)
        if place is None:
            return
        said = heard(message, context.bot, place.private)
        if said is None:
            await self._not_in_words(message, place, context.bot)
            return
        await self._hear(update.update_id, message, place, said, context.bot)

    async def edited(self, update: Update, context: Context) -> None:
        """The reply is edited as well. A message that had none, such as one without our name in it, is heard as new."""
        message = update.edited_message
        if message is None or message.via_bot:
            return
        place = place_of(message)
        said = heard(message, context.bot, place.private) if place else None
        if place is None or said is None:
            return
        earlier = await self._desk.keeping.exchange(place.key(message.message_id))
        if earlier is None or earlier.person != place.person:
            await self._hear(update.update_id, message, place, said, context.bot)
            return
        asked = self._asked(said, place)
        if isinstance(asked, Asked) and asked != earlier.asked:
            await self._desk.answer_again(update.update_id, place, earlier, asked, message.message_id)

    # ----------------------------------------------------------------------------------------------------------

    async def _hear(self, update: int, message: Message, place: Place, said: Heard, bot: Bot) -> None:
        asked = self._asked(said, place)
        match asked:
            case None:
                return
            case "reset":
                await self._desk.keeping.start_over(await self._desk.keeping.conversation(place))
                await say(bot, place, WORDS["reset"], message.message_id)
            case "explain":
                reply = await self._explaining.reply(place, message, said.text)
                await self._desk.delivery.send(place, reply)
            case "forget":
                await say(bot, place, await forget(self._desk.keeping, place.person), message.message_id)
            case Asked():
                if not (asked.text or asked.decision) or asked.decision == ".ask":
                    asked = _of_replied(message, bot) or asked
                if not (asked.text or asked.decision):
                    asked = Asked(decision=".hello")
                context = await self._context(message, place, bot)
                await self._desk.answer(update, place, asked, message.message_id, context)

    def _asked(self, said: Heard, place: Place) -> "Asked | str | None":
        if not said.command:
            return Asked(text=said.text)
        if said.command == COMMAND and self._explaining.may(place):
            return COMMAND
        asked = self._commands.asked(said.command, said.text)
        if asked is None and (place.private or said.named):
            return Asked(decision=".help")
        return asked

    async def _context(self, message: Message, place: Place, bot: Bot) -> Exchange | None:
        """The exchange behind the message of ours that this one replies to."""
        replied = message.reply_to_message
        if replied is None or not is_reply_to(message, bot):
            return None
        return await self._desk.keeping.exchange(place.key(replied.message_id))

    async def _not_in_words(self, message: Message, place: Place, bot: Bot) -> None:
        """A kind line on what works. Silence in a group, unless it replies to us; silence on "Ann has joined"."""
        if not message.effective_attachment or not (place.private or is_reply_to(message, bot)):
            return
        if message.text or message.caption:
            return  # words, but not for us
        kind = next((kind for kind in NOT_WORDS if getattr(message, kind)), "other")
        words = WORDS.get(f"not_text_{kind}", WORDS["not_text_other"])
        await say(bot, place, words, message.message_id)


def _of_replied(message: Message, bot: Bot) -> Asked | None:
    """Our name or /ask alone, in reply to somebody's question: that question."""
    replied = message.reply_to_message
    if replied is None or is_reply_to(message, bot):
        return None
    text = replied.text or replied.caption
    return Asked(text=text) if text else None


def _is_of_a_bot(message: Message) -> bool:
    """A group or channel that somebody writes in the name of looks like a bot, too."""
    return bool(message.from_user and message.from_user.is_bot and not message.sender_chat)
