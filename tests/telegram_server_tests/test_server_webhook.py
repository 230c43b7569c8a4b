"""Webhooks."""

import threading
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from telegram_server import Person, TelegramServer

from telegram_server_tests.calling import Api, words
from telegram_server_tests.webhook_bot import Answer, WebhookBot


def texts(bot: WebhookBot) -> list[str]:
    """Of the messages that came."""
    return [update["message"]["text"] for update in bot.updates if "message" in update]


def test_delivery(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Updates come as POST with the secret; those that waited come too."""
    ann.say("a")
    with WebhookBot() as bot:
        api("setWebhook", url=bot.url, secret_token="s3cret-_")  # noqa: S106
        ann.say("b")
        telegram.wait_settled()

    assert (texts(bot), bot.secrets) == (["a", "b"], ["s3cret-_"] * 2)


def test_drop_pending_updates(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """What waited can be dropped."""
    ann.say("a")
    with WebhookBot() as bot:
        api("setWebhook", url=bot.url, drop_pending_updates=True)
        ann.say("b")
        telegram.wait_settled()

    assert texts(bot) == ["b"]


def test_retries(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """An update that failed comes again at once, then after 2, 4, 8 seconds of the server's clock; the next waits."""
    telegram.configure(speed=100)
    answers = iter([500, 503, 404, 302, 200, 200])
    with WebhookBot(lambda _update: Answer(next(answers))) as bot:
        api("setWebhook", url=bot.url)
        ann.say("a")
        ann.say("b")
        telegram.wait_settled()
        info = api("getWebhookInfo")
    deliveries = telegram.deliveries()
    gaps = [after["at"] - before["at"] for before, after in pairwise(deliveries)]

    assert texts(bot) == ["a"] * 5 + ["b"]
    assert [delivery["attempt"] for delivery in deliveries] == [1, 2, 3, 4, 5, 1]
    assert all(gap >= least for gap, least in zip(gaps, (0, 0.02, 0.04, 0.08), strict=False))
    assert (info["last_error_message"], info["pending_update_count"]) == ("Wrong response from the webhook: 302", 0)


def test_retry_after(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A Retry-After of the bot is honoured."""
    telegram.configure(speed=100)
    answers = iter([Answer(503, {"Retry-After": "20"}), Answer()])
    with WebhookBot(lambda _update: next(answers)) as bot:
        api("setWebhook", url=bot.url)
        ann.say("a")
        telegram.wait_settled()
    first, second = telegram.deliveries()

    assert 0.2 <= second["at"] - first["at"] < 2


def test_one_at_a_time_per_chat(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Messages of one chat wait for each other; those of other chats and presses do not."""
    bob = telegram.user("Bob")
    release = threading.Event()
    markup = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}
    menu = api("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)

    def slow(update: dict[str, Any]) -> Answer:
        if update.get("message", {}).get("text") == "first":
            release.wait(5)
        return Answer()

    with WebhookBot(slow) as bot:
        api("setWebhook", url=bot.url)
        ann.say("first")
        ann.say("second")
        bob.say("other")
        ann.press(menu, "More")
        while len(bot.updates) < 3:
            threading.Event().wait(0.005)
        early = texts(bot)
        release.set()
        telegram.wait_settled()

    assert sorted(early) == ["first", "other"]
    assert texts(bot)[-1] == "second"


def test_max_connections(telegram: TelegramServer, api: Api) -> None:
    """No more updates at once than the bot allows."""
    people = [telegram.user(f"P{number}") for number in range(12)]
    with WebhookBot() as bot:
        api("setWebhook", url=bot.url, max_connections=3)
        for person in people:
            person.say("hi")
        telegram.wait_settled()

    assert (len(bot.updates), telegram.state()["most_at_once"] <= 3) == (12, True)


def test_method_in_reply(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A method in the reply is carried out; one that gets something is not."""
    answers: Iterator[dict[str, Any]] = iter(
        [{"method": "sendMessage", "chat_id": ann.id, "text": "yes"}, {"method": "getMe"}]
    )
    with WebhookBot(lambda _update: Answer(body=next(answers))) as bot:
        api("setWebhook", url=bot.url)
        ann.say("a")
        ann.say("b")
        telegram.wait_settled()

    assert [message["text"] for message in ann.by_bot()] == ["yes"]
    assert [(call["method"], call["via"]) for call in telegram.calls() if call["via"] != "http"] == [
        ("sendMessage", "webhook reply")
    ]


def test_given_up(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A query is not tried longer than it lives."""
    telegram.configure(speed=50)
    with WebhookBot(lambda _update: Answer(500)) as bot:
        api("setWebhook", url=bot.url)
        ann.inline("sre")
        telegram.wait_settled()

    assert 2 <= len(bot.updates) <= 5


def test_gone(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A bot that answers 410 for 23 hours loses its webhook."""
    with WebhookBot(lambda _update: Answer(410)) as bot:
        api("setWebhook", url=bot.url)
        ann.say("a")
        while len(bot.updates) < 2:
            threading.Event().wait(0.005)
        telegram.advance(23 * 3600 + 60)
        while telegram.state()["webhook"]:
            threading.Event().wait(0.005)

    assert api("getWebhookInfo")["url"] == ""


def test_slow_bot(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A bot that takes too long gets the update again."""
    telegram.configure(webhook_timeout=0.5)
    first = threading.Event()

    def answer(update: dict[str, Any]) -> Answer:
        if not first.is_set():
            first.set()
            threading.Event().wait(1.0)
        return Answer()

    with WebhookBot(answer) as bot:
        api("setWebhook", url=bot.url)
        ann.say("a")
        telegram.wait_settled()

    assert texts(bot) == ["a", "a"]


def test_wrong_settings(api: Api) -> None:
    """Secrets and addresses are checked."""
    assert (
        words(api("setWebhook", url="http://x.org/", secret_token="x" * 257)) == "Bad Request: secret token is too long"
    )
    assert words(api("setWebhook", url="http://x.org/", secret_token="ö")) == (  # noqa: S106
        "Bad Request: secret token contains unallowed characters"
    )
    assert words(api("setWebhook", url="gopher://x")) == "Bad Request: invalid webhook URL specified"
