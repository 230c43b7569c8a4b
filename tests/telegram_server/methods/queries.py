"""Answers to button presses and inline queries."""

from telegram_server.backend import Backend
from telegram_server.errors import ApiError
from telegram_server.markup import check_markup
from telegram_server.requests import Call
from telegram_server.text.formatted import as_list, message_text
from telegram_server.world import Json

from .messages import with_people
from .registry import method

RESULTS = 50
ANSWER = 200
ID_BYTES = 64
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback(backend: Backend, call: Call) -> bool:
    """A notice at the top of the chat, an alert, or nothing."""
    if len(call.params.get("text") or "") > ANSWER:
        raise ApiError("MESSAGE_TOO_LONG")
    _answer(backend, "callback", call.params["callback_query_id"], call.params)
    return True


@method("answerInlineQuery")
def answer_inline(backend: Backend, call: Call) -> bool:
    """At most 50 results."""
    params = call.params
    results = params["results"]
    if len(results) > RESULTS:
        raise ApiError("Too many inline query results specified")
    prepared = [_prepared(backend, result) for result in results]
    if len({result["id"] for result in prepared}) < len(prepared):
        raise ApiError("RESULT_ID_DUPLICATE")
    if len((params.get("next_offset") or "").encode()) > ID_BYTES:
        raise ApiError("NEXT_OFFSET_INVALID")
    _answer(backend, "inline", params["inline_query_id"], {**params, "results": prepared})
    return True


def _prepared(backend: Backend, result: Json) -> Json:
    """A result, with the content of the message it would send."""
    if not 1 <= len(result["id"].encode()) <= ID_BYTES:
        raise ApiError("RESULT_ID_INVALID")
    check_markup(result.get("reply_markup"), inline_only=True)
    message = result.get("input_message_content") or {}
    if "message_text" in message:
        entities = as_list(message.get("entities"))
        content = message_text(message["message_text"], message.get("parse_mode"), entities)
        return {**result, "content": with_people(backend, content)}
    if result["type"] == "article":
        raise ApiError("Can't parse inline query result: Can't find field \"input_message_content\"")
    if "photo_file_id" in result:
        return {**result, "content": {"photo": backend.files.known_photo(result["photo_file_id"])}}
    return {**result, "content": {"text": f"({result['type']})"}}


def _answer(backend: Backend, kind: str, query_id: str, answer: Json) -> None:
    """Once, and in time."""
    answer = {**answer, "at": backend.journal.seconds()}
    if not backend.queries.answer(query_id, kind, answer, backend.clock.now()):
        raise ApiError(TOO_OLD)
