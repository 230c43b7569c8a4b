"""Understanding may not get worse. That each clean message is understood, tests/test_intents.py says."""

from pathlib import Path
from zlib import crc32

import pytest
import yaml
from domain.asked import own
from domain.score import Score, score
from intents.typos import mistyped

from careerbot.bot.conversation import Adviser

LEAST: dict[str, float] = yaml.safe_load((Path(__file__).parent / "least.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def found(adviser: Adviser) -> Score:
    return score(adviser, own(), [once_mistyped(message.text) for message in own()])


def once_mistyped(text: str) -> str:
    """A message has its own typing errors, whatever else is asked."""
    return mistyped([text], seed=crc32(text.encode()))[0]


@pytest.mark.parametrize("figure", sorted(LEAST))
def test_mistyped_messages_are_understood(figure: str, found: Score) -> None:
    """The figure that was once reached is kept."""
    assert getattr(found, figure).value >= LEAST[figure]
