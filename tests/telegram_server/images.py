"""Width and height of a PNG, JPEG or GIF file."""

from dataclasses import dataclass

from .errors import ApiError


@dataclass(frozen=True)
class Size:
    """In pixels."""

    width: int
    height: int

    def scaled(self, side: int) -> "Size":
        """Made to fit, never larger."""
        share = min(1.0, side / max(self.width, self.height))
        return Size(max(1, round(self.width * share)), max(1, round(self.height * share)))


def image_size(content: bytes) -> Size:
    """The size of a photo that Telegram takes; refused otherwise."""
    size = _png(content) or _gif(content) or _jpeg(content)
    if size is None:
        raise ApiError("IMAGE_PROCESS_FAILED")
    short, long = sorted((size.width, size.height))
    if size.width + size.height > 10_000 or short == 0 or long > 20 * short:
        raise ApiError("PHOTO_INVALID_DIMENSIONS")
    return size


def _png(content: bytes) -> Size | None:
    """From the header chunk."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        return None
    return Size(int.from_bytes(content[16:20]), int.from_bytes(content[20:24]))


def _gif(content: bytes) -> Size | None:
    """From the screen descriptor."""
    if not content.startswith((b"GIF87a", b"GIF89a")) or len(content) < 10:
        return None
    return Size(int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little"))


def _jpeg(content: bytes) -> Size | None:
    """From the frame header."""
    at = 2
    while content.startswith(b"\xff\xd8") and at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            return Size(int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7]))
        at += 2 + length
    return None
