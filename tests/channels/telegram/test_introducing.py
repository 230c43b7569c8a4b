"""How the bot presents itself."""

import pytest
from town import Town

from careerbot.bot.channels.telegram.commands import GROUP, PRIVATE, QUESTIONS
from careerbot.bot.channels.telegram.words import WORDS


def test_menus(town: Town) -> None:
    """Private chats and groups have their menu, with a description for each command."""
    town.telegram.wait_calls("getMyShortDescription")
    menus = {menu["scope"]: menu["commands"] for menu in town.telegram.menus()}
    found = {scope: [command["command"] for command in commands] for scope, commands in menus.items()}

    assert found['{"type": "all_private_chats"}'] == list(PRIVATE)
    assert found['{"type": "all_group_chats"}'] == list(GROUP)


def test_profile(town: Town) -> None:
    """Name and descriptions are those of the language files: for apps in German the German ones."""
    town.telegram.wait_calls("setMyShortDescription", count=2)
    profile = town.telegram.profile()

    for kind, name in (("names", "bot_name"), ("descriptions", "bot_description")):
        assert profile[kind] == {"": WORDS.of("en")[name], "de": WORDS.of("de")[name]}
    assert profile["short_descriptions"]["de"] == WORDS.of("de")["bot_short_description"]


def test_set_only_where_different(own_town: Town) -> None:
    """A second start sets nothing anew: Telegram allows few changes of a name."""
    own_town.telegram.wait_calls("setMyShortDescription", count=2)
    own_town.bot.stop()
    own_town.bot.ready()
    own_town.telegram.wait_calls("getMyShortDescription", count=4)
    own_town.settle()

    assert len(own_town.telegram.calls("setMyName")) == 2
    assert len(own_town.telegram.calls("setMyCommands")) == 6


def test_refused_introduction(own_town: Town) -> None:
    """When Telegram does not let us set the name, the bot answers all the same, and tells it in one line."""
    own_town.bot.stop()
    own_town.telegram.fault("flood", method="getMyName", seconds=3600)
    own_town.bot.ready()

    assert own_town.person().ask("hi")
    own_town.telegram.wait_calls("getMyShortDescription")
    assert own_town.bot.log.count("name could not be set") == 1


@pytest.mark.parametrize(
    ("name", "longest"), [("bot_name", 64), ("bot_description", 512), ("bot_short_description", 120)]
)
def test_length(name: str, longest: int) -> None:
    """What the bot says of itself fits."""
    assert 0 < len(WORDS[name]) <= longest


def test_commands_are_described() -> None:
    """Every command in a menu exists and has a description that fits."""
    for name in {*PRIVATE, *GROUP}:
        assert name in QUESTIONS or name in ("reset", "forget")
        assert 1 <= len(WORDS[f"command_{name}"]) <= 256


def test_words_for_presses_fit() -> None:
    """What a press is acknowledged with has at most 200 characters."""
    for name in ("old_button", "unknown_button", "old_page", "not_yours", "double_press", "trouble_press"):
        assert len(WORDS[name]) <= 200
