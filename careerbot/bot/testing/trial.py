"""Conversations held with an adviser, turn by turn."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.testing.expectations import Came, Wrong, wrong
from careerbot.bot.testing.files import Known, Script, Turn


class Held(NamedTuple):
    """One turn as it went."""

    script: Script
    number: int
    """From 1."""
    turn: Turn
    before: Memory
    came: Came
    wrong: tuple[Wrong, ...]


def hold(scripts: Iterable[Script], adviser: Adviser) -> Iterator[Held]:
    """Every turn of these conversations, with the memory of the turns before, as a store would hand it back."""
    for script in scripts:
        memory = Memory()
        for number, turn in enumerate(script.turns, start=1):
            answer, after = adviser.respond(turn.said, memory)
            came = Came.of(answer, turn.alone)
            yield Held(script, number, turn, memory, came, wrong(turn.expected, came))
            memory = Memory.from_json(after.to_json())


def known_of(adviser: Adviser) -> Known:
    """What expectations may name."""
    return {"intents": adviser.intents, "roles": tuple(adviser.choices.roles), "skills": tuple(adviser.choices.skills)}
