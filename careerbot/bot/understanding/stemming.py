"""Words without their endings: rough, English, and the same for all forms of a word."""

from functools import lru_cache

from careerbot.bot.understanding.text import singular

SHORTEST = 4
"""Letters that must be left."""
_SUFFIXES = (
    "izations", "ization", "izing", "izes", "ized", "ize", "abilities", "ability", "ational", "ations",
    "ation", "ating", "ators", "ator", "ates", "ated", "ate", "ences", "ence", "ents", "ent", "ements",
    "ement", "ments", "ment", "ives", "ive", "ables", "able", "ings", "ing", "ions", "ion", "ers", "er",
    "ies", "ied", "ed", "es", "ly", "al", "y", "s", "e",
)  # fmt: skip


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its endings, rough but the same for all its forms."""
    word = singular(word)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST:
            return word[: -len(suffix)]
    return word
