"""Lengths and offsets are counted in UTF-16 code units."""


def units(text: str) -> int:
    """How long."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """A part."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def is_boundary(text: str, offset: int) -> bool:
    """Whether a character begins or ends there, rather than being cut in two."""
    raw = text.encode("utf-16-le", "surrogatepass")
    unit = raw[2 * offset : 2 * offset + 2]
    return len(unit) < 2 or not 0xDC00 <= int.from_bytes(unit, "little") <= 0xDFFF
