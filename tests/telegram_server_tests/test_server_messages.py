"""Sending, editing and deleting; keyboards; replies; topics."""

from typing import Any

import pytest
from telegram_server import Person, TelegramServer

from telegram_server_tests.calling import Api, Refused, words

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    """One row."""
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize("data", ["x" * 64, "é" * 32])
def test_longest_callback_data(api: Api, ann: Person, data: str) -> None:
    """64 bytes are allowed."""
    markup = keyboard({"text": "a", "callback_data": data})

    assert markup == api("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)["reply_markup"]


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "a", "callback_data": "é" * 33}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "", "callback_data": "b"}, "Bad Request: inline keyboard button text must be non-empty"),
        (
            {"text": "a", "callback_data": ""},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "url": "nowhere"},
            "Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
    ],
)
def test_wrong_buttons(api: Api, ann: Person, button: dict[str, Any], description: str) -> None:
    """A button needs a text and one action with good data."""
    assert description == words(api("sendMessage", chat_id=ann.id, text="x", reply_markup=keyboard(button)))


def test_edit(api: Api, ann: Person) -> None:
    """An edit changes what the person sees; without a keyboard the old one goes."""
    sent = api("sendMessage", chat_id=ann.id, text="x", reply_markup=keyboard({"text": "a", "callback_data": "b"}))
    edited = api("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="y")

    assert (edited["text"], "reply_markup" in edited, "edit_date" in edited) == ("y", False, True)
    assert [(seen["text"], seen["buttons"], seen["edits"]) for seen in ann.messages()] == [("y", [], 1)]


def test_not_modified(api: Api, ann: Person) -> None:
    """An edit that changes nothing is refused."""
    sent = api("sendMessage", chat_id=ann.id, text="x")
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}

    assert words(api("editMessageText", **place, text="<b></b>x", parse_mode="HTML")) == NOT_MODIFIED
    assert words(api("editMessageReplyMarkup", **place)) == NOT_MODIFIED


def test_edit_what_is_not_there(api: Api, ann: Person) -> None:
    """Only the bot's own messages that are still there can be edited."""
    said = ann.say("hi")
    sent = api("sendMessage", chat_id=ann.id, text="x")
    ann.delete(sent)

    assert [
        words(api("editMessageText", chat_id=ann.id, message_id=number, text="y"))
        for number in (99, sent["message_id"], said["message_id"])
    ] == [
        "Bad Request: message to edit not found",
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
    ]


def test_caption_of_a_text(api: Api, ann: Person) -> None:
    """A text has no caption."""
    sent = api("sendMessage", chat_id=ann.id, text="x")

    assert (
        words(api("editMessageCaption", chat_id=ann.id, message_id=sent["message_id"], caption="c"))
        == "Bad Request: there is no caption in the message to edit"
    )


def test_delete(api: Api, ann: Person) -> None:
    """A deleted message is gone."""
    sent = api("sendMessage", chat_id=ann.id, text="x")
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}

    assert api("deleteMessage", **place) is True
    assert ann.messages() == []
    assert words(api("deleteMessage", **place)) == "Bad Request: message to delete not found"


def test_reply(api: Api, ann: Person) -> None:
    """A reply carries the message replied to; a missing one is refused unless allowed."""
    said = ann.say("hi")
    sent = api("sendMessage", chat_id=ann.id, text="x", reply_parameters={"message_id": said["message_id"]})
    lenient = {"message_id": 99, "allow_sending_without_reply": True}

    assert sent["reply_to_message"]["text"] == "hi"
    assert (
        words(api("sendMessage", chat_id=ann.id, text="x", reply_parameters={"message_id": 99}))
        == "Bad Request: message to be replied not found"
    )
    assert "reply_to_message" not in api("sendMessage", chat_id=ann.id, text="x", reply_parameters=lenient)


def test_topics(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A topic must exist; a message in one carries its id and the message that opened it."""
    forum = telegram.group(ann, forum=True, announce=False)
    topic = forum.topic(ann)
    ann.say("/pay", forum, thread_id=topic)
    update = api("getUpdates")[-1]["message"]

    assert (topic, True) == (update["message_thread_id"], update["is_topic_message"])
    assert "forum_topic_created" in update["reply_to_message"]
    assert topic == api("sendMessage", chat_id=forum.id, text="x", message_thread_id=topic)["message_thread_id"]
    assert (
        words(api("sendMessage", chat_id=forum.id, text="x", message_thread_id=99))
        == "Bad Request: message thread not found"
    )


def test_chat_action(api: Api, ann: Person) -> None:
    """Typing is seen; an action that does not exist is refused."""
    assert api("sendChatAction", chat_id=ann.id, action="typing") is True
    assert [action["action"] for action in ann.actions()] == ["typing"]
    assert (
        words(api("sendChatAction", chat_id=ann.id, action="yawning"))
        == "Bad Request: wrong parameter action in request"
    )


def test_no_access(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Telegram's refusals for chats that are unknown, blocked, left, restricted or moved."""

    def send(chat_id: int) -> Refused:
        refused = api("sendMessage", chat_id=chat_id, text="x")
        assert isinstance(refused, Refused)
        return refused

    stranger = telegram.user("Eve", started=False)
    group = telegram.group(ann, supergroup=True)
    moved = telegram.group(ann)
    target = moved.migrate(ann)
    ann.block()
    cases = [send(5), send(stranger.id), send(ann.id), send(moved.id)]
    for status in ("kicked", "left", "restricted"):
        group.bot_becomes(status, by=ann, may=[])
        cases.append(send(group.id))

    assert [
        Refused(400, "Bad Request: chat not found", {}),
        Refused(403, "Forbidden: bot can't initiate conversation with a user", {}),
        Refused(403, "Forbidden: bot was blocked by the user", {}),
        Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": target.id}),
        Refused(403, "Forbidden: bot was kicked from the supergroup chat", {}),
        Refused(403, "Forbidden: bot is not a member of the supergroup chat", {}),
        Refused(400, "Bad Request: not enough rights to send text messages to the chat", {}),
    ] == cases


def test_get_chat(api: Api, ann: Person) -> None:
    """A chat in full."""
    assert (ann.id, "private", "Ann") == tuple(
        api("getChat", chat_id=ann.id)[key] for key in ("id", "type", "first_name")
    )


def test_leave_chat(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """After leaving, the bot gets nothing and may send nothing."""
    group = telegram.group(ann)
    api("leaveChat", chat_id=group.id)

    assert ann.say("/pay", group)["update_id"] is None
    assert words(api("sendMessage", chat_id=group.id, text="x")) == "Forbidden: bot is not a member of the group chat"
