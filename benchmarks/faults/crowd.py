"""Many people who write, and what each of them got."""

import time
from collections import Counter
from threading import Thread

from telegram_server import TelegramProcess
from telegram_server.people import Person

QUESTIONS = (
    ("what does an sre earn", "$140,000"),
    ("and the skills?", "distributed systems"),
    ("what does a data scientist earn", "$130,000"),
    ("and the skills?", "Advanced statistics"),
    ("what do they do", "Building statistical models"),
)
"""What each of them asks one after the other, and what is in the right answer alone: half of it only in context."""
ALL_ANSWERED = 240.0
"""Seconds after which that is not going to happen."""


class Crowd:
    def __init__(self, telegram: TelegramProcess) -> None:
        self._telegram = telegram
        self._asked: Counter[Person] = Counter()

    def ask_at_once(self, people: int) -> int:
        """Everybody asks everything: the number of messages."""
        newcomers = [self._telegram.user(f"Person {n}") for n in range(people)]
        for _ in QUESTIONS:
            for person in newcomers:
                self._ask(person)
        return people * len(QUESTIONS)

    def talk(self, rate: float, seconds: float) -> Thread:
        """So many messages a second, each person's second one some seconds after the first. Begun when it returns."""
        talking = Thread(target=self._talk, args=(rate / 2, seconds))
        talking.start()
        return talking

    def ask_again(self) -> None:
        """Everybody asks the next thing."""
        for person in list(self._asked):
            self._ask(person)

    def settled(self) -> float:
        """Wait until whatever is to be answered is: seconds."""
        began = time.monotonic()
        self._telegram.call("wait_settled", timeout=ALL_ANSWERED)
        return round(time.monotonic() - began, 1)

    def counted(self) -> dict[str, int]:
        """Messages, those never answered rightly, answers that came once more, and anything else that was said."""
        count: Counter[str] = Counter({"messages": self._asked.total(), "lost": 0, "repeats": 0, "others": 0})
        for person, asked in self._asked.items():
            texts = [message["text"] for message in person.by_bot()]
            times = [sum(words in text for text in texts) for _, words in QUESTIONS[:asked]]
            count["lost"] += times.count(0)
            count["repeats"] += sum(max(0, each - 1) for each in times)
            count["others"] += len(texts) - sum(times)
        return dict(count)

    # ----------------------------------------------------------------------------------------------------------

    def _ask(self, person: Person) -> None:
        text, _ = QUESTIONS[self._asked[person]]
        self._asked[person] += 1
        person.say(text)

    def _talk(self, rate: float, seconds: float) -> None:
        began = time.monotonic()
        people: list[Person] = []
        later = int(2 * rate)
        for n in range(int(rate * seconds) + later):
            time.sleep(max(0.0, began + n / rate - time.monotonic()))
            if n < rate * seconds:
                people.append(self._telegram.user(f"Person {n}"))
                self._ask(people[-1])
            if n >= later:
                self._ask(people[n - later])
