"""python-telegram-bot's real Bot: every method is called as the library calls it, and its types read every result."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram_server import Person, TelegramServer
from telegram_server.methods import HANDLERS

from telegram_server_tests.calling import png

Steps = Callable[[Bot], Awaitable[Any]]
KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m")]])


def run(telegram: TelegramServer, steps: Steps) -> Any:
    """With a bot that was initialised."""

    async def all_steps() -> Any:
        async with Bot(telegram.token, telegram.base_url, telegram.base_file_url) as bot:
            return await steps(bot)

    return asyncio.run(all_steps())


def test_every_method(telegram: TelegramServer, ann: Person) -> None:
    """All methods that the server has, no violation."""
    group = telegram.group(ann, announce=False)

    async def steps(bot: Bot) -> None:
        await profile(bot)
        sent = await messages(bot, ann.id)
        await photos(bot, ann.id)
        press, query = ann.press(sent.message_id, "More"), ann.inline("sre")
        updates = await bot.get_updates(timeout=1, allowed_updates=["message", "callback_query", "inline_query"])
        assert [press["update_id"], query["update_id"]] == [update.update_id for update in updates]
        assert updates[0].callback_query
        assert await updates[0].callback_query.answer("ok", show_alert=True, cache_time=5)
        content = InputTextMessageContent("<b>x</b>", ParseMode.HTML, link_preview_options=LinkPreviewOptions(True))
        results = [InlineQueryResultArticle("1", "SRE", content, KEYS, description="d")]
        assert updates[1].inline_query
        assert await updates[1].inline_query.answer(results, cache_time=60, is_personal=True)
        await leaving(bot, group.id)

    run(telegram, steps)

    assert telegram.violations() == []
    assert set(HANDLERS) == {call["method"].lower() for call in telegram.calls()} | {"getupdates"}
    assert {200} == {call["status"] for call in telegram.calls()}


async def profile(bot: Bot) -> None:
    """Commands and texts."""
    scope = BotCommandScopeAllGroupChats()
    assert await bot.set_my_commands([BotCommand("pay", "Pay"), ("roles", "Roles")], scope, "de")
    assert [command.command for command in await bot.get_my_commands(scope, "de")] == ["pay", "roles"]
    assert await bot.delete_my_commands(scope, "de")
    assert await bot.set_my_name("Career")
    assert await bot.set_my_description("d", "de")
    assert await bot.set_my_short_description("s")
    assert (await bot.get_my_name("de")).name == "Career"
    assert (await bot.get_my_description("de")).description == "d"
    assert (await bot.get_my_short_description()).short_description == "s"


async def messages(bot: Bot, chat_id: int) -> Any:
    """Texts: the last one has buttons."""
    assert await bot.send_chat_action(chat_id, ChatAction.TYPING)
    assert (await bot.get_chat(chat_id)).first_name == "Ann"
    sent = await bot.send_message(
        chat_id, "<b>x</b>", ParseMode.HTML, reply_markup=KEYS, disable_notification=True, protect_content=False
    )
    reply = await bot.send_message(
        chat_id, "y", reply_parameters=ReplyParameters(sent.message_id, allow_sending_without_reply=True)
    )
    assert reply.reply_to_message
    assert reply.reply_to_message.text == "x"
    await bot.edit_message_text("z", chat_id, sent.message_id, link_preview_options=LinkPreviewOptions(True))
    await bot.edit_message_reply_markup(chat_id, sent.message_id, reply_markup=KEYS)
    assert await bot.delete_message(chat_id, reply.message_id)
    return sent


async def photos(bot: Bot, chat_id: int) -> None:
    """Pictures."""
    sent = await bot.send_photo(chat_id, png(300, 200), caption="<i>c</i>", parse_mode=ParseMode.HTML)
    again = await bot.send_photo(chat_id, sent.photo[-1].file_id, reply_markup=KEYS)
    media = InputMediaPhoto(png(20, 20), caption="n")
    assert await bot.edit_message_media(media, chat_id, again.message_id, reply_markup=KEYS)
    assert await bot.edit_message_media(InputMediaPhoto(sent.photo[0].file_id), chat_id, again.message_id)
    assert await bot.edit_message_caption(chat_id, again.message_id, caption="new")
    assert await bot.send_document(chat_id, b"# Shortlist", filename="shortlist.md")
    file = await bot.get_file(sent.photo[-1].file_id)
    assert png(300, 200) == bytes(await file.download_as_bytearray())


async def leaving(bot: Bot, chat_id: int) -> None:
    """What ends things."""
    settings: dict[str, Any] = {"max_connections": 5, "allowed_updates": ["message"], "secret_token": "s"}
    assert await bot.set_webhook("http://127.0.0.1:9/", **settings)
    assert (await bot.get_webhook_info()).max_connections == 5
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.leave_chat(chat_id)
    assert await bot.close()
    assert await bot.log_out()


@pytest.mark.parametrize(
    "kind",
    [
        "voice",
        "photo",
        "sticker",
        "location",
        "document",
        "audio",
        "video",
        "video_note",
        "animation",
        "contact",
        "dice",
    ],
)
def test_every_kind_of_message(telegram: TelegramServer, ann: Person, kind: str) -> None:
    """The library reads every kind of message that people send."""
    ann.send(kind)
    updates = run(telegram, lambda bot: bot.get_updates())

    assert getattr(updates[0].message, kind)


@pytest.mark.parametrize(("kind", "readable"), [("unparseable", False), ("wrong_type", False), ("unknown_kind", True)])
def test_poison_is_poison(telegram: TelegramServer, kind: str, readable: bool) -> None:
    """The library fails on what can't be read, and takes an update of an unknown kind for an empty one."""
    telegram.poison(kind)

    if readable:
        assert len(run(telegram, lambda bot: bot.get_updates())) == 1
    else:
        with pytest.raises((KeyError, TypeError, AttributeError)):
            run(telegram, lambda bot: bot.get_updates())
