"""What of a group reaches the bot."""

import pytest
from telegram_server import Person, TelegramServer

from telegram_server_tests.calling import Api


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("hello all", False),
        ("/pay", True),
        ("/pay@career_test_bot sre", True),
        ("/pay@Career_Test_Bot", True),
        ("/pay@other_bot", False),
        ("ask @career_test_bot", True),
        ("ask @somebody_else", False),
    ],
)
def test_privacy_mode(telegram: TelegramServer, ann: Person, text: str, reaches: bool) -> None:
    """In privacy mode only what is meant for the bot reaches it."""
    group = telegram.group(ann)

    assert reaches == (ann.say(text, group)["update_id"] is not None)


def test_replies(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A reply to the bot reaches it, a reply to somebody else does not."""
    group = telegram.group(ann)
    said = ann.say("hello", group)
    sent = api("sendMessage", chat_id=group.id, text="x")

    assert ann.say("why?", group, reply_to=sent["message_id"])["update_id"] is not None
    assert ann.say("why?", group, reply_to=said["message_id"])["update_id"] is None


def test_without_privacy(telegram: TelegramServer, ann: Person) -> None:
    """Without privacy mode, or as administrator, the bot gets everything."""
    group = telegram.group(ann)
    group.bot_becomes("administrator", by=ann)
    assert ann.say("hello", group)["update_id"] is not None

    group.bot_becomes("member", by=ann)
    telegram.configure(privacy=False)
    assert ann.say("hello", group)["update_id"] is not None


def test_other_bots(telegram: TelegramServer, ann: Person) -> None:
    """A command without a name is for the bot that spoke last."""
    group = telegram.group(ann)
    group.other_bot_speaks()

    assert ann.say("/pay", group)["update_id"] is None


def test_membership_updates(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Being added, blocked, kicked or restricted is told."""
    group = telegram.group(ann)
    ann.block()
    ann.unblock()
    for status in ("restricted", "administrator", "kicked", "left"):
        group.bot_becomes(status, by=ann, may=["text"])
    states = [update["my_chat_member"]["new_chat_member"]["status"] for update in api("getUpdates")]

    assert states == ["member", "kicked", "member", "restricted", "administrator", "kicked", "left"]


def test_blocked(ann: Person) -> None:
    """Nobody talks to a bot that is blocked."""
    ann.block()

    assert ann.say("hi")["update_id"] is None


def test_migration(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A group that became a supergroup tells both ids."""
    group = telegram.group(ann, announce=False)
    new = group.migrate(ann)
    old, fresh = (update["message"] for update in api("getUpdates"))

    assert (group.id, new.id) == (old["chat"]["id"], old["migrate_to_chat_id"])
    assert (new.id, group.id) == (fresh["chat"]["id"], fresh["migrate_from_chat_id"])


def test_edits(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """An edited message comes as one."""
    said = ann.say("hi")
    ann.edit(said, "ho")
    edited = api("getUpdates")[-1]["edited_message"]

    assert (said["message_id"], "ho", True) == (edited["message_id"], edited["text"], "edit_date" in edited)


@pytest.mark.parametrize(
    "kind", ["voice", "photo", "sticker", "location", "document", "audio", "video", "video_note", "animation", "dice"]
)
def test_other_kinds(api: Api, ann: Person, kind: str) -> None:
    """Messages need not be text."""
    ann.send(kind)

    assert kind in api("getUpdates")[-1]["message"]


def test_start(api: Api, ann: Person) -> None:
    """A deep link brings its payload."""
    ann.start("role-sre")
    message = api("getUpdates")[-1]["message"]

    assert (message["text"], message["entities"][0]["length"]) == ("/start role-sre", 6)


def test_same_ids_every_time() -> None:
    """Two servers give the same ids."""
    seen = []
    for _ in range(2):
        with TelegramServer() as telegram:
            ann = telegram.user("Ann")
            seen.append((ann.say("a"), telegram.group(ann, supergroup=True).id, ann.inline()))

    assert seen[0] == seen[1]
