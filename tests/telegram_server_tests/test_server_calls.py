"""How calls come in, and what is refused before they are carried out."""

import json
import urllib.error
import urllib.request

import pytest
from telegram_server import Person, TelegramServer

from telegram_server_tests.calling import Api, Refused, words


def test_every_encoding(api: Api, ann: Person) -> None:
    """JSON, form, query and multipart, and any case of the method's name, all send the same message."""
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    text = json.dumps(markup)
    sent = [
        api("sendMessage", chat_id=ann.id, text="x", reply_markup=markup),
        api.form("sendmessage", chat_id=ann.id, text="x", reply_markup=text),
        api.query("SENDMESSAGE", chat_id=ann.id, text="x", reply_markup=text),
        api.multipart("sendMessage", {}, chat_id=str(ann.id), text="x", reply_markup=text),
    ]

    assert [markup] * 4 == [message["reply_markup"] for message in sent]


@pytest.mark.parametrize(
    ("token", "code", "description"),
    [
        ("7000000001:wrong", 401, "Unauthorized"),
        ("nonsense", 404, "Not Found"),
        ("", 404, "Not Found"),
    ],
)
def test_wrong_token(telegram: TelegramServer, token: str, code: int, description: str) -> None:
    """A wrong token is unauthorized, and what can't be a token is not found."""
    refused = Api(telegram.url, token)("getMe")

    assert (code, description) == (refused.code, refused.description)


def test_unknown_method(api: Api) -> None:
    """A method that does not exist is not found."""
    assert Refused(404, "Not Found: method not found", {}) == api("sendMessages")


def test_missing_parameter(telegram: TelegramServer, api: Api) -> None:
    """A missing parameter is refused and remembered as a violation."""
    assert words(api("sendChatAction", chat_id=1)) == 'Bad Request: parameter "action" is required'
    assert telegram.violations() == ['sendChatAction: Bad Request: parameter "action" is required']


def test_unknown_parameter(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """So is one that no model knows, at any depth."""
    api("sendMessage", chat_id=ann.id, text="x", colour="red")
    api("sendMessage", chat_id=ann.id, text="x", reply_markup={"inline_keyboard": [[{"text": "a", "url2": "b"}]]})

    assert telegram.violations() == [
        "sendMessage: Bad Request: sendMessage has no parameter colour",
        "sendMessage: Bad Request: sendMessage has no parameter reply_markup.inline_keyboard.url2",
    ]


def test_mistyped_parameter(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """And a value of the wrong kind."""
    api("sendMessage", chat_id=ann.id, text=["x"])

    assert len(telegram.violations()) == 1


def test_broken_json(api: Api, ann: Person) -> None:
    """JSON that can't be read is refused."""
    assert "can't parse reply_markup" in words(api.form("sendMessage", chat_id=ann.id, text="x", reply_markup="{"))


def test_calls_are_written_down(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """Each call is there with its parameters, time, status and error."""
    api("sendMessage", chat_id=ann.id, text="x")
    api("sendMessage", chat_id=5, text="x")
    first, second = telegram.calls("sendMessage")

    assert (first["status"], first["params"], first["error"]) == (200, {"chat_id": ann.id, "text": "x"}, None)
    assert (second["status"], second["error"]) == (400, "Bad Request: chat not found")
    assert 0 <= first["began"] <= first["began"] + first["took"] <= second["began"]


def test_no_such_path(telegram: TelegramServer) -> None:
    """Any other path is not found."""
    with pytest.raises(urllib.error.HTTPError, match="404") as raised:
        urllib.request.urlopen(f"{telegram.url}/elsewhere")  # noqa: S310
    raised.value.close()


def test_logged_out(api: Api) -> None:
    """After logOut nothing works."""
    assert api("logOut") is True
    assert words(api("getMe")).endswith("ogged out")
