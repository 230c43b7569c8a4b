"""Text that is safe to show: what a person typed comes back in answers, and a terminal obeys control characters."""

import re

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # all but tab and line feed
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # text direction: can make a line read as something else
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without control characters, tabs and separators as spaces, broken characters as U+FFFD."""
    if text.isprintable():  # nothing of the kind is
        return text
    return whole(_CONTROLS.sub("", text.translate({0x09: " ", 0x2028: " ", 0x2029: " "})))


def whole(text: str) -> str:
    """The text as it can be encoded: half of a surrogate pair (an undecodable byte) becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)
