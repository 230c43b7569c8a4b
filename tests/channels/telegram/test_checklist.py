"""A plan in Telegram: a button for each step, which ticks and unticks it where it stands."""

from telegram_server.world import Json
from town import Town


def labels(message: Json) -> list[str]:
    return [text for row in message["buttons"] or [] for text in row]


def test_steps_are_ticked_in_place(town: Town) -> None:
    """A press ticks a step, a second one opens it again; the message stays the same one."""
    ann = town.person()
    plan = ann.ask("/plan ml engineer")
    assert "☐ Docker" in labels(plan)
    assert "░" * 12 in plan["text"]

    ann.press(plan, "☐ Docker")
    ticked = ann.wait_edit(plan)
    assert "One of the six steps is done" in ticked["text"]
    assert "☑ Docker" in labels(ticked)
    assert "██░░░░░░░░░░" in ticked["text"]

    ann.press(plan, "☑ Docker")
    opened = ann.wait_edit(plan, edits=2)
    assert "☐ Docker" in labels(opened)
    assert len(ann.by_bot()) == 1


def test_alternatives_ask_which_one(town: Town) -> None:
    """A step that several skills cover asks which of them it was, in the same message."""
    ann = town.person()
    plan = ann.ask("plan for data scientist")
    ann.press(plan, "☐ Python or R")
    question = ann.wait_edit(plan)
    assert question["text"] == "Python or R? One of them is enough for that step."

    ann.press(plan, "Done with R")
    answer = ann.wait_edit(plan, edits=2)
    assert "☑ Python or R" in labels(answer)
    assert len(ann.by_bot()) == 1


def test_a_plan_is_taken_up_again(town: Town) -> None:
    """What a button ticked is known to every question after it, and /plan goes on from there."""
    ann = town.person()
    plan = ann.ask("/plan sre")
    ann.press(plan, "☐ Debugging")
    ann.wait_edit(plan)

    assert "One of the four lines" in ann.ask("what am i missing for sre")["text"]
    assert "One of the four steps is done" in ann.ask("/plan")["text"]


def test_gap_without_a_role(town: Town) -> None:
    """/gap asks for a role with a button for each, and the choice takes the question's place."""
    ann = town.person()
    question = ann.ask("/gap")
    ann.press(question, "DevOps Engineer")

    assert "Jenkins or GitHub Actions" in ann.wait_edit(question)["text"]
