"""What is remembered outlives a change of version, and a change of the knowledge."""

import json

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Asked, Memory
from careerbot.intents.base import Profile


def test_a_memory_of_the_first_schema_is_read() -> None:
    """What an older version kept is still known: what it had no field for is empty."""
    old = json.dumps(
        {
            "schema": 1, "asked": [], "shown": ["data_scientist"],
            "pending": {"kind": "role", "options": [], "intent": ""},
            "profile": {"skills": ["python"], "unlisted_skills": [], "role": None, "title": "nurse", "goal": None},
            "misses": 0, "turns": 3,
        }
    )  # fmt: skip

    memory = Memory.from_json(old)

    assert memory.profile == Profile(skills=("python",), title="nurse")
    assert (memory.shown, memory.turns) == (("data_scientist",), 3)


def test_roles_that_are_gone_are_no_longer_remembered(adviser: Adviser) -> None:
    """After a role or skill left the knowledge, whoever talked about it is answered as before."""
    gone = Memory(
        asked=(Asked("pay", roles=("lamplighter",), skills=("wicks",)),),
        shown=("lamplighter", "data_scientist"),
        profile=Profile(
            skills=("wicks", "python"), role="lamplighter", goal="lamplighter", plan="lamplighter",
            shortlist=("lamplighter", "data_scientist"),
        ),
    )  # fmt: skip

    for message in ("what fits me", "and what does it pay", "the first one", "what do you know about me"):
        _, memory = adviser.respond(message, gone)
        assert "lamplighter" not in memory.to_json()
        assert "python" in memory.profile.skills
