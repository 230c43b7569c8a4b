"""The knowledge base as data that a compiled cache can keep."""

import marshal
import subprocess
import sys
from pathlib import Path

import pytest

from careerbot.knowledge.load import load
from careerbot.knowledge.plain import from_data, to_data


def test_it_comes_back_equal_through_marshal(small: Path) -> None:
    """Nothing is lost on the way through bytes."""
    knowledge = load(small).knowledge
    written = marshal.dumps(to_data(knowledge))
    assert from_data(marshal.loads(written)) == knowledge  # noqa: S302  our own bytes


def test_facts_of_roles_are_the_facts_of_the_base(small: Path) -> None:
    """A fact exists once, however it is reached."""
    knowledge = from_data(to_data(load(small).knowledge))
    duty = knowledge.role("data_scientist").duties[0]
    assert knowledge.facts[duty.id] is duty


def test_data_of_another_shape_is_refused() -> None:
    """A cache written by another version raises one of three errors, and is compiled anew."""
    for data in ({}, {"facts": [("id",)]}, {"facts": (), "roles": ((1, 2),)}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            from_data(data)


def test_answering_needs_neither_yaml_nor_pydantic() -> None:
    """The way in at start-up stays light."""
    program = (
        "import sys, careerbot.knowledge.plain; print(sorted({'yaml', 'pydantic', 'rapidfuzz'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
