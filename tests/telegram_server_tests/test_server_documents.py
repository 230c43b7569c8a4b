"""Files of any kind."""

from telegram_server import Person, TelegramServer

from telegram_server_tests.calling import Api, png, words


def test_upload_and_again(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """An uploaded file keeps its bytes, and its file_id sends it again."""
    first = api.multipart("sendDocument", {"document": b"# Title"}, chat_id=str(ann.id), caption="c")
    second = api("sendDocument", chat_id=ann.id, document=first["document"]["file_id"])

    assert first["document"] == second["document"]
    assert [seen["text"] for seen in ann.messages()] == ["c", ""]
    assert telegram.file(ann.messages()[1]["document"]["file_id"]) == b"# Title"


def test_bad_documents(api: Api, ann: Person) -> None:
    """An empty file is refused, and so is an id that nobody gave out or that is of a photo."""
    photo = api.multipart("sendPhoto", {"photo": png(9, 9)}, chat_id=str(ann.id))["photo"][0]["file_id"]

    assert (
        words(api.multipart("sendDocument", {"document": b""}, chat_id=str(ann.id)))
        == "Bad Request: file must be non-empty"
    )
    assert "wrong file identifier" in words(api("sendDocument", chat_id=ann.id, document="AgAC"))
    assert "can't use file of type Photo as Document" in words(api("sendDocument", chat_id=ann.id, document=photo))
