"""Presses of buttons."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import CallbackContext

from careerbot.bot.channels.telegram.button_data import ButtonData, OldButtonError, Press, UnknownButtonError
from careerbot.bot.channels.telegram.buttons import Rows, rows_of
from careerbot.bot.channels.telegram.charting import Charts
from careerbot.bot.channels.telegram.desk import Desk
from careerbot.bot.channels.telegram.exchanges import Asked, Exchange
from careerbot.bot.channels.telegram.forgetting import forget
from careerbot.bot.channels.telegram.places import Place, place_of
from careerbot.bot.channels.telegram.replies import Reply, caption, decision_of
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.rendering import telegram as html
from careerbot.bot.rendering.pictures.style import THEMES
from careerbot.bot.stores.errors import StoreError

Context = CallbackContext[Any, Any, Any, Any]

DOUBLE = 20
"""Seconds in which the same button under the same message answers once."""
IN_PLACE = "="


class Presses:
    """The press is always acknowledged, with a word where nothing else will be seen."""

    def __init__(self, desk: Desk, data: ButtonData, charts: Charts) -> None:
        self._desk = desk
        self._data = data
        self._charts = charts

    async def pressed(self, update: Update, context: Context) -> None:  # noqa: ARG002
        query = update.callback_query
        if query is None:
            return
        word = WORDS["trouble_press"]
        try:
            word = await self._do(update.update_id, query)
        except StoreError:
            raise  # the press comes again, and is acknowledged then
        except BaseException:
            await _acknowledge(query, word)
            raise
        await _acknowledge(query, word)

    async def _do(self, update: int, query: CallbackQuery) -> str:
        """Do what the button says; the word to acknowledge it with."""
        try:
            press = self._data.read(query.data or "")
        except OldButtonError:
            return WORDS["old_button"]
        except UnknownButtonError:
            return WORDS["unknown_button"]
        if query.message is None:
            return WORDS["unknown_button"]
        place = _place(query)
        if place is None:
            return WORDS["unknown_button"]
        in_place = press.verb.startswith(IN_PLACE)
        press = Press(press.verb.removeprefix(IN_PLACE), press.arguments)
        return await self._act(update, place, query, press, in_place)

    async def _act(self, update: int, place: Place, query: CallbackQuery, press: Press, in_place: bool) -> str:
        """In somebody else's talk nothing is changed: their message stays, and the answer comes below."""
        message = _seen(query)
        exchange = await self._desk.keeping.exchange(place.key(query.message.message_id)) if query.message else None
        own = place.private or (exchange is not None and exchange.person == place.person)
        in_place = in_place and message is not None and own
        match press.verb:
            case ".page":
                if exchange is None or message is None:
                    return WORDS["old_page"]
                if not own:
                    return WORDS["not_yours"]
                await self._desk.turn_page(place, exchange, message.message_id, _number(press))
                return ""
            case ".forget":
                if not own:
                    return WORDS["not_yours"]
                words = await forget(self._desk.keeping, place.person)
                await self._reword(query, words)
                return ""
            case ".good" | ".bad":
                return await self._judged(place, message, exchange if own else None, press, query)
            case ".chart" | ".light" | ".dark":
                return await self._chart(place, message if in_place else None, press, query)
        asked = Asked(decision=press.decision, heading="" if in_place else _label(query, press))
        if not press.is_decision and not self._desk.known(asked):
            return WORDS["unknown_button"]
        if in_place and message is not None:
            await self._desk.answer_in_place(
                update, place, asked, message.message_id, bool(message.photo or message.document)
            )
            return ""
        if await self._is_double(query):
            return WORDS["double_press"]
        await self._desk.answer(update, place, asked)
        return ""

    async def _judged(
        self, place: Place, message: Message | None, exchange: Exchange | None, press: Press, query: CallbackQuery
    ) -> str:
        """The thumbs have done their work and go. Of somebody else's talk, or one long past, nothing is kept."""
        if message is None or exchange is None:
            return WORDS["not_yours" if message is not None and not place.private else "old_button"]
        if not await self._desk.judge(place, exchange, message.message_id, press.verb == ".good"):
            return WORDS["old_button"]
        rest = tuple(row for row in rows_of(message) if not any(button.data == query.data for button in row))
        with suppress(BadRequest):
            await self._desk.delivery.buttons(place, message.message_id, Reply((), rest))
        return WORDS["judged_good" if press.verb == ".good" else "judged_bad"]

    async def _chart(self, place: Place, message: Message | None, press: Press, query: CallbackQuery) -> str:
        """Send the picture that the button leads to; or, under a picture, change its theme."""
        theme = THEMES.get(press.verb.removeprefix("."))
        if theme:
            await self._charts.choose_theme(place.person, theme)
        reply = await self._desk.picture_of(place, decision_of(press.arguments))
        if reply is None:
            return WORDS["old_button"]
        if message is not None and message.photo:
            shown = replace(reply, rows=_other_rows(message, query.data))
            if _says(message, shown):
                shown = replace(shown, parts=(message.caption_html,))
            await self._desk.delivery.change_picture(place, message.message_id, shown)
            return ""
        if await self._is_double(query):
            return WORDS["double_press"]
        await self._desk.delivery.send(place, reply)
        return ""

    async def _is_double(self, query: CallbackQuery) -> bool:
        message = query.message.message_id if query.message else 0
        chat = query.message.chat.id if query.message else 0
        key = f"{chat}:{message}:{query.from_user.id}:{query.data}"
        if await self._desk.keeping.noted("pressed", key) is not None:
            return True
        await self._desk.keeping.note("pressed", key, "", f"telegram:{query.from_user.id}", DOUBLE)
        return False

    async def _reword(self, query: CallbackQuery, words: str) -> None:
        with suppress(BadRequest):
            await query.edit_message_text(words)


async def _acknowledge(query: CallbackQuery, word: str) -> None:
    with suppress(TelegramError):  # too old, or Telegram is out of reach: the work is done all the same
        await query.answer(word or None)


def _seen(query: CallbackQuery) -> Message | None:
    """The message with the button; None when it is deleted, or too old for Telegram to show it to us."""
    return query.message if isinstance(query.message, Message) and query.message.is_accessible else None


def _place(query: CallbackQuery) -> Place | None:
    if isinstance(query.message, Message):
        return place_of(query.message, query.from_user.id)
    if query.message is None:
        return None
    chat = query.message.chat
    return Place(chat.id, f"telegram:{query.from_user.id}", private=chat.id == query.from_user.id)


def _label(query: CallbackQuery, press: Press) -> str:
    """What the pressed button says, for a decision of the core. Replies of the channel itself speak for themselves."""
    if not press.is_decision or not isinstance(query.message, Message) or query.message.reply_markup is None:
        return ""
    rows = query.message.reply_markup.inline_keyboard
    return next((button.text for row in rows for button in row if button.callback_data == query.data), "")


def _other_rows(message: Message, data: str | None) -> Rows:
    """The buttons of the message but the pressed one, which is made anew for the other theme."""
    kept = (tuple(button for button in row if button.data != data) for row in rows_of(message))
    return tuple(row for row in kept if row)


def _says(message: Message, reply: Reply) -> bool:
    """Whether the caption is true of the picture still. What a person keeps may have changed since it was sent."""
    words = html.without_tags(caption(reply.picture, titled=False)) if reply.picture else ""
    return all(line in (message.caption or "") for line in words.splitlines())


def _number(press: Press) -> int:
    return int(press.arguments[0]) if press.arguments and press.arguments[0].isdigit() else 0
