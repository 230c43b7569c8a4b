"""The picture of an answer: what is drawn, and what leads to it again."""

import subprocess
import sys

import pytest
from drawn import answer_with, card, role_map

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.picturing import Picturing
from careerbot.bot.rendering.pictures.picture import Picture, SideBySide
from careerbot.intents.base import PayRanges, Table, Text


def picture_of(adviser: Adviser, message: str) -> Picture | None:
    answer, after = adviser.respond(message, Memory())
    return Picturing(adviser).of(answer, after)


@pytest.mark.parametrize(
    "message",
    [
        "rank all roles by pay",
        "which roles pay the most",
        "rank roles from the lowest",
        "top 5 roles",
        "list all roles",
        "pay of devops, sre and data scientist",
        "which roles pay over 200k",
        "sre vs devops",
        "compare mle, sre and engineering manager",
        "compare sre, devops, data scientist and blockchain developer",
    ],
)
def test_decision_leads_to_the_same_picture(message: str, adviser: Adviser) -> None:
    """What a button carries leads to the same picture, numbers and order included, and so again and again."""
    picture = picture_of(adviser, message)

    assert picture is not None
    assert picture.decision
    assert Picturing(adviser).again(picture.decision, Memory()) == picture


@pytest.mark.parametrize(
    "message", ["what does an sre earn", "skills of a data scientist", "hello", "horoscope please"]
)
def test_nothing_to_draw(message: str, adviser: Adviser) -> None:
    """One range, a list of skills and small talk are no pictures."""
    assert picture_of(adviser, message) is None


def test_comparison_says_pay_once(adviser: Adviser) -> None:
    """A comparison has the ranges of its roles in its order, and no row that says them again."""
    picture = picture_of(adviser, "sre vs devops")
    assert picture is not None
    content = picture.content
    assert isinstance(content, SideBySide)

    assert [pay.label for pay in content.pay.ranges] == ["Site Reliability Engineer", "DevOps Engineer"]
    assert content.table.columns[1:] == ("Site Reliability Engineer", "DevOps Engineer")
    assert [row[0] for row in content.table.rows] == ["Work", "In both lists", "Only in this list", "Why it pays"]


def test_any_rows_are_taken(adviser: Adviser) -> None:
    """Whatever rows a comparison has are on its picture."""
    columns = ("", "Data Scientist", "DevOps Engineer")
    table = Table(columns, (("In both lists", "none", "none"), ("Only here", "statistics", "scripting")))
    picture = Picturing(adviser).of(answer_with(table), Memory())

    assert picture is not None
    assert isinstance(picture.content, SideBySide)
    assert picture.content.table == table


@pytest.mark.parametrize(
    "columns", [("", "Before", "After"), ("", "Data Scientist"), ("", "Data Scientist", "Plumber"), ()]
)
def test_other_tables_are_not_drawn(columns: tuple[str, ...], adviser: Adviser) -> None:
    """A table whose columns are no roles is for reading."""
    assert Picturing(adviser).of(answer_with(Table(columns, (("x", "y", "z"),))), Memory()) is None


def test_what_says_the_most_is_drawn(adviser: Adviser) -> None:
    """Of several blocks a card comes first, then a map, then ranges."""
    whole, moves = card(adviser), role_map(adviser)
    answer, _ = adviser.decide("pay:", Memory())
    ranges = next(block for block in answer.blocks if isinstance(block, PayRanges))
    drawn = [
        Picturing(adviser).of(answer_with(Text("So:"), *blocks), Memory())
        for blocks in ((ranges, moves, whole), (ranges, moves), (ranges,))
    ]

    assert [each and each.content for each in drawn] == [whole, moves, ranges]


def test_nothing_is_imported_before_it_is_drawn() -> None:
    """Knowing what could be drawn takes no matplotlib, in the terminal and in Telegram."""
    program = """
import sys
import careerbot.bot.channels.telegram.application, careerbot.bot.channels.terminal.repl
import careerbot.bot.picturing, careerbot.bot.rendering.pictures.drawing as drawing
assert drawing.can_draw()
print(sorted({"matplotlib", "numpy"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert done.stdout.split() == [b"[]"]
