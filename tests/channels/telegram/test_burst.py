"""Kill -9 in the middle of a burst. benchmarks/faults has the same with thousands, and with replicas."""

from pathlib import Path
from signal import SIGKILL

import pytest
from running_bot import RunningBot
from serving_bot import ServingBot
from telegram_server import TelegramServer
from waiting import until

from careerbot.bot.conversation import Adviser

PEOPLE = 40
ASKED = {
    "what does an sre earn": "$140,000",
    "and the skills?": "distributed systems",
    "what does a data scientist earn": "$130,000",
}


@pytest.mark.parametrize("way", [RunningBot, ServingBot])
def test_killed(adviser: Adviser, telegram: TelegramServer, tmp_path: Path, way: type[RunningBot | ServingBot]) -> None:
    """Every message is answered rightly, none twice but what was on its way at the kill: one of each person at most."""
    people = [telegram.user(f"Person {n}") for n in range(PEOPLE)]
    for text in ASKED:
        for person in people:
            person.say(text)
    bot = way(telegram, tmp_path).start()
    until(lambda: len(telegram.calls("sendMessage")) > PEOPLE)
    assert bot.process
    bot.process.send_signal(SIGKILL)
    bot.process.wait()
    until(lambda: not telegram.state()["polling"])
    with bot:
        telegram.wait_settled(timeout=20)

    got = [[message["text"] for message in person.by_bot()] for person in people]
    times = [sum(words in text for text in texts) for texts in got for words in ASKED.values()]
    assert min(times) == 1
    assert sum(times) <= len(times) + PEOPLE
