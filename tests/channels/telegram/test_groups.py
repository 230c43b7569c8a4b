"""Groups, topics, and chats that change under the bot."""

import pytest
from town import Town


def test_silent_unless_addressed(town: Town) -> None:
    """Without privacy mode the bot hears everything, and still speaks only when spoken to."""
    ann, bob = town.person("Ann"), town.person("Bob")
    group = town.telegram.group(ann, bob, bot_is="administrator")  # administrators get every message
    heard = ann.say("what does an sre earn", group)
    bob.say("no idea", group, reply_to=heard["message_id"])
    ann.send("photo", group, caption="what does an sre earn")
    ann.send("voice", group)
    bob.edit(bob.say("x", group), "what does an sre earn", group)
    town.settle()

    assert heard["update_id"] is not None
    assert group.by_bot() == []


def test_joining_is_silent(town: Town) -> None:
    """Service messages, such as somebody joining, are not talked to."""
    ann, bob = town.person("Ann"), town.person("Bob")
    group = town.telegram.group(ann, bot_is="administrator")
    group.join(bob)
    group.other_bot_speaks("/pay sre")
    town.settle()

    assert group.by_bot() == []


def test_edit_that_addresses_us(town: Town) -> None:
    """A message that gets our name by an edit is answered then, once."""
    ann = town.person()
    group = town.telegram.group(ann, bot_is="administrator")
    said = ann.say("what does an sre earn", group)
    ann.edit(said, f"@{town.telegram.username} what does an sre earn", group)
    (reply,) = group.wait()

    ann.edit(said, f"@{town.telegram.username} what does a data scientist earn", group)

    assert "Data Scientist" in group.wait_edit(reply)["text"]
    assert len(group.by_bot()) == 1


def test_ask_about_somebody_elses_question(town: Town) -> None:
    """/ask in reply to a person's question answers that question."""
    ann, bob = town.person("Ann"), town.person("Bob")
    group = town.telegram.group(ann, bob)
    asked = ann.say("what does an sre earn", group)

    assert "$140,000" in bob.ask("/ask", group, reply_to=asked["message_id"])["text"]


def test_context_of_a_reply_keeps_skills_private(town: Town) -> None:
    """Who replies to an answer of somebody else takes up the talk, not what that person said about themselves."""
    ann, bob = town.person("Ann"), town.person("Bob")
    group = town.telegram.group(ann, bob)
    answer = ann.ask("/match python, sql", group)

    reply = bob.ask("what fits me?", group, reply_to=answer["message_id"])

    assert "Noted" in answer["text"]
    assert "Noted" not in reply["text"]


def test_topics(town: Town) -> None:
    """In a forum the answer goes to the topic of the question, and each topic has a context of its own."""
    ann = town.person()
    forum = town.telegram.group(ann, supergroup=True, forum=True)
    careers, salaries = forum.topic(ann, "Careers"), forum.topic(ann, "Salaries")
    ann.ask("/ask what does an sre earn", forum, thread_id=careers)
    ann.ask("/ask what does a data scientist earn", forum, thread_id=salaries)
    ann.say("nothing for the bot", forum, thread_id=careers)

    reply = ann.ask("/ask skills?", forum, thread_id=careers)
    town.settle()

    assert reply["thread_id"] == careers
    assert "Site Reliability" in reply["text"]
    assert [message["thread_id"] for message in forum.by_bot()] == [careers, salaries, careers]


def test_migration(town: Town) -> None:
    """A group that becomes a supergroup keeps its conversations."""
    ann = town.person()
    group = town.telegram.group(ann)
    ann.ask("/ask what does an sre earn", group)
    supergroup = group.migrate(by=ann)

    assert "Site Reliability" in ann.ask("/ask skills?", supergroup)["text"]


def test_migration_meanwhile(own_town: Town) -> None:
    """An answer on its way to a group that has just migrated arrives in the supergroup."""
    ann = own_town.person()
    group = own_town.telegram.group(ann)
    own_town.telegram.fault("flood", method="sendMessage", chat_id=group.id, seconds=2)  # from the first answer on
    said = ann.say("/pay sre", group)
    own_town.telegram.wait_calls("sendMessage")
    supergroup = group.migrate(by=ann)

    assert said["update_id"]
    assert "$140,000" in supergroup.wait(timeout=10)[0]["text"]


@pytest.mark.parametrize("status", ["kicked", "left", "restricted"])
def test_no_error_storm_in_a_lost_group(town: Town, status: str) -> None:
    """Thrown out or muted while answering: no error in the log, no call again, others are served."""
    ann = town.person()
    group = town.telegram.group(ann, supergroup=True)
    reply = ann.ask("/pay", group)
    group.bot_becomes(status, by=ann, may=[])
    for _ in range(3):
        ann.press(reply, "Data Scientist", group, force=True)
    town.settle()

    assert len(group.by_bot()) == 1
    assert "$140,000" in ann.ask("/pay sre")["text"]


def test_blocked(town: Town) -> None:
    """Who blocks the bot is left alone, and is welcome again."""
    ann = town.person()
    ann.ask("hi")
    ann.say("what does an sre earn")
    ann.block()
    town.settle()
    ann.unblock()

    assert "$140,000" in ann.ask("what does an sre earn")["text"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [("rank all roles by pay", "Software Engineering Manager: $170,000 to $230,000"), ("export sre", "Why it pays")],
)
def test_group_without_media(town: Town, asked: str, said: str) -> None:
    """Where neither pictures nor files may be sent, their words are, with the buttons."""
    ann = town.person()
    group = town.telegram.group(ann)
    group.bot_becomes("restricted", by=ann, may=["text"])
    ann.say(f"@{town.telegram.username} {asked}", group)
    replies = group.wait()

    assert said in replies[-1]["text"]
    assert "takes no pictures" in replies[-1]["text"]
    assert replies[-1]["kind"] == "text"
