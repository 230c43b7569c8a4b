"""Messages as people write them, one file for each question type: intents/<question type>.yaml.

A message: `ask`, then any of the expectations that `misread` in test_cases.py reads. The comment at the top of a file
says what belongs to the type and what does not; messages of its neighbours stand there too, with their own intents.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from test_cases import misread

from careerbot.bot.conversation import Adviser
from careerbot.intents import catalogue

FOLDER = Path(__file__).parent / "intents"
FILES = sorted(FOLDER.glob("*.yaml"))
QUESTION_TYPES = {handler.parent.name for handler in Path(catalogue.__file__).parent.glob("*/handler.py")}
FEWEST = 15
KEYS = {"ask", "intents", "roles", "roles_include", "skills", "outcome", "contains", "omits"}


def messages(file: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize(
    "message",
    [pytest.param(message, id=f"{file.stem}: {message['ask']}") for file in FILES for message in messages(file)],
)
def test_message(message: dict[str, Any], adviser: Adviser) -> None:
    """A message that a person would write is understood as its author meant it, whatever its spelling and manners."""
    found, text = misread(message, adviser)
    assert not found, text


@pytest.mark.parametrize("question_type", sorted(QUESTION_TYPES))
def test_every_question_type_has_messages(question_type: str) -> None:
    """No question type goes without messages that were written apart from its phrases."""
    assert len(messages(FOLDER / f"{question_type}.yaml")) >= FEWEST


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_message_file(file: Path) -> None:
    """A file belongs to a question type, says nothing twice, expects something, and misspells no key."""
    read = messages(file)
    asks = [message["ask"] for message in read]
    assert file.stem in QUESTION_TYPES
    assert len(asks) == len(set(asks))
    assert [message["ask"] for message in read if len(message) < 2 or set(message) - KEYS] == []
