"""Buttons: suggestions, choices, pages; old, double and foreign presses."""

import pytest
from telegram_server.people import Person
from telegram_server.world import Json
from town import Town


def acknowledged(town: Town, press: Json) -> str:
    """The word that the press was acknowledged with."""
    return town.telegram.wait_answer(press["query_id"]).get("text") or ""


def labels(message: Json) -> list[str]:
    return [text for row in message["buttons"] or [] for text in row]


def test_suggestion(town: Town) -> None:
    """A suggestion is answered below, under what the button said, and the talk goes on from it."""
    ann = town.person()
    reply = ann.ask("what does an sre earn")
    press = ann.press(reply, "Site Reliability Engineer skills")

    (answer,) = ann.wait(after=reply)
    assert answer["text"].startswith("▸ Site Reliability Engineer skills")
    assert acknowledged(town, press) == ""
    assert "$140,000" in ann.ask("and the pay?")["text"]


def test_choice_is_answered_in_place(town: Town) -> None:
    """A choice that was offered becomes the answer in its place."""
    ann = town.person()
    picker = ann.ask("/pay")
    ann.press(picker, "Data Scientist")

    assert "$130,000 to $180,000" in ann.wait_edit(picker)["text"]
    assert len(ann.by_bot()) == 1
    assert "statistics" in ann.ask("and the skills?")["text"]


def test_clarification_is_answered_in_place(town: Town) -> None:
    """The answer to a question back takes the place of that question."""
    ann = town.person()
    question = ann.ask("architect")
    ann.press(question, "Tell me about Cybersecurity Architect")

    assert "$155,000" in ann.wait_edit(question)["text"]


def test_comparison_takes_two_presses(town: Town) -> None:
    """/compare asks for one role and then for the other, all in one message."""
    ann = town.person()
    picker = ann.ask("/compare")
    ann.press(picker, "DevOps Engineer")
    second = ann.wait_edit(picker)
    assert "DevOps Engineer" not in labels(second)

    ann.press(picker, "Site Reliability Engineer")
    assert "$10,000" in ann.wait_edit(picker, edits=2)["text"]


def test_skills_are_picked_one_by_one(town: Town) -> None:
    """/match takes skills by presses; each shows what fits now, and a second press takes the skill away."""
    ann = town.person()
    picker = ann.ask("/match")
    ann.press(picker, "AWS")
    picked = ann.wait_edit(picker)
    assert "Cloud Solutions Architect" in picked["text"]
    assert "✓ AWS" in labels(picked)

    ann.press(picker, "More (2 of 5) ›")
    assert "‹ Back" in labels(ann.wait_edit(picker, edits=2))
    ann.press(picker, "‹ Back")
    ann.wait_edit(picker, edits=3)
    ann.press(picker, "✓ AWS")
    assert "AWS" in labels(ann.wait_edit(picker, edits=4))


def test_picked_skills_are_remembered(town: Town) -> None:
    """What was picked counts in the talk that follows."""
    ann = town.person()
    picker = ann.ask("/match")
    ann.press(picker, "AWS")
    ann.wait_edit(picker)

    assert "AWS" in ann.ask("what fits me?")["text"]


def test_every_offered_button_works(town: Town) -> None:
    """No button that the bot shows for a command leads nowhere."""
    for command in ("/start", "/rank", "/ask", "/roles"):
        ann = town.person()
        message = ann.ask(command)
        for label in labels(message):
            _press_and_read(town, ann, message, label)


def _press_and_read(town: Town, ann: Person, message: Json, label: str) -> None:
    again = ann.messages()
    shown = next((each for each in again if each["message_id"] == message["message_id"]), None)
    if shown and label in labels(shown):
        press = ann.press(shown, label)
        assert acknowledged(town, press) == ""
    town.settle()


def test_double_press(town: Town) -> None:
    """Pressed twice, a suggestion is answered once."""
    ann = town.person()
    reply = ann.ask("what does an sre earn")
    first = ann.press(reply, "Site Reliability Engineer skills")
    second = ann.press(reply, "Site Reliability Engineer skills")

    assert acknowledged(town, first) == ""
    assert "just below" in acknowledged(town, second)
    town.settle()
    assert len(ann.by_bot()) == 2


def test_double_press_in_place(town: Town) -> None:
    """Pressed twice before it changed, a choice is no error."""
    ann = town.person()
    picker = ann.ask("/pay")
    ann.press(picker, "Data Scientist")
    press = ann.press(picker, "Data Scientist", force=True, data="1|=pay:data_scientist")

    assert acknowledged(town, press) == ""
    assert len(ann.by_bot()) == 1


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("0|pay:sre", "earlier version"),
        ("2|pay:sre", "earlier version"),
        ("pay:sre", "any more"),
        ("1|", "any more"),
        ("1|.nothing:x", "any more"),
        ("1|compare:~aaaa~bbbb", "earlier version"),
        ("1|=.page:1", "no longer have"),
        ("💼" * 16, "any more"),
    ],
)
def test_unknown_data(town: Town, data: str, word: str) -> None:
    """Data of another version, or of nobody, gets a kind word and changes nothing."""
    ann = town.person()
    reply = ann.ask("hi")
    press = ann.press(reply, data=data, force=True)
    said = acknowledged(town, press)
    town.settle()

    assert word in said or word == "no longer have"
    assert len(ann.by_bot()) == 1


def test_unknown_decision(town: Town) -> None:
    """A decision that the core no longer knows leads to the menu, not to silence."""
    ann = town.person()
    reply = ann.ask("hi")
    ann.press(reply, data="1|horoscope:aries", force=True)

    assert ann.wait(after=reply)[0]["buttons"]


def test_press_on_an_old_message(town: Town) -> None:
    """A message too old to be seen by the bot: the answer comes as a new message."""
    ann = town.person()
    picker = ann.ask("/pay")
    ann.press(picker, "Data Scientist", inaccessible=True)

    assert "$130,000" in ann.wait(after=picker)[0]["text"]


def test_press_too_old_to_acknowledge(own_town: Town) -> None:
    """A press that Telegram no longer lets us acknowledge is still answered."""
    ann = own_town.person()
    reply = ann.ask("what does an sre earn")
    text = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    own_town.telegram.fault("error", method="answerCallbackQuery", status=400, text=text)
    ann.press(reply, "Site Reliability Engineer skills")

    assert "distributed systems" in ann.wait(after=reply)[0]["text"]
    own_town.settle()
    assert '"level": "error"' not in own_town.bot.log


def test_press_of_somebody_else(town: Town) -> None:
    """In a group, another person's press leaves the message as it is and is answered below, in their own context."""
    ann, bob = town.person("Ann"), town.person("Bob")
    group = town.telegram.group(ann, bob)
    picker = ann.ask("/pay", group)
    bob.press(picker, "Data Scientist", group)

    assert "$130,000" in group.wait(after=picker)[0]["text"]
    town.settle()
    (still,) = [message for message in group.by_bot() if message["message_id"] == picker["message_id"]]
    assert still["edits"] == 0
    assert "statistics" in bob.ask("/ask skills?", group)["text"]


def test_nobody_forgets_for_others(town: Town) -> None:
    """In a group, only the person who asked for it can press "forget"."""
    ann, bob = town.person("Ann"), town.person("Bob")
    group = town.telegram.group(ann, bob)
    shown = ann.ask("/privacy", group)
    press = bob.press(shown, "Forget everything of mine", group)

    assert "somebody else" in acknowledged(town, press)


def test_quiz_in_one_message(town: Town) -> None:
    """/quiz asks its questions and gives its result in one message, each press changing it in its place."""
    ann = town.person()
    quiz = ann.ask("/quiz")
    assert len(labels(quiz)) == 6  # four answers, to skip, to stop
    ann.press(quiz, "Build things that run")
    second = ann.wait_edit(quiz)
    assert "Question two of five" in second["text"]
    ann.press(quiz, "Jump in and fix it")
    ann.wait_edit(quiz, edits=2)
    ann.press(quiz, "Skip this one")
    assert "Question four of five" in ann.wait_edit(quiz, edits=3)["text"]
    ann.press(quiz, "Things that simply keep running")
    ann.wait_edit(quiz, edits=4)
    ann.press(quiz, "Keep harm away from it")
    result = ann.wait_edit(quiz, edits=5)
    assert "DevOps Engineer ($130,000 to $175,000): four of your four answers" in result["text"]
    assert "Tell me about DevOps Engineer" in labels(result)
    assert len(ann.by_bot()) == 1


def test_quiz_left_for_a_question(town: Town) -> None:
    """A question in the middle is answered, and a button under the answer leads back."""
    ann = town.person()
    quiz = ann.ask("give me a quiz")
    ann.press(quiz, "Find out what is true")
    ann.wait_edit(quiz)
    answer = ann.ask("what does an sre earn")
    assert "$140,000" in answer["text"]
    ann.press(answer, "Go on with the quiz")
    (again,) = ann.wait(after=answer)
    assert "Question two of five" in again["text"]
    assert "Question three of five" in ann.ask("preventng")["text"]
    assert "Left the quiz" in ann.ask("stop")["text"]


def test_me(town: Town) -> None:
    """/me shows what was told, and its button forgets it."""
    ann = town.person()
    assert "not told me anything" in ann.ask("/me")["text"]
    ann.ask("i know docker and i am an sre")
    me = ann.ask("/me")
    assert "You know Docker" in me["text"]
    assert "You work as Site Reliability Engineer" in me["text"]
    ann.press(me, "Forget what I told you about me")
    (done,) = ann.wait(after=me)
    assert "Forgotten: all you told me about yourself" in done["text"]
    assert "not told me anything" in ann.ask("/me")["text"]
