"""Whole conversations through the real program, as people read them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from telegram_server.people import Chat, Person
from telegram_server.world import Json
from town import Town

from careerbot.bot.testing.expectations import Came, wrong

HERE = Path(__file__).parent
PRIVATE = sorted((HERE.parents[1] / "conversations").glob("*.yaml"))


def problems(turn: dict[str, Any], text: str) -> list[str]:
    """What the text lacks of what the author of the turn wrote."""
    read: dict[str, Any] = {key: turn[key] for key in ("contains", "omits", "contains_one_of") if key in turn}
    found = wrong(read, Came((), (), (), (), "", text))
    return [f"{turn['say']!r}: {each.key} {each.expected}\n    said: {text}" for each in found]


@pytest.mark.parametrize("file", PRIVATE, ids=lambda file: file.stem)
def test_private(file: Path, town: Town) -> None:
    """Each turn reads in Telegram as its author wrote."""
    ann = town.person()
    missed: list[str] = []
    for turn in yaml.safe_load(file.read_text(encoding="utf-8"))["turns"]:
        said = ann.say(turn["say"])
        ann.wait(after=said)
        town.settle()
        text = "\n".join(_read(town, message) for message in ann.wait(after=said))
        missed += problems(turn, text)

    assert not missed, "\n" + "\n".join(missed)


def _read(town: Town, message: Json) -> str:
    """The words of a message, and those in the file that it may be."""
    words: str = message["text"]
    file = message["document"]
    return f"{words}\n{town.telegram.file(file['file_id']).decode()}" if file else words


def test_group(town: Town) -> None:
    """Several people in a group: each in their own context, or in that of the message they reply to."""
    script = yaml.safe_load((HERE / "group_talk.yaml").read_text(encoding="utf-8"))
    people = {name: town.person(name) for name in script["members"]}
    group = town.telegram.group(*people.values(), supergroup=True)
    missed: list[str] = []
    replies: list[int | None] = []
    for turn in script["turns"]:
        text, reply = _said(town, group, people[turn["who"]], turn, replies)
        replies.append(reply)
        missed += problems(turn, text)
        if turn.get("quiet", False) != (reply is None):
            missed.append(f"{turn['say']!r}: said {text!r}")

    assert not missed, "\n" + "\n".join(missed)


def _said(
    town: Town, group: Chat, who: Person, turn: dict[str, Any], replies: list[int | None]
) -> tuple[str, int | None]:
    """What the bot said to this turn, and the number of that message."""
    more = {"reply_to": replies[turn["to"] - 1]} if "to" in turn else {}
    said = who.say(turn["say"].replace("@us", f"@{town.telegram.username}"), group, **more)
    town.settle()
    heard = [message for message in group.by_bot() if message["message_id"] > said["message_id"]]
    assert all(message["reply_to"] == said["message_id"] for message in heard[:1])
    return "\n".join(message["text"] for message in heard), heard[0]["message_id"] if heard else None
