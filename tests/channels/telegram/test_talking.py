"""Private chats: plain talk, commands, edits, what is not text."""

import pytest
from telegram_server.world import Json
from town import Town

ROLES = 10


def buttons(message: Json) -> list[str]:
    return [text for row in message["buttons"] or [] for text in row]


def test_context_is_kept(town: Town) -> None:
    """A follow-up without a name is about the role of the message before."""
    ann = town.person()
    ann.ask("what does a machine learning engineer do")

    assert "$150,000 to $210,000" in ann.ask("and what does it pay?")["text"]


def test_contexts_are_apart(town: Town) -> None:
    """Nobody's follow-up is about the role that somebody else talked of."""
    ann, bob = town.person("Ann"), town.person("Bob")
    ann.ask("what does an sre earn")
    bob.ask("what does a data scientist earn")

    assert "Site Reliability" in ann.ask("skills?")["text"]
    assert "Data Scientist" in bob.ask("skills?")["text"]


@pytest.mark.parametrize(
    "hostile",
    [
        '<b>sommelier</b> & "co" salary',
        "</i></b><a href='tg://user?id=1'>x</a> salary",
        "&lt;b&gt; &amp; salary of a <sommelier>",
        "salary _*[x](y)`",
        "\u202esalary of a sommelier\x00 🚀" * 20,
        "a" * 4096,
    ],
)
def test_user_text_is_escaped(town: Town, hostile: str) -> None:
    """Whatever a person writes, the reply is well-formed and has no markup of theirs in it."""
    reply = town.person().ask(hostile)

    assert reply["text"]
    assert all(entity["type"] in ("bold", "italic", "bot_command") for entity in reply["entities"] or [])


COMMANDS = [
    "start",
    "help",
    "roles",
    "pay",
    "skills",
    "compare",
    "rank",
    "match",
    "gap",
    "plan",
    "quiz",
    "me",
    "whatif",
    "moves",
    "band",
    "why",
    "ask",
    "privacy",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_command_alone(town: Town, command: str) -> None:
    """Every command works without arguments and offers buttons to choose from."""
    assert buttons(town.person().ask(f"/{command}"))


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/pay sre", "$140,000 to $185,000"),
        ("/pay Data Scientist", "$130,000 to $180,000"),
        ("/skills devops", "Jenkins"),
        ("/compare devops sre", "$10,000"),
        ("/compare data scientist, blockchain developer", "Blockchain"),
        ("/rank 5", "AI Research Scientist"),
        ("/match python, sql", "Machine Learning Engineer"),
        ("/why sre", "downtime"),
        ("/gap sre", "distributed systems"),
        ("/plan sre", "None of the four steps"),
        ("/whatif terraform and kubernetes", "Cloud Solutions Architect"),
        ("/whatif rust", "Blockchain Developer"),
        ("/moves devops", "Site Reliability Engineer is closest"),
        ("/moves data engineer", "data engineer"),
        ("/band 165k as a cloud architect", "$165,000 - $145,000 = $20,000"),
        ("/ask which roles use python", "Data Scientist"),
        ("/pay data engineer", "data engineer"),
        ("/PAY sre", "$140,000"),
        ("/pay@career_test_bot sre", "$140,000"),
        ("/roles which use python", "Machine Learning Engineer"),
    ],
)
def test_command_with_words(town: Town, command: str, said: str) -> None:
    """Every command works with words behind it, in any spelling that the core understands."""
    assert said in town.person().ask(command)["text"]


def test_rank_has_other_ways(town: Town) -> None:
    """/rank answers and offers to rank in other ways."""
    assert "By where pay starts" in buttons(town.person().ask("/rank"))


def test_unknown_command(town: Town) -> None:
    """An unknown command gets the help, not silence."""
    assert "/pay" in town.person().ask("/salaryy")["text"]


def test_command_of_another_bot(town: Town) -> None:
    """A command for another bot is none of ours."""
    ann = town.person()
    ann.say("/pay@other_bot sre")

    assert town.silent(ann)


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ("role-sre", "Site Reliability Engineer: $140,000"),
        ("role-data_scientist", "Data Scientist: $130,000"),
        ("role-site_reliability_engineer", "Site Reliability Engineer"),
        ("compare-devops-sre", "$10,000"),
        ("pay-sre", "$140,000"),
        ("skills-sre", "distributed systems"),
        ("why-sre", "downtime"),
        ("roles", "ten roles"),
        ("compare-sre", "which other one"),
        ("inline", "Hi!"),
        ("role-sommelier", "Hi!"),
        ("x", "Hi!"),
        (None, "Hi!"),
    ],
)
def test_deep_link(town: Town, payload: str | None, said: str) -> None:
    """A deep link opens with what it names; one that is unknown opens with the welcome."""
    ann = town.person()
    ann.start(payload)

    assert said in ann.wait()[0]["text"]


def test_reset(town: Town) -> None:
    """After /reset a follow-up has nothing to follow."""
    ann = town.person()
    ann.ask("what does an sre earn")
    ann.ask("/reset")

    assert "Site Reliability" not in ann.ask("skills?")["text"]


def test_which_role_is_asked_with_buttons(town: Town) -> None:
    """Where the role is missing, the question back has every role as a button."""
    assert len(buttons(town.person().ask("what skills does that job need"))) == ROLES


def test_edit_edits_the_reply(town: Town) -> None:
    """An edited message is answered by editing the reply, and the talk goes on from there."""
    ann = town.person()
    said = ann.say("what does an sre earn")
    reply = ann.wait(after=said)[0]

    ann.edit(said, "what does a data scientist earn")

    assert "$130,000 to $180,000" in ann.wait_edit(reply)["text"]
    assert len(ann.by_bot()) == 1
    assert "Data Scientist" in ann.ask("skills?")["text"]


def test_edit_of_an_older_message(town: Town) -> None:
    """Editing an older message edits its own reply and leaves the talk where it is."""
    ann = town.person()
    said = ann.say("what does an sre earn")
    reply = ann.wait(after=said)[0]
    ann.ask("what does a data scientist earn")

    ann.edit(said, "what does a devops engineer earn")

    assert "DevOps" in ann.wait_edit(reply)["text"]
    assert "Data Scientist" in ann.ask("skills?")["text"]


def test_edit_without_change_of_meaning(town: Town) -> None:
    """An edit that leads to the same answer changes nothing, and is no error."""
    ann = town.person()
    said = ann.say("what does an sre earn")
    ann.wait(after=said)

    ann.edit(said, "what does an sre earn?")
    town.settle()

    assert len(ann.by_bot()) == 1


def test_edit_from_text_to_picture_and_back(town: Town) -> None:
    """A picture and a text cannot take each other's place: the old reply goes, one new one comes."""
    ann = town.person()
    said = ann.say("what does an sre earn")
    ann.wait(after=said)

    ann.edit(said, "rank all roles by pay")
    town.settle()
    assert [message["kind"] for message in ann.by_bot()] == ["photo"]

    ann.edit(said, "what does an sre earn")
    town.settle()
    assert [message["kind"] for message in ann.by_bot()] == ["text"]


@pytest.mark.parametrize("kind", ["voice", "photo", "sticker", "location", "document", "video", "contact", "dice"])
def test_not_text(town: Town, kind: str) -> None:
    """What is not text gets one kind line on what works."""
    ann = town.person()
    sent = ann.send(kind)

    (reply,) = ann.wait(after=sent)
    assert '"' in reply["text"]


def test_caption_is_text(town: Town) -> None:
    """A picture with a question below it is answered like the question."""
    ann = town.person()
    sent = ann.send("photo", caption="what does an sre earn")

    assert "$140,000" in ann.wait(after=sent)[0]["text"]


def test_typing_only_when_it_takes_time(town: Town) -> None:
    """A quick answer shows no "typing…"."""
    ann = town.person()
    ann.ask("what does an sre earn")
    town.settle()

    assert ann.actions() == []


def test_typing_when_slow(own_town: Town) -> None:
    """An answer that takes noticeable time shows "typing…"."""
    ann = own_town.person()
    own_town.telegram.fault("slow", method="sendMessage", seconds=1.2)
    ann.ask("what does an sre earn")

    assert [action["action"] for action in ann.actions()][:1] == ["typing"]


def test_forget(town: Town) -> None:
    """/forget removes everything of the person, in every chat, and nothing of others."""
    ann, bob = town.person("Ann"), town.person("Bob")
    group = town.telegram.group(ann, bob)
    ann.ask("what does an sre earn")
    ann.ask("/pay sre", group)
    bob.ask("what does a data scientist earn")

    assert "gone" in ann.ask("/forget")["text"]
    town.settle()

    assert str(ann.id).encode() not in town.bot.database()
    assert "Site Reliability" not in ann.ask("skills?")["text"]
    assert "Data Scientist" in bob.ask("skills?")["text"]


def test_forget_by_button(town: Town) -> None:
    """The button below /privacy forgets as well."""
    ann = town.person()
    ann.ask("what does an sre earn")
    reply = ann.ask("/privacy")

    ann.press(reply, "Forget everything of mine")

    assert "gone" in ann.wait_edit(reply)["text"]
    assert "Site Reliability" not in ann.ask("skills?")["text"]


def test_the_map_of_moves_is_read(town: Town) -> None:
    """The map comes as text that needs no picture: a move a line, below the role that it starts from."""
    text = town.person().ask("show me the map of moves")["text"]

    assert "DevOps Engineer\n→ Site Reliability Engineer: both lists name" in text
    assert "Blockchain Developer stands alone" in text


def test_pay_is_remembered_by_a_button(town: Town) -> None:
    """What somebody makes is used once, and kept only when they press the button for it."""
    ann = town.person()
    answer = ann.ask("i make 150k as an mle")
    assert "exactly the low end" in answer["text"]
    ann.press(answer, "Remember that I make $150,000")
    (kept,) = ann.wait(after=answer)
    assert "Kept: you make $150,000" in kept["text"]

    assert "because you told me that you make $150,000" in ann.ask("where am i in the band for sre")["text"]
