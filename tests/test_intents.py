"""Messages as people write them, one file for each question type: intents/<question type>.yaml.

A message: `ask`, then any of the expectations of careerbot/bot/testing/expectations.py. The comment at the top of a
file says what belongs to the type and what does not; messages of its neighbours stand there too, with their intents.
"""

from pathlib import Path

import pytest

from careerbot.bot.conversation import Adviser
from careerbot.bot.testing.files import Script, read_scripts
from careerbot.bot.testing.report import told
from careerbot.bot.testing.trial import hold, known_of
from careerbot.intents import catalogue

FOLDER = Path(__file__).parent / "intents"
FILES = sorted(FOLDER.glob("*.yaml"))
QUESTION_TYPES = {handler.parent.name for handler in Path(catalogue.__file__).parent.glob("*/handler.py")}
FEWEST = 15


def messages(file: Path) -> tuple[Script, ...]:
    return read_scripts([file]).scripts


@pytest.mark.parametrize(
    "message", [pytest.param(message, id=message.name) for file in FILES for message in messages(file)]
)
def test_message(message: Script, adviser: Adviser) -> None:
    """A message that a person would write is understood as its author meant it, whatever its spelling and manners."""
    wrong = [line for held in hold([message], adviser) if held.wrong for line, _ in told(held, adviser)]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("question_type", sorted(QUESTION_TYPES))
def test_every_question_type_has_messages(question_type: str) -> None:
    """No question type goes without messages that were written apart from its phrases."""
    assert len(messages(FOLDER / f"{question_type}.yaml")) >= FEWEST


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_message_file(file: Path, adviser: Adviser) -> None:
    """A file belongs to a question type, says nothing twice, expects something, and misspells no key and no name."""
    read = read_scripts([file], known_of(adviser))
    asks = [turn.said for script in read.scripts for turn in script.turns]
    assert file.stem in QUESTION_TYPES
    assert len(asks) == len(set(asks))
    assert [turn.said for script in read.scripts for turn in script.turns if not turn.expected] == []
    assert read.problems == ()
