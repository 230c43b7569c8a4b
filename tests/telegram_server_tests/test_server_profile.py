"""Commands, names and descriptions."""

from typing import Any

import pytest
from telegram_server import TelegramServer

from telegram_server_tests.calling import Api, words


def test_scopes_and_languages(telegram: TelegramServer, api: Api) -> None:
    """Each scope and language has its own menu."""
    pay = [{"command": "pay", "description": "Pay"}]
    groups = {"type": "all_group_chats"}
    api("setMyCommands", commands=pay)
    api("setMyCommands", commands=[], scope=groups)
    api("setMyCommands", commands=pay, scope=groups, language_code="de")

    assert pay == api("getMyCommands") == api("getMyCommands", scope=groups, language_code="de")
    assert [] == api("getMyCommands", scope=groups) == api("getMyCommands", language_code="de")
    assert [("", pay), ("", []), ("de", pay)] == [(menu["language"], menu["commands"]) for menu in telegram.menus()]
    api("deleteMyCommands")
    assert api("getMyCommands") == []


@pytest.mark.parametrize(
    ("command", "description", "complaint"),
    [
        ("", "x", "command must be non-empty"),
        ("a" * 33, "x", "command length must not exceed 32"),
        ("Pay", "x", "BOT_COMMAND_INVALID"),
        ("pay", "", "command description must be non-empty"),
        ("pay", "x" * 257, "command description length must not exceed 256"),
    ],
)
def test_wrong_commands(api: Api, command: str, description: str, complaint: str) -> None:
    """Names are a-z, 0-9 and _, 1-32 of them; descriptions have 1-256 characters."""
    commands = [{"command": command, "description": description}]

    assert f"Bad Request: {complaint}" == words(api("setMyCommands", commands=commands))


def test_too_many_commands(api: Api) -> None:
    """At most 100."""
    commands: list[dict[str, Any]] = [{"command": f"c{number}", "description": "x"} for number in range(101)]

    assert words(api("setMyCommands", commands=commands)) == "Bad Request: BOT_COMMANDS_TOO_MUCH"


@pytest.mark.parametrize(
    ("what", "field", "limit"),
    [("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
def test_texts(api: Api, what: str, field: str, limit: int) -> None:
    """Each text has a limit, and a language falls back on that for all."""
    api(f"setMy{what}", **{field: "x" * limit})
    api(f"setMy{what}", **{field: "y", "language_code": "de"})

    assert ("x" * limit, "y") == (api(f"getMy{what}")[field], api(f"getMy{what}", language_code="de")[field])
    assert words(api(f"setMy{what}", **{field: "x" * (limit + 1)})).startswith("Bad Request: BOT_")
    assert words(api(f"setMy{what}", language_code="German")) == "Bad Request: invalid language code specified"
