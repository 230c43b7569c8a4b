"""Chats from the bot's side."""

from telegram_server.access import check_access
from telegram_server.backend import Backend
from telegram_server.rendering import chat_json
from telegram_server.requests import Call
from telegram_server.world import Json

from .registry import method

NO_GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels",
)  # fmt: skip


@method("getChat")
def get_chat(backend: Backend, call: Call) -> Json:
    """A chat in full; also of one that blocked the bot."""
    chat = backend.world.chat(call.params["chat_id"])
    if chat.type != "private":
        check_access(chat)
    return {
        **chat_json(backend.world, chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(NO_GIFTS, False),
    }


@method("leaveChat")
def leave_chat(backend: Backend, call: Call) -> bool:
    """The bot goes."""
    chat = backend.world.chat(call.params["chat_id"])
    check_access(chat)
    chat.bot_is = "left"
    return True
