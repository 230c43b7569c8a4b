"""A message as folded words."""

import re
import unicodedata

LONGEST = 2_000
"""Characters that are read."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_STRETCHED = re.compile(r"(\w)\1{2,}")


def words(text: str) -> list[str]:
    """Lower case, composed, no stretched letters ("heeey" -> "heey"), no punctuation."""
    text = text[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("’", "'")
    return _WORD.findall(_STRETCHED.sub(r"\1\1", text.lower()))
