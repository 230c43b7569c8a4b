"""Names one slip apart, replies that do not fit, files that nothing reads: told with place and remedy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from checking_small import Write, edit, quick

from careerbot.bot.built_in import INTENTS


def test_one_slip_apart(small: Write) -> None:
    """A name of a role that a slip turns into another's is worth a look, told once."""
    folder = small()
    edit(folder / "knowledge" / "vocabulary" / "en.yaml", "[statistician]", "[data analyse]")
    assert quick() == [
        (
            'knowledge/vocabulary/en.yaml:3:84: warning: roles.data_scientist.ask: "data analyse" is one slip '
            "away from "
            '"data analyst" of the title data analyst (knowledge/vocabulary/en.yaml, line 6). A typing error '
            "turns one into "
            "the other: leave this name out, or use a longer one."
        )
    ]


def test_words_of_their_own_are_no_slip(small: Write) -> None:
    """What several names of both sides have is told apart as often as it is read."""
    folder = small()
    names = folder / "knowledge" / "vocabulary" / "en.yaml"
    edit(names, "[devops engineer, ", "[devops engineer, dapp developer, dapp builder, ")
    edit(names, "[data analytics]", "[data analytics, app developer]")
    assert len(quick()) == 1
    edit(names, "app developer]", "app developer, app builder]")
    assert quick() == []


def test_no_fixed_reply(small: Write) -> None:
    """A question type without Python has something to say."""
    folder = small()
    edit(folder / "intents" / "of_pay" / "en.yaml", "  reply:", "  answer:")
    assert quick() == [
        (
            "intents/of_pay/en.yaml:9:1: replies: the question type of_pay has no Python, and no fixed reply either. "
            "Add reply: and what is to be said, under replies:."
        )
    ]


def test_fixed_reply_with_a_value(small: Write) -> None:
    """A fixed reply has nothing to fill in."""
    folder = small()
    edit(folder / "intents" / "of_pay" / "en.yaml", "It is so.", '"So much: {{ pay }}"')
    assert quick() == [
        (
            'intents/of_pay/en.yaml:10:3: replies.reply: the reply "reply" mentions {{ pay }}, which it is not given. '
            "Values here are: none."
        )
    ]


def test_fact_of_a_fixed_reply(small: Write) -> None:
    """What a reply rests on exists."""
    folder = small()
    with (folder / "intents" / "of_pay" / "en.yaml").open("a", encoding="utf-8") as file:
        file.write("facts: [data_scientist.payy]\n")
    assert quick() == [
        (
            'intents/of_pay/en.yaml:11:9: facts: there is no fact "data_scientist.payy". Did you mean '
            '"data_scientist.pay"? '
            "Facts are <role>.<duty|skill|reason|note>.<id>."
        )
    ]


def test_to_be_filled_in(small: Write) -> None:
    """TODO is told wherever it stands, and only that."""
    folder = small()
    edit(folder / "knowledge" / "roles.yaml", "low: 130000", "low: TODO")
    assert quick() == [
        (
            "knowledge/roles.yaml:6:11: roles.data_scientist.pay.low: this is still to be filled in. "
            "Write what belongs here in place of TODO."
        )
    ]


Slip = Callable[[str, str, str], list[str]]


@pytest.fixture
def slip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Slip:
    """Call it as (file, old, new): what is found in a copy of our own question types, with the built-in knowledge."""
    shutil.copytree(INTENTS, tmp_path / "intents", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.chdir(tmp_path)

    def found(file: str, old: str, new: str) -> list[str]:
        edit(tmp_path / "intents" / file, old, new)
        told = quick(None, Path("intents"))
        return [line for line in told if line.startswith(f"intents/{file}:") and "claim" not in line]

    return found


def test_unknown_value(slip: Slip) -> None:
    """A reply mentions only what its handler gives."""
    (told,) = slip("list_roles/en.yaml", "I know {{ count|number }}", "I know {{ cuont|number }}")
    assert told.endswith(
        'replies.head: the reply "head" mentions {{ cuont }}, which it is not given. Did you mean "count"? '
        "Values here are: count."
    )


def test_unknown_part(slip: Slip) -> None:
    """And of a role only what a role has."""
    (told,) = slip("list_position/en.yaml", "{{ role.position }} of", "{{ role.positon }} of")
    assert told.startswith("intents/list_position/en.yaml:")
    assert told.endswith(
        'replies.position: the reply "position" mentions role.positon, which does not exist. Did you mean "position"? '
        "There are: duties, id, notes, pay, position, position_fact, reasons, skills, title."
    )


def test_unknown_value_of_a_suggestion(slip: Slip) -> None:
    """An offer is given roles."""
    (told,) = slip("list_roles/en.yaml", "Which roles do you know?", "Which roles pay {{ amount }}?")
    assert told.endswith(
        'suggestion: the reply "suggestion" mentions {{ amount }}, which it is not given. Values here are: role, roles.'
    )


def test_missing_and_unused(slip: Slip) -> None:
    """A reply under another name is missing under its own, and never said."""
    missing, unused = slip("list_roles/en.yaml", "  head:", "  haed:")
    assert missing.endswith(
        'replies: the reply "head" is missing: the handler says it. Add head: and what is to be said, under replies:.'
    )
    assert unused.endswith(
        'warning: replies.haed: the reply "haed" is never said. Remove it, or correct its name to one that '
        "the handler says."
    )


def test_facts_beside_a_handler(slip: Slip) -> None:
    """Handlers name the facts they use."""
    (told,) = slip("list_roles/en.yaml", "suggestion: Which", "facts: [data_scientist.pay]\nsuggestion: Which")
    assert told.endswith(
        "facts: facts: is only for question types without Python, and list_roles has some. "
        "Remove them: its handler names the facts it uses."
    )


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (
            "{{ role.pay|rnge }}",
            (
                'there is no filter "rnge". Did you mean "range"? Filters of our own are: money, range, listed, '
                "either, number, start, inner, a."
            ),
        ),
        (
            "{{ role.pay",
            (
                "the template cannot be read: unexpected end of template, expected 'end of print statement'. "
                "Mend the {{ … }} or {% … %} part; see docs/authors.md."
            ),
        ),
    ],
)
def test_template(small: Write, reply: str, told: str) -> None:
    """What is wrong in a template is one sentence, and what to do another."""
    folder = small()
    edit(folder / "intents" / "of_pay" / "en.yaml", "It is so.", f'"{reply}"')
    assert quick() == [f"intents/of_pay/en.yaml:10:3: replies.reply: {told}"]
