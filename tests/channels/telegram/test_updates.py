"""No update is lost, none is answered twice, whatever happens to the process."""

import pytest
from running_bot import RunningBot
from telegram_server import TelegramServer
from telegram_server.people import Person
from town import Town
from waiting import until


def texts(person: Person) -> list[str]:
    return [message["text"] for message in person.by_bot()]


def test_delivered_twice(town: Town) -> None:
    """An update that Telegram delivers again is answered once."""
    ann = town.person()
    said = ann.say("what does an sre earn")
    ann.wait(after=said)
    town.settle()
    town.telegram.repeat(said["update_id"])
    town.settle()

    assert len(ann.by_bot()) == 1


def test_delivered_again_after_a_restart(own_town: Town) -> None:
    """An update answered in an earlier run is not answered again."""
    ann = own_town.person()
    said = ann.say("what does an sre earn")
    ann.wait(after=said)
    own_town.settle()
    assert own_town.bot.stop() == 0
    own_town.telegram.repeat(said["update_id"])
    own_town.bot.ready()
    own_town.settle()

    assert len(ann.by_bot()) == 1


def test_restart_keeps_context(own_town: Town) -> None:
    """A restart loses no context, and what arrived meanwhile is answered."""
    ann = own_town.person()
    ann.ask("what does an sre earn")
    assert own_town.bot.stop() == 0
    said = ann.say("and the skills?")
    own_town.bot.ready()

    assert "distributed systems" in ann.wait(after=said)[0]["text"]


def test_drop_pending(telegram: TelegramServer, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The operator can choose to drop what arrived meanwhile."""
    ann = telegram.user("Ann")
    old = ann.say("what does an sre earn")
    with RunningBot(telegram, tmp_path_factory.mktemp("bot"), "--drop-pending"):
        reply = ann.ask("what does a data scientist earn")
        telegram.wait_settled()

    assert "Data Scientist" in reply["text"]
    assert len(ann.wait(after=old)) == 1


def test_killed_before_the_answer(own_town: Town) -> None:
    """Kill -9 while the answers are on their way: after the restart every message is answered."""
    people = [own_town.person(f"Person {n}") for n in range(20)]
    own_town.telegram.fault("hang", method="sendMessage", times=-1, seconds=60)
    said = [person.say("what does an sre earn") for person in people]
    until(lambda: len(own_town.telegram.calls("sendMessage")) == len(people))
    own_town.bot.kill()
    own_town.telegram.call("clear_faults")
    own_town.bot.ready()

    for person, message in zip(people, said, strict=True):
        assert "$140,000" in person.wait(after=message, timeout=10)[0]["text"]
    own_town.confirm()
    assert [len(person.by_bot()) for person in people] == [1] * len(people)


def test_killed_after_a_slow_one_was_set_aside(own_town: Town) -> None:
    """An update that waits for long does not hold up the others' confirmation, and is not lost by a kill."""
    ann, bob = own_town.person("Ann"), own_town.person("Bob")
    own_town.telegram.fault("hang", method="sendMessage", chat_id=ann.id, times=-1, seconds=60)
    said = ann.say("what does an sre earn")
    assert bob.ask("what does a data scientist earn")
    own_town.confirm()  # though it is not answered: the store has it now
    own_town.bot.kill()
    own_town.telegram.call("clear_faults")
    own_town.bot.ready()

    assert "$140,000" in ann.wait(after=said, timeout=10)[0]["text"]
    own_town.confirm()
    assert [len(person.by_bot()) for person in (ann, bob)] == [1, 1]


def test_order_within_a_conversation(own_town: Town) -> None:
    """A person's messages are answered in the order they were sent, though the first takes longer."""
    ann = own_town.person()
    own_town.telegram.fault("slow", method="sendMessage", chat_id=ann.id, seconds=0.5)
    first = ann.say("what does an sre earn")
    ann.say("skills?")
    ann.say("what does a data scientist earn")

    said = [message["text"] for message in ann.wait(count=3, after=first)]
    assert ["$140,000" in said[0], "distributed" in said[1], "$130,000" in said[2]] == [True] * 3


def test_others_do_not_wait(own_town: Town) -> None:
    """While one person's answer hangs, others get theirs."""
    ann, bob = own_town.person("Ann"), own_town.person("Bob")
    own_town.telegram.fault("hang", method="sendMessage", chat_id=ann.id, times=-1, seconds=60)
    ann.say("what does an sre earn")

    assert "$130,000" in bob.ask("what does a data scientist earn")["text"]
    assert ann.by_bot() == []


@pytest.mark.parametrize("kind", ["unparseable", "wrong_type", "unknown_kind"])
def test_poison(own_town: Town, kind: str) -> None:
    """An update that nobody can read is skipped, logged at most once, and does not stop the ones after it."""
    ann = own_town.person()
    update = own_town.telegram.poison(kind)
    assert "$140,000" in ann.ask("what does an sre earn")["text"]
    own_town.settle()

    told = [line for line in own_town.bot.log.splitlines() if str(update) in line]
    assert len(told) == (0 if kind == "unknown_kind" else 1)


def test_sigterm(own_town: Town) -> None:
    """Told to stop, the bot finishes what it is answering, and exits with 0."""
    ann = own_town.person()
    own_town.telegram.fault("slow", method="sendMessage", seconds=1)
    said = ann.say("what does an sre earn")
    until(lambda: own_town.telegram.calls("sendMessage"))
    assert own_town.bot.stop() == 0

    assert len(ann.wait(after=said)) == 1
    own_town.bot.ready()
    own_town.settle()
    assert len(ann.by_bot()) == 1


def test_sigterm_in_an_outage(own_town: Town) -> None:
    """Told to stop while Telegram is out of reach, the bot still exits with 0, and loses nothing."""
    ann = own_town.person()
    own_town.telegram.fault("status", method="sendMessage", status=502, times=-1)
    said = ann.say("what does an sre earn")
    own_town.telegram.wait_calls("sendMessage")
    own_town.telegram.go_down()
    assert own_town.bot.stop() == 0
    own_town.telegram.go_up()
    own_town.telegram.call("clear_faults")
    own_town.bot.ready()

    assert "$140,000" in ann.wait(after=said, timeout=10)[0]["text"]
