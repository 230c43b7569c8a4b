"""Phrases that two question types claim, or that their own would not win."""

from pathlib import Path

from checking_small import Write, lost_in, quick


def test_a_small_world_is_fine(small: Write) -> None:
    """Nothing is found where nothing is wrong."""
    small()
    assert quick() == []


def test_claimed_twice(small: Write) -> None:
    """A way of asking that stands under two question types is told, once for each pair."""
    small(other=["tell me a joke", "(salary|wage) of {role}"])
    assert quick() == [
        (
            'intents/other/en.yaml:4:5: warning: phrases: "salary of {role}" is also claimed by '
            "of_pay (intents/of_pay/en.yaml, "
            "line 6). Decide which is meant, and take it out of the other: other or of_pay."
        )
    ]


def test_claimed_alike(small: Write) -> None:
    """Articles and word endings make no other question."""
    small(other=["tell me a joke", "salaries of the {role}"])
    assert quick() == [
        (
            'intents/other/en.yaml:4:5: warning: phrases: "salaries of the {role}" is as good as "salary of '
            '{role}", which '
            "of_pay claims (intents/of_pay/en.yaml, line 6). Decide which is meant, and take it out of the "
            "other: other or "
            "of_pay."
        )
    ]


JOKES = ["tell me a joke", "make me laugh", "something funny please"]


def test_left_out(small: Write) -> None:
    """An own phrase that only its being listed keeps from another question type is told, and no other."""
    folder = small(other=JOKES)
    own = folder / "own" / "other" / "en.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("phrases:\n  - how much does {role} earn\n", encoding="utf-8")
    assert lost_in(folder) == [
        (
            'own/other/en.yaml:2:5: warning: phrases: "how much does {role} earn" would be taken for of_pay if it were '
            "not listed here. Move it to of_pay if that is meant; otherwise list more ways of asking like it under "
            "other."
        )
    ]


def test_left_out_where_nothing_lies_below(small: Write) -> None:
    """Listing a phrase is enough there: lists are for what is rare."""
    assert lost_in(small(other=[*JOKES, "how much does {role} earn"])) == []


def test_lost_though_listed(small: Write) -> None:
    """Of two question types with the same words, the one that says them less often is told."""
    jokes = ["tell me a joke", "make me laugh", "say something funny", "entertain me please", "how is the weather"]
    folder = small(other=[*jokes, "salary of {role}"], of_wages=["salary of {role}", "the salary of {role}"])
    told = (
        'intents/other/en.yaml:8:5: warning: phrases: "salary of {role}" is taken for of_wages, though it '
        "is listed here. "
        "Move it to of_wages if that is meant; otherwise list more ways of asking like it under other."
    )
    assert told in lost_in(folder)


def test_small_world_stands(small: Write) -> None:
    """Phrases of which there are more of the kind would be understood without being listed."""
    folder: Path = small()
    assert lost_in(folder) == []
