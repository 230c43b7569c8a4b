"""The conversations in conversations/*.yaml, turn by turn, as a person would read them.

What a turn may expect stands in careerbot/bot/testing/expectations.py. `careerbot test` does the same without pytest.
"""

from pathlib import Path

import pytest

from careerbot.bot.conversation import Adviser
from careerbot.bot.testing.files import read_scripts
from careerbot.bot.testing.report import told
from careerbot.bot.testing.trial import hold, known_of

FILES = sorted((Path(__file__).parent / "conversations").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_conversation(file: Path, adviser: Adviser) -> None:
    """Each turn says what its author wrote, with the memory of the turns before."""
    read = read_scripts([file], known_of(adviser))
    assert read.problems == ()
    wrong = [line for held in hold(read.scripts, adviser) if held.wrong for line, _ in told(held, adviser)]
    assert not wrong, "\n" + "\n".join(wrong)
