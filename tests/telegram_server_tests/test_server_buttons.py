"""Button presses and inline queries."""

from typing import Any

import pytest
from telegram_server import ControlError, Person, TelegramServer

from telegram_server_tests.calling import Api, words

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def menu(api: Api, chat_id: int) -> Any:
    """A message with a button."""
    markup = {"inline_keyboard": [[{"text": "More", "callback_data": "v1:more"}]]}
    return api("sendMessage", chat_id=chat_id, text="x", reply_markup=markup)


def article(number: int = 1, **more: Any) -> dict[str, Any]:
    """An inline result."""
    content = {"message_text": "<b>hi</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": str(number), "title": "t", "input_message_content": content, **more}


def test_press(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A press brings its data and its message; the answer is read back."""
    press = ann.press(menu(api, ann.id), "More")
    query = api("getUpdates")[-1]["callback_query"]

    assert ("v1:more", "x", ann.id) == (query["data"], query["message"]["text"], query["from"]["id"])
    assert api("answerCallbackQuery", callback_query_id=query["id"], text="ok") is True
    assert telegram.wait_answer(press["query_id"])["text"] == "ok"


def test_answer_once_and_in_time(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A second answer, a late one and one to nothing are refused."""
    message = menu(api, ann.id)
    first, second = (ann.press(message, "More")["query_id"] for _ in range(2))
    api("answerCallbackQuery", callback_query_id=first)
    telegram.advance(151)

    assert [words(api("answerCallbackQuery", callback_query_id=key)) for key in (first, second, "1")] == [TOO_OLD] * 3


def test_long_notice(api: Api, ann: Person) -> None:
    """A notice has at most 200 characters."""
    press = ann.press(menu(api, ann.id), "More")

    assert (
        words(api("answerCallbackQuery", callback_query_id=press["query_id"], text="x" * 201))
        == "Bad Request: MESSAGE_TOO_LONG"
    )


def test_only_what_is_there(api: Api, ann: Person) -> None:
    """People press buttons that are there; an old client may press others."""
    message = menu(api, ann.id)
    with pytest.raises(ControlError, match="has no button"):
        ann.press(message, "Less")
    ann.press(message, data="v0:gone", force=True)

    assert api("getUpdates")[-1]["callback_query"]["data"] == "v0:gone"


def test_inaccessible_message(api: Api, ann: Person) -> None:
    """A press on a message that is gone carries no content of it."""
    message = menu(api, ann.id)
    ann.delete(message)
    ann.press(message, "More")
    shown = api("getUpdates")[-1]["callback_query"]["message"]

    assert {"message_id", "chat", "date"} == set(shown)
    assert shown["date"] == 0


def test_inline(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """A query is answered, a result taken and sent in the person's name, its button pressed, the message edited."""
    group = telegram.group(ann, announce=False)
    query = ann.inline("sre")
    asked = api("getUpdates")[-1]["inline_query"]
    markup = {"inline_keyboard": [[{"text": "More", "callback_data": "m"}]]}
    assert asked["query"] == "sre"
    assert api("answerInlineQuery", inline_query_id=asked["id"], results=[article(reply_markup=markup)]) is True

    chosen = ann.choose(query, "1", group)
    update = api("getUpdates", offset=-1)[0]["chosen_inline_result"]
    inline_id = update["inline_message_id"]
    ann.press_inline(inline_id, "More")
    pressed = api("getUpdates", offset=-1)[0]["callback_query"]

    assert inline_id == chosen["inline_message_id"] == pressed["inline_message_id"]
    assert api("editMessageText", inline_message_id=inline_id, text="new") is True
    assert [(m["text"], m["via_bot"], m["by_bot"]) for m in group.messages()] == [("new", True, False)]


@pytest.mark.parametrize(
    ("results", "description"),
    [
        ([article(number) for number in range(51)], "Bad Request: too many inline query results specified"),
        ([article(), article()], "Bad Request: RESULT_ID_DUPLICATE"),
        ([article(10**64)], "Bad Request: RESULT_ID_INVALID"),
    ],
)
def test_wrong_results(api: Api, ann: Person, results: list[Any], description: str) -> None:
    """At most 50 results, with different ids of 1-64 bytes."""
    query = ann.inline("sre")

    assert description == words(api("answerInlineQuery", inline_query_id=query["query_id"], results=results))


def test_late_inline_answer(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """An inline query waits half a minute."""
    query = ann.inline("sre")
    telegram.advance(31)

    assert words(api("answerInlineQuery", inline_query_id=query["query_id"], results=[])) == TOO_OLD
