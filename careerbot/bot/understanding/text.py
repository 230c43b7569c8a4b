"""Text to tokens: folding (case, Unicode, emoji, punctuation), contractions, sentences.

Language enters only as data: the `rewrites` of the language's grammar file.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

LONGEST = 2_000
"""Characters that are read: of a longer message its beginning and its end, where the ask often stands."""

_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": " - ", "−": "-", "…": ". "}
)
_TOKEN = re.compile(
    r"""
    \$?\ ?\d[\d,]*(?:\.\d+)?(?:\ ?(?:k|m|lpa)\b)?\+?(?![^\W_])   # 150k, $150,000, 200K+, 3.5
    | \#\d+
    | [^\W\d_]\.(?:[^\W\d_]\.)+                             # a.i.
    | v/s | w/o? (?=\s)
    | c\+\+ | c\# | \.net\b
    | [^\W_]+(?:['&][^\W_]+)*                               # words, R&D, don't
    | [?!.;,/+|&]|->|→|\n
    """,
    re.VERBOSE | re.IGNORECASE,
)
_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})((?:\.\d{3})+)(?![\d.,]*\d)")
"""150.000: a full stop before three figures groups them, in every language; nobody has pay to a tenth of a cent."""
_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_TAG = re.compile(r"\[[A-Za-z]{1,3}\]")
"""[D], [R]: labels of forum titles."""
_STRETCHED = re.compile(r"(\w)\1{2,}")
_PAY_SIGN = re.compile(r"\$\$+|€€+|(?<!\S)\$(?!\S)")
"""A question about pay by itself: "sre $$?"."""
_ENDS = frozenset("?!.;\n")
_BREAKS = frozenset({",", "/", "+", "|", "&", "->", "→"}) | _ENDS
_NUMBER_SIGN = re.compile(r"\b[Nn]o\.\s*(?=\d)")
_SIGNS = {
    "+1": "ok",
    "👍": " ok ",
    "👌": " ok ",
    "🙏": " thanks ",
    "❤️": " thanks ",
    "❤": " thanks ",
    "👋": " hello ",
    "✅": " ok ",
    "💯": " ok ",
    "💰": " pay ",
    "💵": " pay ",
    "💲": " pay ",
}


class Token(NamedTuple):
    text: str
    """Folded: lower case, rewritten."""
    original: str
    """As typed, for guards that look at capitals."""
    is_break: bool = False


class Sentence(NamedTuple):
    tokens: tuple[Token, ...]
    asks: bool
    """It ended in a question mark."""


def clean(text: str) -> str:
    """Printable, composed text of bounded length; safe for any input."""
    if len(text) > LONGEST:
        text = text[: LONGEST // 2] + "\n" + text[-LONGEST // 2 :]
    text = _PAY_SIGN.sub(" pay ", unicodedata.normalize("NFKC", text).translate(_QUOTES))
    for sign, words in _SIGNS.items():
        if sign in text:
            text = text.replace(sign, words)
    if "." in text:
        text = _THOUSANDS.sub(lambda found: found[1] + found[2].replace(".", ""), text)
    text = _NUMBER_SIGN.sub("#", _TAG.sub(" ", _LINK.sub(" ", text)))
    if text.isascii() and text.isprintable():
        return text
    return "".join(_printable(char) for char in text)


def _printable(char: str) -> str:
    category = unicodedata.category(char)
    if category[0] == "C":
        return "\n" if char == "\n" else " " if char in "\t\r\v\f" else ""
    if category == "So":
        return " "
    return char


def fold(word: str) -> str:
    """A word as it is compared: lower case, no accents, no stretched letters ("heeey" -> "heey")."""
    word = word.casefold()
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
        if plain.isascii():
            word = plain
    return _STRETCHED.sub(r"\1\1", word) if not word[:1].isdigit() and "$" not in word else word


def sentences(
    text: str, rewrites: Mapping[str, str], canonical: Mapping[str, str] = MappingProxyType({})
) -> tuple[Sentence, ...]:
    """The sentences of a message, in order; empty ones are left out.

    `rewrites`: a word -> the words it is short for. `canonical`: a small word -> the one that rules look for.
    """
    found: list[Sentence] = []
    tokens: list[Token] = []
    text = clean(text)
    if len(text.strip(" \n.!?")) == 1:  # a letter alone is short for nothing else: "n" is no, not and
        rewrites = {}
    for match in _TOKEN.finditer(text.replace("\n", " \n ")):
        original = match.group().strip()
        if original == "" or original in _ENDS:
            if any(not token.is_break for token in tokens):
                found.append(Sentence(tuple(tokens), original == "?"))
                tokens = []
            elif original == "?" and found:
                found[-1] = Sentence(found[-1].tokens, True)
            continue
        if original in _BREAKS:
            tokens.append(Token(original, original, is_break=True))
            continue
        tokens.extend(_words(original, rewrites, canonical))
    if any(not token.is_break for token in tokens):
        found.append(Sentence(tuple(tokens), False))
    return tuple(found)


def _words(original: str, rewrites: Mapping[str, str], canonical: Mapping[str, str]) -> list[Token]:
    word = fold(original)
    if "." in word and word[0].isalpha():  # a.i.
        word = word.replace(".", "")
    if word in rewrites:
        return [Token(canonical.get(part, part), part) for part in rewrites[word].split()]
    word = word.removesuffix("'s")
    return [Token(canonical.get(word, word), original)]


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """A word without its plural ending, and in American spelling; only ever compared with itself."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ops")):
        word = word[:-1]
    if len(word) > 6:
        for british, american in (
            ("isation", "ization"),
            ("ise", "ize"),
            ("ising", "izing"),
            ("ised", "ized"),
            ("iser", "izer"),
        ):
            if word.endswith(british):
                return word[: -len(british)] + american
    return word
