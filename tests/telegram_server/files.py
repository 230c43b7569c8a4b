"""Files that Telegram keeps: uploaded once, sent again by file_id."""

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from .errors import ApiError
from .images import Size, image_size
from .world import Json

PHOTO_BYTES = 10 << 20
_SIDES = (("s", 90), ("m", 320), ("x", 800), ("y", 1280))


@dataclass
class Stored:
    """A file: its bytes, and the photo it is a size of."""

    file_id: str
    unique_id: str
    content: bytes
    path: str
    photo: tuple[Json, ...] = ()
    document: Json | None = None

    def as_json(self) -> Json:
        """A File, as getFile gives it."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
            "file_path": self.path,
        }


class Files:
    """All files by id. Ids come from the order of uploads, so they are the same in every run."""

    def __init__(self) -> None:
        self.all: dict[str, Stored] = {}
        self._uploads = 0

    def store(self, content: bytes, folder: str = "files", ending: str = "bin", size: str = "d") -> Stored:
        """One file."""
        self._uploads += 1
        digest = hashlib.sha256(f"{self._uploads}{size}".encode()).digest()
        file_id = "AgACAgIAAxk" + urlsafe_b64encode(digest + digest[:12]).decode().rstrip("=")
        unique = "AQAD" + urlsafe_b64encode(digest[:9]).decode()
        stored = Stored(file_id, unique, content, f"{folder}/file_{self._uploads}.{ending}")
        self.all[file_id] = stored
        return stored

    def photo(self, content: bytes) -> list[Json]:
        """An uploaded photo in its sizes, smallest first. (All sizes keep the bytes that came.)"""
        if not content:
            raise ApiError("File must be non-empty")
        if len(content) > PHOTO_BYTES:
            raise ApiError(
                f"file of size {len(content)} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes"
            )
        whole = image_size(content)
        stored = [(self.store(content, "photos", "jpg", name), size) for name, size in _sizes(whole)]
        photo = tuple(
            {
                "file_id": file.file_id,
                "file_unique_id": file.unique_id,
                "file_size": len(content),
                "width": size.width,
                "height": size.height,
            }
            for file, size in stored
        )
        for file, _ in stored:
            file.photo = photo
        return list(photo)

    def document(self, name: str, content: bytes) -> Json:
        """An uploaded file of any kind."""
        if not content:
            raise ApiError("File must be non-empty")
        stored = self.store(content, "documents", name.rpartition(".")[2] or "bin")
        stored.document = {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_name": name,
            "file_size": len(content),
        }
        return dict(stored.document)

    def known_document(self, file_id: str) -> Json:
        """A file sent again."""
        stored = self.all.get(file_id)
        if stored is None:
            raise ApiError("wrong file identifier/HTTP URL specified")
        if stored.document is None:
            raise ApiError("can't use file of type Photo as Document")
        return dict(stored.document)

    def known_photo(self, file_id: str) -> list[Json]:
        """A photo sent again."""
        stored = self.all.get(file_id)
        if stored is None:
            raise ApiError("wrong file identifier/HTTP URL specified")
        if not stored.photo:
            raise ApiError("can't use file of type Document as Photo")
        return list(stored.photo)


def _sizes(whole: Size) -> list[tuple[str, Size]]:
    """The sizes that Telegram makes: none larger than the picture."""
    longest = max(whole.width, whole.height)
    sizes = [(name, whole.scaled(side)) for name, side in _SIDES if side < longest]
    return [*sizes, ("w", whole.scaled(1280))] if longest <= _SIDES[-1][1] else sizes
