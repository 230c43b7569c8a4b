"""Which language a message is in."""

import pytest

from careerbot.bot.built_in import KNOWLEDGE
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering.plain import plain
from careerbot.knowledge.load import load

TITLES = [role.title for role in load(KNOWLEDGE).knowledge.roles]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("asking", ["was verdient ein {}", "welche skills braucht ein {}", "wie werde ich {}"])
def test_an_english_title_is_no_english(adviser: Adviser, asking: str, title: str) -> None:
    """Who asks in German names the roles in English, and is answered in German."""
    answer, after = adviser.respond(asking.format(title), Memory())

    assert after.language == "de"
    assert answer.roles[:1] == answer.queries[0].roles[:1] != ()
    assert plain(answer)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_alone_keeps_the_language(adviser: Adviser, title: str) -> None:
    """A bare name is in no language: the talk goes on in the one it had."""
    for language in adviser.languages:
        _, after = adviser.respond(title, Memory(language=language))
        assert after.language == language
