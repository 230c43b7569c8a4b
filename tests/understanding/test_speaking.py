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


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("wlche zertifiktae brauhct man dafpr", "de"),
        ("sgo mri wiiveel mna da bekmomt", "de"),
        ("whihc thinsg shuold someon knwo", "en"),
    ],
)
def test_letters_tell_where_slips_left_no_word(adviser: Adviser, typed: str, language: str) -> None:
    """Every word is misspelt, and the letters still follow each other as in one of the languages."""
    assert adviser.language_of(typed) == language
    other = next(each for each in adviser.languages if each != language)
    assert adviser.respond(typed, Memory(language=other))[1].language == language


@pytest.mark.parametrize("typed", ["fair enough", "sxre $$?", "kubrnetes", "wether in delhi"])
def test_a_few_letters_tell_nothing(adviser: Adviser, typed: str) -> None:
    """What could be either goes on in the language of the talk, and is in the usual one where there was no talk."""
    assert adviser.respond(typed, Memory(language="en"))[1].language == "en"
