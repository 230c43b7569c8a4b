"""Telegram says "too many", fails or is out of reach; a person floods."""

from pathlib import Path

from running_bot import RunningBot
from telegram_server.people import Person
from town import Town
from waiting import until

from careerbot.bot.channels.telegram import flood

PAY = "what does an sre earn"


def test_flood_wait_is_kept(own_town: Town) -> None:
    """Told to wait for one chat, the bot waits that long for that chat, and only for that."""
    ann, bob = own_town.person("Ann"), own_town.person("Bob")
    own_town.telegram.fault("flood", method="sendMessage", chat_id=ann.id, seconds=2)
    said = ann.say(PAY)
    ann.say("skills?")
    assert "$140,000" in bob.ask(PAY)["text"]
    assert ann.by_bot() == []

    assert len(ann.wait(after=said, count=2, timeout=10)) == 2
    assert own_town.telegram.early_calls() == []


def test_server_errors(own_town: Town) -> None:
    """After errors of the server the answer comes, and comes once."""
    ann = own_town.person()
    own_town.telegram.fault("status", method="sendMessage", status=502, times=2)

    assert "$140,000" in ann.ask(PAY, timeout=10)["text"]
    own_town.settle()
    assert len(ann.by_bot()) == 1


def test_broken_connection(own_town: Town) -> None:
    """A connection cut before Telegram did anything: the call is made again."""
    ann = own_town.person()
    own_town.telegram.fault("reset_before", method="sendMessage")

    assert "$140,000" in ann.ask(PAY, timeout=10)["text"]


def test_broken_polling(own_town: Town) -> None:
    """Errors, cut connections and nonsense in reply to getUpdates pass."""
    ann = own_town.person()
    own_town.telegram.fault("status", method="getUpdates", status=500, times=2)
    own_town.telegram.fault("bad_json", method="getUpdates", skip=2)
    own_town.telegram.fault("reset_after", method="getUpdates", skip=3)
    own_town.telegram.fault("flood", method="getUpdates", skip=4, seconds=1)

    for _ in range(3):
        assert "$140,000" in ann.ask(PAY, timeout=15)["text"]


def test_outage(own_town: Town) -> None:
    """Telegram out of reach for a while: the bot lives on, tells it once, and answers what came meanwhile."""
    ann = own_town.person()
    assert ann.ask(PAY)
    own_town.telegram.go_down()
    said = ann.say("skills?")
    own_town.telegram.go_up()

    assert "distributed systems" in ann.wait(after=said, timeout=15)[0]["text"]
    assert own_town.bot.log.count("does not answer") <= 2


def test_start_in_an_outage(own_town: Town) -> None:
    """Started while Telegram is out of reach, the bot waits for it."""
    ann = own_town.person()
    own_town.bot.stop()
    own_town.telegram.go_down()
    own_town.bot.start()
    said = ann.say(PAY)
    until(lambda: "trying again" in own_town.bot.log)
    own_town.telegram.go_up()

    assert "$140,000" in ann.wait(after=said, timeout=15)[0]["text"]


def test_flood_of_one_person(own_town: Town) -> None:
    """Hundreds of messages at once: one polite notice, answers for some, and others are served meanwhile."""
    ann, bob = own_town.person("Ann"), own_town.person("Bob")
    own_town.telegram.fault("slow", method="getUpdates", seconds=0.3)
    first = ann.say("hi")
    for _ in range(299):
        ann.say("hi")
    assert "$140,000" in bob.ask(PAY, timeout=10)["text"]
    ann.wait(after=first, count=flood.BURST + 1)

    assert notices(ann) == 1
    assert len(ann.by_bot()) < flood.BURST + flood.WAITING + 10


def notices(person: Person) -> int:
    return sum("That's a lot at once" in message["text"] for message in person.by_bot())


def test_failing_store(own_town: Town) -> None:
    """When nothing can be saved, answers and follow-ups go on within the run, and the log tells it."""
    ann = own_town.person()
    own_town.bot.stop()
    for file in own_town.bot.state.iterdir():
        file.unlink()
    (own_town.bot.state / "memory.sqlite3").mkdir()
    own_town.bot.ready()
    ann.ask(PAY)

    assert "distributed systems" in ann.ask("skills?")["text"]
    assert own_town.bot.log.count("nothing is remembered beyond this run") == 1
    assert "couldn't delete" in ann.ask("/forget")["text"]


def test_two_bots_with_one_token(own_town: Town, tmp_path: Path) -> None:
    """A second program with the same token: the log tells why, and when it is gone everything goes on."""
    second = RunningBot(own_town.telegram, tmp_path / "second")
    second.log_file.parent.mkdir()
    second.start()
    until(lambda: "Another program polls" in own_town.bot.log + second.log)
    second.stop()

    assert "$140,000" in own_town.person().ask(PAY, timeout=15)["text"]
    assert '"level": "error"' not in own_town.bot.log
