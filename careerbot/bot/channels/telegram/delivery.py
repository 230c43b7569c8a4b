"""A Reply to its chat: sent anew, or put in the place of an earlier one."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import zip_longest

from telegram import Bot, InputMediaPhoto, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError

from careerbot.bot.channels.telegram.buttons import as_json, as_object
from careerbot.bot.channels.telegram.calling import call
from careerbot.bot.channels.telegram.charting import Charts
from careerbot.bot.channels.telegram.exchanges import Sent
from careerbot.bot.channels.telegram.later import Later
from careerbot.bot.channels.telegram.places import Place
from careerbot.bot.channels.telegram.replies import Replies, Reply, caption
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.rendering import telegram as html
from careerbot.bot.rendering.pictures.picture import file_name
from careerbot.intents.base import Document

log = logging.getLogger(__name__)

NOTICEABLE = 0.6
"""Seconds after which people wonder whether anything happens."""
ACTION_LASTS = 4.5
# What people write comes back in answers; a link in it is not to be shown large.
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
NO_PREVIEW_AS_JSON = NO_PREVIEW.to_dict()
UNCHANGED = "message is not modified"
# The chat may be written to, but takes no pictures, or no files.
FORBIDDEN = ("rights to send photos", "rights to send documents", "send_photos_forbidden", "send_docs_forbidden")
GONE = ("wrong file identifier", "wrong remote file", "file reference")


async def say(bot: Bot, place: Place, words: str, answers: int | None = None) -> None:
    """A line of the channel itself, in plain text."""
    replying = None if place.private else _replying(answers)
    await bot.send_message(place.chat, words, message_thread_id=place.thread, reply_parameters=replying)


class Delivery:
    def __init__(self, bot: Bot, charts: Charts, replies: Replies) -> None:
        self._bot = bot
        self._charts = charts
        self._replies = replies

    async def send(self, place: Place, reply: Reply, answers: int | None = None) -> tuple[Sent, ...]:
        """Send it to the place. `answers`: the message that it replies to, shown where several people write."""
        if reply.picture:
            reply = self._replies.with_theme_button(reply, await self._charts.theme(place.person))
        texts, caption = _apart(reply)
        sent = []
        with self._action(place, _doing(reply)):
            for n, part in enumerate(texts, 1):
                last = n == len(texts) and reply.picture is None and reply.file is None
                sent.append(await self._text(place, part, reply if last else None, answers if n == 1 else None))
            answered = None if texts else answers
            try:
                if reply.picture:
                    sent.append(await self._photo(place, reply, caption, answered))
                elif reply.file:
                    sent.append(await self._file(place, reply, reply.file, caption, answered))
            except BadRequest as error:
                if not _says(error, FORBIDDEN):
                    raise
                log.info("A chat takes no pictures or files (%s); it gets the words", error.message)
                words = _in_words(reply, caption)
                for n, part in enumerate(words, 1):
                    sent.append(await self._text(place, part, reply if n == len(words) else None, answered))
        return tuple(sent)

    async def change(
        self, place: Place, old: Sequence[Sent], reply: Reply, answers: int | None = None
    ) -> tuple[Sent, ...]:
        """Put it in the place of what was sent; a picture or file and a text cannot take each other's place."""
        if reply.picture or reply.file or any(sent.photo for sent in old) or not old:
            for sent in old:
                await self.delete(place, sent)
            return await self.send(place, reply, answers)
        kept = []
        for n, (sent, part) in enumerate(zip_longest(old, reply.parts), 1):
            last = reply if n == len(reply.parts) else None
            if part is None:
                await self.delete(place, sent)
            elif sent is None:
                kept.append(await self._text(place, part, last, None))
            else:
                kept.append(await self._edit(place, sent, part, last, answers))
        return tuple(kept)

    async def change_picture(self, place: Place, message: int, reply: Reply) -> None:
        """The same picture in the person's theme, in its place."""
        if reply.picture is None:
            return
        content, theme = reply.picture.content, await self._charts.theme(place.person)
        reply = self._replies.with_theme_button(reply, theme)
        _, caption = _apart(reply)
        async with self._charts.turn(content, theme):
            with self._action(place, ChatAction.UPLOAD_PHOTO), _unchanged_is_fine():
                file = await self._charts.file(content, theme)
                changed = await self._bot.edit_message_media(
                    InputMediaPhoto(file, caption=caption, parse_mode=ParseMode.HTML),
                    chat_id=place.chat,
                    message_id=message,
                    reply_markup=as_object(reply.rows),
                )
                await self._remember(reply, theme, file, changed)

    async def buttons(self, place: Place, message: int, reply: Reply) -> None:
        with _unchanged_is_fine():
            await self._bot.edit_message_reply_markup(place.chat, message, reply_markup=as_object(reply.rows))

    async def delete(self, place: Place, sent: Sent) -> None:
        with suppress(TelegramError):  # too old, or deleted by somebody: it is gone from the talk either way
            await self._bot.delete_message(place.chat, sent.message)

    # ----------------------------------------------------------------------------------------------------------

    async def _text(self, place: Place, part: str, last: Reply | None, answers: int | None) -> Sent:
        replying = _replying(answers)
        data = {
            "chat_id": place.chat,
            "text": part,
            "parse_mode": "HTML",
            "message_thread_id": place.thread,
            "link_preview_options": NO_PREVIEW_AS_JSON,
            "reply_markup": as_json(last.rows) if last else None,
            "reply_parameters": replying.to_dict() if replying else None,
        }
        message = await call(self._bot, "sendMessage", data)
        return Sent(int(message["message_id"]))

    async def _edit(self, place: Place, sent: Sent, part: str, last: Reply | None, answers: int | None) -> Sent:
        markup = as_object(last.rows) if last else None
        try:
            await self._bot.edit_message_text(
                part,
                place.chat,
                sent.message,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=markup,
            )
        except BadRequest as error:
            if UNCHANGED in error.message.lower():
                return sent
            log.info("A message cannot be edited (%s); it is sent anew", error.message)
            return await self._text(place, part, last, answers)
        return sent

    async def _photo(self, place: Place, reply: Reply, caption: str, answers: int | None, again: bool = True) -> Sent:
        assert reply.picture is not None  # noqa: S101
        content, theme = reply.picture.content, await self._charts.theme(place.person)
        try:
            async with self._charts.turn(content, theme):
                file = await self._charts.file(content, theme)
                message = await self._bot.send_photo(
                    place.chat,
                    file,
                    caption=caption,
                    parse_mode=ParseMode.HTML,
                    filename=file_name(content),
                    message_thread_id=place.thread,
                    reply_markup=as_object(reply.rows),
                    reply_parameters=_replying(answers),
                )
                await self._remember(reply, theme, file, message)
        except BadRequest as error:
            if not again or not _says(error, GONE):
                raise
            await self._charts.gone(content, theme)
            return await self._photo(place, reply, caption, answers, again=False)
        return Sent(message.message_id, photo=True)

    async def _file(self, place: Place, reply: Reply, file: Document, caption: str, answers: int | None) -> Sent:
        message = await self._bot.send_document(
            place.chat,
            file.text.encode(),
            filename=file.name,
            caption=caption or None,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.thread,
            reply_markup=as_object(reply.rows),
            reply_parameters=_replying(answers),
        )
        return Sent(message.message_id, photo=True)

    async def _remember(self, reply: Reply, theme: str, file: str | bytes, message: Message | bool) -> None:
        if reply.picture and isinstance(file, bytes) and isinstance(message, Message) and message.photo:
            await self._charts.uploaded(
                reply.picture.content, "dark" if theme == "dark" else "light", message.photo[-1].file_id
            )

    def _action(self, place: Place, action: str) -> Later:
        """Show that something is going on, once it takes noticeable time."""

        async def show() -> None:
            with suppress(TelegramError):
                await self._bot.send_chat_action(place.chat, action, message_thread_id=place.thread)

        return Later(NOTICEABLE, ACTION_LASTS, show)


@contextmanager
def _unchanged_is_fine() -> Iterator[None]:
    """A second press of the same button changes nothing, and Telegram calls that an error."""
    try:
        yield
    except BadRequest as error:
        if UNCHANGED not in error.message.lower():
            raise


def _says(error: BadRequest, phrases: tuple[str, ...]) -> bool:
    """Telegram tells its reasons in words only."""
    return any(words in error.message.lower() for words in phrases)


def _in_words(reply: Reply, caption: str) -> list[str]:
    """What the picture or file says, for a chat that takes neither."""
    content = [html.in_full(reply.file)] if reply.file else []
    return html.messages([html.text(WORDS["no_media"]), *([caption] if caption else []), *content])


def _doing(reply: Reply) -> ChatAction:
    if reply.picture:
        return ChatAction.UPLOAD_PHOTO
    return ChatAction.UPLOAD_DOCUMENT if reply.file else ChatAction.TYPING


def _apart(reply: Reply) -> tuple[tuple[str, ...], str]:
    """The texts that go before the picture or file, and its caption: the whole reply where that is short enough."""
    if reply.picture is None and reply.file is None:
        return reply.parts, ""
    if len(reply.parts) == 1 and html.length(reply.parts[0]) <= html.LONGEST_CAPTION:
        return (), reply.parts[0]
    return reply.parts, caption(reply.picture) if reply.picture else ""


def _replying(answers: int | None) -> ReplyParameters | None:
    return ReplyParameters(answers, allow_sending_without_reply=True) if answers else None
