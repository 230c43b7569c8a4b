"""Pictures."""

import json
import urllib.request

import pytest
from telegram_server import Person, TelegramServer

from telegram_server_tests.calling import Api, png, words


def test_upload_and_again(telegram: TelegramServer, api: Api, ann: Person) -> None:
    """An uploaded photo comes in sizes, and its file_id sends it again."""
    picture = png(1000, 500)
    first = api.multipart("sendPhoto", {"photo": picture}, chat_id=str(ann.id), caption="c")
    second = api("sendPhoto", chat_id=ann.id, photo=first["photo"][-1]["file_id"])

    assert [(p["width"], p["height"]) for p in first["photo"]] == [(90, 45), (320, 160), (800, 400), (1000, 500)]
    assert first["photo"] == second["photo"]
    assert len({size["file_id"] for size in first["photo"]}) == 4
    assert [picture, picture] == [telegram.file(seen["photo"]["file_id"]) for seen in ann.messages()]


def test_download(api: Api, telegram: TelegramServer, ann: Person) -> None:
    """The method getFile tells where to download it."""
    picture = png(10, 10)
    sent = api.multipart("sendPhoto", {"photo": picture}, chat_id=str(ann.id))
    path = api("getFile", file_id=sent["photo"][0]["file_id"])["file_path"]
    with urllib.request.urlopen(f"{telegram.url}/file/bot{telegram.token}/{path}") as response:  # noqa: S310
        content = response.read()

    assert picture == content


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (png(10_000, 1), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (png(21, 1), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
        (b"", "Bad Request: file must be non-empty"),
        (
            b"x" * (10 * 1024 * 1024 + 1),
            "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
)
def test_bad_photos(api: Api, ann: Person, content: bytes, description: str) -> None:
    """Not every file is a photo."""
    assert description == words(api.multipart("sendPhoto", {"photo": content}, chat_id=str(ann.id)))


def test_unknown_file_id(api: Api, ann: Person) -> None:
    """A file_id that nobody gave out is refused."""
    assert (
        words(api("sendPhoto", chat_id=ann.id, photo="AgAC")) == "Bad Request: wrong file identifier/HTTP URL specified"
    )


@pytest.mark.parametrize(("length", "fine"), [(1024, True), (1025, False)])
def test_caption_length(api: Api, ann: Person, length: int, fine: bool) -> None:
    """A caption has at most 1024 characters."""
    sent = api.multipart("sendPhoto", {"photo": png(9, 9)}, chat_id=str(ann.id), caption="x" * length)

    assert fine == isinstance(sent, dict)
    assert fine or words(sent) == "Bad Request: message caption is too long"


def test_edit_media_and_caption(api: Api, ann: Person) -> None:
    """A photo can be replaced by a new upload, and its caption changed."""
    sent = api.multipart("sendPhoto", {"photo": png(9, 9)}, chat_id=str(ann.id), caption="old")
    place = {"chat_id": str(ann.id), "message_id": str(sent["message_id"])}
    media = json.dumps({"type": "photo", "media": "attach://new", "caption": "new"})
    replaced = api.multipart("editMessageMedia", {"new": png(8, 8)}, **place, media=media)
    captioned = api.form("editMessageCaption", **place, caption="newer")

    assert (replaced["photo"][-1]["width"], replaced["caption"], captioned["caption"]) == (8, "new", "newer")
    assert captioned["photo"] == replaced["photo"]
