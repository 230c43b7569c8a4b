"""One adviser for the whole run: compiling the knowledge takes seconds, answering does not."""

import pytest

from careerbot.bot.compiled import load_adviser
from careerbot.bot.conversation import Adviser
from careerbot.bot.settings import Settings


@pytest.fixture(scope="session")
def adviser() -> Adviser:
    """The real one, from the usual cache."""
    return load_adviser(cache=Settings.read().cache)
