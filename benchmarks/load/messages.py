"""What people write, from the project's own conversations and phrases: the same for the same seed."""

import random
from collections.abc import Iterator
from pathlib import Path

import yaml

TESTS = Path(__file__).parents[2] / "tests"
TURNS = 3
"""Messages of one person."""


def talks(seed: int = 1, mistyped: bool = False) -> Iterator[list[str]]:
    """Without end: what one person after the other writes, TURNS messages each.

    Half of them are a piece of a conversation, with its follow-ups; the others ask about one thing and another.
    `mistyped`: two letters of each message have changed places, so that few messages come twice.
    """
    chance = random.Random(seed)  # noqa: S311  nothing here is secret
    for texts in _talks(seed):
        yield [_with_a_slip(text, chance) for text in texts] if mistyped else texts


def _with_a_slip(text: str, chance: random.Random) -> str:
    place = chance.randrange(max(len(text) - 1, 1))
    return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]


def _talks(seed: int) -> Iterator[list[str]]:
    chance = random.Random(seed)  # noqa: S311  nothing here is secret
    scripts, questions = conversations(), single_questions()
    while True:
        if chance.random() < 0.5:
            script = chance.choice(scripts)
            begin = chance.randrange(len(script) - TURNS + 1)
            yield script[begin : begin + TURNS]
        else:
            yield chance.sample(questions, TURNS)


def conversations() -> list[list[str]]:
    """The person's side of each conversation that is long enough."""
    files = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((TESTS / "conversations").iterdir()))
    said = [[turn["say"] for turn in file["turns"] if turn.get("say", "").strip()] for file in files]
    return [talk for talk in said if len(talk) >= TURNS]


def single_questions() -> list[str]:
    """Each of the messages that the tests ask on their own, once."""
    paths = [*sorted((TESTS / "intents").iterdir()), TESTS / "cases" / "facts.yaml"]
    cases = (case for path in paths for case in yaml.safe_load(path.read_text(encoding="utf-8")))
    return list(
        dict.fromkeys(case["ask"] for case in cases if isinstance(case.get("ask"), str) and case["ask"].strip())
    )
