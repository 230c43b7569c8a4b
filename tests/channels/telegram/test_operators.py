"""What operators have that others have not: /explain, and what was not understood."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from running_bot import RunningBot
from telegram_server import TelegramServer
from telegram_server.people import Person
from telegram_server.world import Json
from town import Town

from careerbot.bot.channels.telegram.commands import PRIVATE
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.misses.miss import Miss
from careerbot.bot.misses.reading import misses_in
from careerbot.bot.stores.sqlite_records import SqliteRecordStore

THUMBS = [["👍", "👎"]]


@dataclass(frozen=True)
class Office:
    town: Town
    operator: Person

    def misses(self) -> list[Miss]:
        """What is kept, as `careerbot unanswered` reads it."""
        self.town.settle()
        with SqliteRecordStore(self.town.bot.state / "memory.sqlite3") as store:
            return [kept.miss for kept in misses_in(store)]


@pytest.fixture(scope="module")
def _shared_office(adviser: Adviser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with TelegramServer() as telegram:
        operator = telegram.user("Olga")
        operator.say("hi")  # as whoever runs a bot has done before
        settings = {"CAREERBOT_OPERATORS": f"1, {operator.id}", "CAREERBOT_KEEP_MISSES": "on"}
        with RunningBot(telegram, tmp_path_factory.mktemp("bot"), **settings) as bot:
            yield Office(Town(telegram, bot), operator)


@pytest.fixture
def office(_shared_office: Office) -> Iterator[Office]:
    yield _shared_office
    assert _shared_office.town.telegram.violations() == []
    assert '"level": "error"' not in _shared_office.town.bot.log


def buttons(message: Json) -> list[list[str]]:
    return message["buttons"] or []


# /explain -----------------------------------------------------------------------------------------------------


def test_explains_the_text_behind_it(office: Office) -> None:
    """The text behind the command, after what was said before."""
    office.operator.ask("what does an sre do")
    text = office.operator.ask("/explain and what does it pay?")["text"]

    assert text.startswith("message: and what does it pay?")
    assert "gave: roles = site_reliability_engineer" in text
    assert "site_reliability_engineer.pay: average pay listed as $140,000 to $185,000" in text


def test_explains_the_last_one(office: Office) -> None:
    """Alone, it explains the last message, with the memory as it was then."""
    office.operator.ask("what does a data scientist do")
    office.operator.ask("skills?")
    text = office.operator.ask("/explain")["text"]

    assert text.startswith("message: skills?")
    assert "gave: roles = data_scientist" in text


def test_explains_the_replied_one(office: Office) -> None:
    """In reply to a message, theirs or the bot's, it explains that one."""
    said = office.operator.say("what does a data scientist earn")
    (answer,) = office.operator.wait(after=said)
    office.operator.ask("thanks")

    for message in (said, answer):
        text = office.operator.ask("/explain", reply_to=message["message_id"])["text"]
        assert text.startswith("message: what does a data scientist earn")


def test_explains_no_button(office: Office) -> None:
    """A press was not understood but resolved, and that is said."""
    answer = office.operator.ask("what does an sre earn")
    office.operator.press(answer, "Site Reliability Engineer skills")
    office.operator.wait(after=answer)

    assert "skills:site_reliability_engineer" in office.operator.ask("/explain")["text"]


def test_a_long_explanation(office: Office) -> None:
    """However long it is, it comes in messages that fit, and nothing of what was said is markup."""
    said = office.operator.say("/explain " + "what does a <b>sre</b> & ml engineer earn? " * 60)
    office.operator.wait(after=said)
    office.town.settle()

    assert len(office.operator.wait(after=said)) > 1


def test_nobody_else_explains(office: Office) -> None:
    """For others, and in groups, it is a command that does not exist, as any other that does not."""
    ann = office.town.person()
    assert ann.ask("/explain what does an sre earn")["text"] == ann.ask("/nonsense")["text"]

    group = office.town.telegram.group(office.operator, ann)
    said = office.operator.say("/explain sre pay", group)
    office.town.settle()
    assert [message for message in group.by_bot() if message["message_id"] > said["message_id"]] == []


def test_menus(office: Office) -> None:
    """The operator's own menu has it, the public ones do not."""
    office.town.telegram.wait_calls("setMyCommands", count=7)  # the last one is the operator's
    menus = {menu["scope"]: [each["command"] for each in menu["commands"]] for menu in office.town.telegram.menus()}
    own = [names for scope, names in menus.items() if str(office.operator.id) in scope]

    assert own == [[*PRIVATE, "explain"]]
    assert [scope for scope, names in menus.items() if "explain" in names and '"chat"' not in scope] == []


def test_no_operator_any_more(adviser: Adviser, tmp_path: Path) -> None:
    """Who is taken out of the setting loses the menu and the command."""
    with TelegramServer() as telegram:
        operator = telegram.user("Olga")
        operator.say("hi")
        with RunningBot(telegram, tmp_path, CAREERBOT_OPERATORS=str(operator.id)):
            telegram.wait_calls("setMyCommands", count=7)
        with RunningBot(telegram, tmp_path):
            telegram.wait_calls("deleteMyCommands", timeout=20)
            assert operator.ask("/explain hi")["text"] == operator.ask("/nonsense")["text"]
        assert [menu for menu in telegram.menus() if str(operator.id) in menu["scope"] and menu["commands"]] == []


# Misses -------------------------------------------------------------------------------------------------------


def test_misses_are_kept(office: Office) -> None:
    """What was not understood is kept without what tells who said it; what was answered is not."""
    ann = office.town.person()
    before = office.misses()
    ann.ask("i'm Priya, mail p@example.org: who won the game in 1998")
    ann.ask("what does an sre earn")

    (miss,) = [miss for miss in office.misses() if miss not in before]
    assert miss.text == "i'm [name], mail [email]: who won the game in [number]"
    assert miss.why == "out_of_scope"
    assert office.town.bot.database().count(str(ann.id).encode() + b":miss") == 0


def test_an_edit_takes_it_back(office: Office) -> None:
    """A message that was edited into one that is understood is no miss any more."""
    ann = office.town.person()
    said = ann.say("what does a srqwz erqn in 1")
    (reply,) = ann.wait(after=said)
    count = len(office.misses())
    ann.edit(said, "what does an sre earn")
    ann.wait_edit(reply)

    assert len(office.misses()) == count - 1


def test_thumbs(office: Office) -> None:
    """Thumbs are the last row under an answer; pressed, they are kept and go."""
    ann = office.town.person()
    answer = ann.ask("how much does a data scientist get")
    assert buttons(answer)[-1:] == THUMBS
    ann.press(answer, "👎")

    assert buttons(ann.wait_edit(answer)) == buttons(answer)[:-1]
    assert [(miss.text, miss.why) for miss in office.misses() if "scientist get" in miss.text] == [
        ("how much does a data scientist get", "bad")
    ]


def test_no_thumbs_in_the_way(office: Office) -> None:
    """Small talk and choices have none."""
    ann = office.town.person()

    for text in ("hello", "/pay", "/help", "/privacy"):
        assert not [row for row in buttons(ann.ask(text)) if "👎" in row], text


def test_thumbs_of_others(office: Office) -> None:
    """In a group only whose talk it is judges it."""
    ann, bob = office.town.person("Ann"), office.town.person("Bob")
    group = office.town.telegram.group(ann, bob)
    answer = ann.ask("/ask what do you think of sre pay", group)
    count = len(office.misses())
    press = bob.press(answer, "👎", group)

    assert office.town.telegram.wait_answer(press["query_id"])["text"] == WORDS["not_yours"]
    assert len(office.misses()) == count


def test_forgotten(office: Office) -> None:
    """/forget takes a person's misses and thumbs along, and leaves those of others."""
    ann, bob = office.town.person("Ann"), office.town.person("Bob")
    ann.ask("who won the cup of tea")
    ann.press(ann.ask("what does an mle earn in tea"), "👎")
    bob.ask("who won the cup of coffee")
    assert [miss for miss in office.misses() if " tea" in miss.text]
    ann.ask("/forget")

    kept = [miss.text for miss in office.misses()]
    assert not [text for text in kept if " tea" in text]
    assert "who won the cup of coffee" in kept
    assert b"cup of tea" not in office.town.bot.database()


def test_privacy_says_it(office: Office, town: Town) -> None:
    """People are told where misses are kept, and for how long; elsewhere nothing is said of it."""
    told = office.town.person().ask("/privacy")["text"]

    assert "For 90 days, messages I did not understand and your 👍 and 👎" in told
    assert "did not understand" not in town.person().ask("/privacy")["text"]


def test_off(town: Town) -> None:
    """By itself nothing is kept, and there are no thumbs."""
    ann = town.person()
    ann.ask("who won the game")
    assert not [row for row in buttons(ann.ask("what does an sre earn")) if "👎" in row]
    town.settle()

    with SqliteRecordStore(town.bot.state / "memory.sqlite3") as store:
        assert misses_in(store) == []
