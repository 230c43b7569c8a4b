"""Small words as rules look for them: "welche" is "which" to a rule, in whatever language a message is.

A language's file lists them under `canonical`; names, phrases and lists of that language go through the same change, so
that they meet the words of a message.
"""

from collections.abc import Mapping
from typing import Any

from careerbot.bot.understanding.text import fold

Canonical = Mapping[str, str]


def said(phrase: str, canonical: Canonical) -> str:
    """A phrase, folded, with its small words as rules look for them."""
    if not canonical:
        return phrase
    folded = (word if word.startswith("{") else fold(word) for word in phrase.split())
    return " ".join(canonical.get(word, word) for word in folded)


def brought(value: Any, canonical: Canonical) -> Any:
    """The same of every text in a list or mapping, keys included; of what becomes equal, one."""
    if isinstance(value, str):
        return said(value, canonical)
    if isinstance(value, list | tuple):
        return type(value)(dict.fromkeys(brought(each, canonical) for each in value))
    if isinstance(value, dict):
        return {brought(key, canonical): brought(each, canonical) for key, each in value.items()}
    return value
