"""The shortlist in Telegram: a button to keep a role, commands, and files that are really sent."""

from telegram_server.world import Json
from town import Town

KEEP = ["⭐ Keep"]


def content(town: Town, message: Json) -> str:
    """What the file holds."""
    return town.telegram.file(message["document"]["file_id"]).decode()


def test_keep_button(town: Town) -> None:
    """Under an answer about one role a button keeps it; once it is kept, there is no such button."""
    ann = town.person()
    reply = ann.ask("what does an sre do")
    assert KEEP in reply["buttons"]
    ann.press(reply, "⭐ Keep")
    (kept,) = ann.wait(after=reply)

    assert "Kept: Site Reliability Engineer" in kept["text"]
    assert ["Show my shortlist"] in kept["buttons"]
    assert KEEP not in ann.ask("sre salary")["buttons"]
    assert KEEP in town.person("Bob").ask("sre salary")["buttons"]


def test_no_keep_button_where_it_makes_no_sense(town: Town) -> None:
    """Not under several roles, what is not covered, or a list."""
    ann = town.person()
    for message in ("devops vs sre", "which roles do you know", "data engineer salary", "hello"):
        assert KEEP not in (ann.ask(message)["buttons"] or []), message


def test_export_is_a_file(town: Town) -> None:
    """The shortlist comes as a file under its own name, with the words beside it and buttons below."""
    ann = town.person()
    ann.ask("keep sre and devops")
    sent = ann.ask("/export")

    assert sent["kind"] == "document"
    assert sent["document"]["file_name"] == "shortlist.md"
    assert "your shortlist as Markdown" in sent["text"]
    assert content(town, sent).startswith("# My shortlist\n\n## Site Reliability Engineer\n")
    assert "# My shortlist" not in sent["text"]
    ann.press(sent, "Export my shortlist as text")
    (text,) = ann.wait(after=sent)
    assert text["document"]["file_name"] == "shortlist.txt"
    assert content(town, text).startswith("My shortlist\n====")


def test_a_card_in_words(town: Town) -> None:
    """Where no picture is drawn, a card is a message."""
    sent = town.person().ask("/export sre as a card")

    assert "Site Reliability Engineer" in sent["text"]
    assert "• Carrying out incident response" in sent["text"]
    assert "Highest paying tech jobs in 2026" in sent["text"]


def test_commands(town: Town) -> None:
    """/shortlist shows the list, and keeps what stands behind it."""
    ann = town.person()
    assert "Your shortlist is empty" in ann.ask("/shortlist")["text"]
    assert "Kept: Data Scientist" in ann.ask("/shortlist data scientist")["text"]
    assert "You keep one role: Data Scientist" in ann.ask("/shortlist")["text"]


def test_an_edited_export(town: Town) -> None:
    """A file cannot become a text: the old message goes, and the answer comes anew."""
    ann = town.person()
    said = ann.say("export sre as text")
    (sent,) = ann.wait(after=said)
    ann.edit(said, "sre salary")
    (anew,) = ann.wait(after=sent)

    assert "$140,000 to $185,000" in anew["text"]
    assert sent["message_id"] not in [message["message_id"] for message in ann.messages()]


def test_a_file_answers_in_a_group(town: Town) -> None:
    """In a group the file replies to the message that asked for it."""
    ann = town.person()
    group = town.telegram.group(ann, supergroup=True)
    said = ann.say(f"@{town.telegram.username} export mle as markdown", group)
    (sent,) = group.wait(after=said)

    assert sent["document"]["file_name"] == "machine_learning_engineer.md"
    assert sent["reply_to"] == said["message_id"]


def test_sending_shows_when_slow(own_town: Town) -> None:
    """A file that takes noticeable time shows that something is coming."""
    ann = own_town.person()
    own_town.telegram.fault("slow", method="sendDocument", seconds=1.2)
    ann.ask("export sre as text", timeout=10)

    assert [action["action"] for action in ann.actions()][:1] == ["upload_document"]
