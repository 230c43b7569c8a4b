"""getUpdates."""

import http.client
import threading
import time
from typing import Any

from telegram_server import Person, TelegramServer

from telegram_server_tests.calling import Api, Refused, words


class Later:
    """A call in another thread."""

    def __init__(self, api: Api, **params: Any) -> None:
        self.result: Any = None
        self._thread = threading.Thread(target=self._run, args=(api, params))
        self._thread.start()

    def _run(self, api: Api, params: dict[str, Any]) -> None:
        self.result = api("getUpdates", **params)

    def wait(self) -> Any:
        """Its result."""
        self._thread.join(10)
        return self.result


def ids(updates: list[dict[str, Any]]) -> list[int]:
    """Numbers of updates."""
    return [update["update_id"] for update in updates]


def test_offset_confirms(api: Api, ann: Person) -> None:
    """Updates come until an offset above them is named."""
    first, second = (ann.say(text)["update_id"] for text in "ab")

    assert [first, second] == ids(api("getUpdates")) == ids(api("getUpdates"))
    assert [second] == ids(api("getUpdates", offset=second)) == ids(api("getUpdates", offset=0))
    assert api("getUpdates", offset=second + 1) == []


def test_limit_and_negative_offset(api: Api, ann: Person) -> None:
    """A limit takes the first, a negative offset keeps the last."""
    numbers = [ann.say(text)["update_id"] for text in "abc"]

    assert numbers[:2] == ids(api("getUpdates", limit=2))
    assert numbers[-1:] == ids(api("getUpdates", offset=-1)) == ids(api("getUpdates"))


def test_long_poll(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A poll waits for the next update and no longer."""
    poll = Later(api, timeout=10)
    telegram.wait_ready()
    began = time.monotonic()
    said = ann.say("hi")

    assert [said["update_id"]] == ids(poll.wait())
    assert time.monotonic() - began < 2


def test_second_poller(telegram: TelegramServer, api: Api) -> None:
    """A second poll ends the first with 409."""
    first = Later(api, timeout=10)
    telegram.wait_ready()
    second = Later(api, timeout=1)

    assert (
        Refused(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            {},
        )
        == first.wait()
    )
    assert second.wait() == []


def test_poll_and_webhook(telegram: TelegramServer, api: Api) -> None:
    """The method setWebhook ends a poll, and while it is set there is none."""
    poll = Later(api, timeout=10)
    telegram.wait_ready()
    api("setWebhook", url="http://127.0.0.1:9/")

    assert words(poll.wait()) == "Conflict: terminated by setWebhook request"
    assert words(api("getUpdates")) == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    assert (api("deleteWebhook"), api("getUpdates")) == (True, [])


def test_allowed_updates_stick(api: Api, ann: Person) -> None:
    """What the bot wants stays as it said until it says otherwise."""
    api("getUpdates", allowed_updates=["callback_query"])
    api("getUpdates")
    assert ann.say("a")["update_id"] is None

    api("getUpdates", allowed_updates=[])
    assert ann.say("b")["update_id"] is not None


def test_old_updates_expire(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """After a day a message is not handed out any more, an inline query after half a minute."""
    ann.say("a")
    ann.inline("sre")
    telegram.advance(31)
    assert [[key for key in update if key != "update_id"] for update in api("getUpdates")] == [["message"]]

    telegram.advance(86400)
    assert api("getUpdates") == []


def test_settled(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """wait_settled returns once everything is confirmed."""
    said = ann.say("a")
    api("getUpdates", offset=said["update_id"] + 1)
    telegram.wait_settled()

    assert telegram.state()["pending"] == []


def test_hung_up(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A poll ends when the bot goes away, and what comes then waits for the next."""
    connection = http.client.HTTPConnection("127.0.0.1", telegram.port)
    connection.request("GET", f"/bot{telegram.token}/getUpdates?timeout=50")
    telegram.wait_ready()
    connection.close()
    telegram.wait_gone()
    said = ann.say("hi")

    assert [said["update_id"]] == ids(api("getUpdates"))
    assert len(telegram.deliveries()) == 1
