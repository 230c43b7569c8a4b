"""Messages that are not text."""

from telegram_server.backend import Backend
from telegram_server.world import Json

from .registry import ControlError

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63606060f80f00010401005fe5c34b0000000049454e44ae426082"
)


def content_of(backend: Backend, kind: str) -> Json:
    """A small one of each kind."""
    if kind == "photo":
        return {"photo": backend.files.photo(PIXEL)}
    if kind not in _MADE:
        raise ControlError(f"people send {', '.join(['photo', *_MADE])}; not {kind}")
    content = dict(_MADE[kind])
    if kind in _FILES:
        stored = backend.files.store(b"content of a file", kind)
        content = {**content, "file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": 17}
    return {kind: content}


_FILES = {"voice", "audio", "sticker", "document", "video", "video_note", "animation"}
_SQUARE = {"width": 512, "height": 512}
_MADE: dict[str, Json] = {
    "voice": {"duration": 3, "mime_type": "audio/ogg"},
    "audio": {"duration": 3, "mime_type": "audio/mpeg"},
    "sticker": {**_SQUARE, "type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"},
    "document": {"file_name": "cv.pdf", "mime_type": "application/pdf"},
    "video": {**_SQUARE, "duration": 3},
    "video_note": {"length": 240, "duration": 3},
    "animation": {**_SQUARE, "duration": 3},
    "location": {"latitude": 52.52, "longitude": 13.405},
    "contact": {"phone_number": "+490000000", "first_name": "Bob"},
    "dice": {"emoji": "🎲", "value": 4},
}
