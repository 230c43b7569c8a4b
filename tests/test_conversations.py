"""The conversations in conversations/*.yaml, turn by turn, as a person would read them.

A turn: `say`, then any of `contains`, `omits`, `contains_one_of`, `intents`, `roles`, `outcome`.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import contains

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Answer

FILES = sorted((Path(__file__).parent / "conversations").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_conversation(file: Path, adviser: Adviser) -> None:
    """Each turn says what its author wrote, with the memory of the turns before."""
    memory = Memory()
    wrong: list[str] = []
    for number, turn in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))["turns"], start=1):
        answer, memory = adviser.respond(turn["say"], memory)
        memory = Memory.from_json(memory.to_json())  # as a store would hand it back
        wrong += [
            f"turn {number}, {turn['say']!r}: {problem}\n    said: {plain(answer)}"
            for problem in problems(turn, answer)
        ]
    assert not wrong, "\n" + "\n".join(wrong)


def problems(turn: dict[str, Any], answer: Answer) -> list[str]:
    text = plain(answer)
    found = [f"should contain {wanted!r}" for wanted in turn.get("contains", []) if not contains(text, wanted)]
    found += [f"should not contain {unwanted!r}" for unwanted in turn.get("omits", []) if contains(text, unwanted)]
    alternatives = turn.get("contains_one_of")
    if alternatives and not any(all(contains(text, wanted) for wanted in each) for each in alternatives):
        found.append(f"should contain one of {alternatives}")
    understood = {
        "intents": [query.intent for query in answer.queries],
        "roles": list(answer.roles),
        "outcome": answer.outcome,
    }
    found += [
        f"{name} should be {turn[name]}, not {value}"
        for name, value in understood.items()
        if name in turn and turn[name] != value
    ]
    return found
