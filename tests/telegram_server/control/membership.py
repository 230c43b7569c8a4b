"""The bot is blocked, kicked, restricted, let in again."""

from telegram_server.backend import Backend
from telegram_server.rendering import chat_json
from telegram_server.world import Chat, Json, Membership

from .registry import command

OWN_QUEUE = 4 << 33
_NO_RIGHTS = (
    "can_send_audios", "can_send_documents", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
    "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages",
    "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics", "can_edit_tag",
)  # fmt: skip
_ADMIN_RIGHTS = (
    "can_manage_chat", "can_change_info", "can_delete_messages", "can_invite_users", "can_restrict_members",
    "can_promote_members", "can_manage_video_chats", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages",
)  # fmt: skip


@command
def block(backend: Backend, user_id: int) -> Json:
    """A person blocks the bot."""
    return _private(backend, user_id, blocked=True)


@command
def unblock(backend: Backend, user_id: int) -> Json:
    """And lets it back."""
    return _private(backend, user_id, blocked=False)


@command
def deactivate(backend: Backend, user_id: int) -> None:
    """A person deletes the account."""
    backend.world.chats[user_id].deactivated = True


@command
def bot_becomes(backend: Backend, chat_id: int, status: Membership, by: int, may: list[str] | None = None) -> Json:
    """Kicked, left, member, administrator or restricted (`may`: of "text", "photo"); the bot is told."""
    chat = backend.world.chats[chat_id]
    old = _member(backend, chat.bot_is, chat)
    chat.bot_is = status
    chat.bot_may = {"text", "photo"} if may is None else set(may)
    return _tell(backend, chat, by, old, _member(backend, status, chat))


def _private(backend: Backend, user_id: int, blocked: bool) -> Json:
    """A private chat changes."""
    chat = backend.world.chats[user_id]
    chat.blocked = blocked
    states: tuple[Membership, Membership] = ("member", "kicked") if blocked else ("kicked", "member")
    old, new = (_member(backend, state, chat) for state in states)
    return _tell(backend, chat, user_id, old, new)


def _tell(backend: Backend, chat: Chat, by: int, old: Json, new: Json) -> Json:
    """The my_chat_member update."""
    content = {
        "chat": chat_json(backend.world, chat),
        "from": backend.world.people[by].as_json(),
        "date": backend.clock.date(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    return {"update_id": backend.emit("my_chat_member", content, chat.id + OWN_QUEUE)}


def _member(backend: Backend, status: Membership, chat: Chat) -> Json:
    """A ChatMember for the bot."""
    data: Json = {"user": backend.bot.as_json(), "status": status}
    if status == "kicked":
        data["until_date"] = 0
    if status == "restricted":
        data |= dict.fromkeys(_NO_RIGHTS, False)
        data |= {"is_member": True, "until_date": 0, "can_send_messages": "text" in chat.bot_may}
        data["can_send_photos"] = "photo" in chat.bot_may
    if status == "administrator":
        data |= dict.fromkeys(_ADMIN_RIGHTS, True)
        data |= {"can_be_edited": False, "is_anonymous": False, "can_manage_topics": True, "can_pin_messages": True}
    return data
