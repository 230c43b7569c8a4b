"""Misbehaviour on demand."""

import gc
import http.client
import socket
import sys
import threading
import time
import urllib.error
from contextlib import suppress
from typing import Any

import pytest
from telegram_server import ControlError, Person, TelegramServer

from telegram_server_tests.calling import Api, Refused
from telegram_server_tests.webhook_bot import Answer, WebhookBot


def send(api: Api, chat_id: int) -> Any:
    """A message."""
    return api("sendMessage", chat_id=chat_id, text="x")


def test_flood(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A flood lasts as long as it says, for that chat only; who comes too early is remembered."""
    bob = telegram.user("Bob")
    telegram.fault("flood", chat_id=ann.id, seconds=0.6)
    first = send(api, ann.id)
    send(api, ann.id)

    assert Refused(429, "Too Many Requests: retry after 1", {"retry_after": 1}) == first
    assert len(telegram.early_calls()) == 1
    assert isinstance(send(api, bob.id), dict)
    time.sleep(0.61)
    assert isinstance(send(api, ann.id), dict)
    assert telegram.state()["faults"] == 0


def test_status(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A proxy's error page, after some good calls, and nothing was carried out."""
    telegram.fault("status", status=502, skip=1, times=2)
    assert isinstance(send(api, ann.id), dict)
    for _ in range(2):
        with pytest.raises(ValueError, match="Expecting value"):
            send(api, ann.id)

    assert isinstance(send(api, ann.id), dict)
    assert [call["status"] for call in telegram.calls()] == [200, 502, 502, 200]
    assert len(ann.by_bot()) == 2


def test_error(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Any refusal, for one method until told otherwise."""
    telegram.fault("error", method="sendMessage", status=500, text="Internal Server Error", times=-1)
    refused = [send(api, ann.id) for _ in range(3)]
    telegram.call("clear_faults")

    assert [Refused(500, "Internal Server Error", {})] * 3 == refused
    assert isinstance(send(api, ann.id), dict)


@pytest.mark.parametrize(("kind", "carried_out"), [("reset_before", 0), ("reset_after", 1)])
def test_reset(telegram: TelegramServer, api: Api, ann: Person, kind: str, carried_out: int) -> None:
    """The connection is cut before or after the call was carried out."""
    telegram.fault(kind)
    with pytest.raises((urllib.error.URLError, http.client.RemoteDisconnected, ConnectionError)):
        send(api, ann.id)

    assert carried_out == len(ann.by_bot())


def test_bad_json(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Half of a reply."""
    telegram.fault("bad_json")
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        send(api, ann.id)

    assert len(ann.by_bot()) == 1


def test_slow(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Carried out late."""
    telegram.fault("slow", seconds=0.2)
    send(api, ann.id)

    assert telegram.calls()[0]["took"] >= 0.2


def test_hang(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Nothing for a while, then a cut."""
    telegram.fault("hang", seconds=0.1)
    with pytest.raises((urllib.error.URLError, http.client.RemoteDisconnected, ConnectionError)):
        send(api, ann.id)


def test_repeat(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A confirmed update can come again, once."""
    said = ann.say("a")
    api("getUpdates", offset=said["update_id"] + 1)
    telegram.repeat(said["update_id"])
    again = api("getUpdates", offset=said["update_id"] + 1)

    assert [said["update_id"]] == [update["update_id"] for update in again]
    assert api("getUpdates", offset=said["update_id"] + 1) == []


def test_repeat_by_webhook(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """By webhook too."""
    with WebhookBot(lambda _update: Answer()) as bot:
        api("setWebhook", url=bot.url)
        said = ann.say("a")
        telegram.wait_settled()
        telegram.repeat(said["update_id"])
        telegram.wait_settled()

    assert [said["update_id"]] * 2 == [update["update_id"] for update in bot.updates]


@pytest.mark.parametrize("kind", ["unparseable", "wrong_type", "unknown_kind"])
def test_poison(telegram: TelegramServer, api: Api, kind: str) -> None:
    """An update that can't be read waits until it is confirmed, as any other."""
    number = telegram.poison(kind)

    assert [number] == [update["update_id"] for update in api("getUpdates")]
    assert api("getUpdates", offset=number + 1) == []


def test_down(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """While down nobody can connect; afterwards everything is as it was, on the same port."""
    ann.say("a")
    telegram.go_down()
    with pytest.raises(urllib.error.URLError):
        api("getUpdates")
    ann.say("b")
    telegram.go_up()

    assert [update["message"]["text"] for update in api("getUpdates")] == ["a", "b"]


def test_wrong_commands(telegram: TelegramServer) -> None:
    """A test that asks for what does not exist is told so."""
    with pytest.raises(ControlError, match="no command dance"):
        telegram.call("dance")
    with pytest.raises(ControlError, match="no such trouble"):
        telegram.fault("earthquake")
    with pytest.raises(ControlError, match="0 of 1 messages"):
        telegram.user("Ann").wait(timeout=0.05)


def test_closes_while_a_bot_connects(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing in a storm of new connections, the server leaves none of them open."""
    left_open: list[str] = []
    gc.collect()
    monkeypatch.setattr(sys, "unraisablehook", lambda found: left_open.append(str(found.exc_value)))

    for _ in range(10):
        over = threading.Event()
        with TelegramServer() as telegram:
            storm = [threading.Thread(target=connect_until, args=(telegram.port, over)) for _ in range(3)]
            for each in storm:
                each.start()
            time.sleep(0.05)
        over.set()
        for each in storm:
            each.join()
    gc.collect()

    assert left_open == []


def connect_until(port: int, over: threading.Event) -> None:
    """Connections, one after the other, whether they are taken or not."""
    while not over.is_set():
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            line.recv(100)
