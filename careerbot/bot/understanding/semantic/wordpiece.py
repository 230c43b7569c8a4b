"""Text -> numbers of word pieces, as the encoder was trained with: words in lower case, cut greedily from the left."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100
"""Letters; a longer one is unknown as a whole."""
TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
IDEOGRAPHS = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
"""Each is a word of its own."""


class WordPieces:
    def __init__(self, vocabulary: Sequence[str]) -> None:
        """`vocabulary`: pieces in the order of their numbers; one that continues a word begins with ##."""
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._word = lru_cache(10_000)(self._cut)

    def numbers(self, text: str, longest: int) -> list[int]:
        """At most `longest` of them, with the marks of start and end."""
        pieces = [number for word in _words(text) for number in self._word(word)]
        return [self._numbers[START], *pieces[: longest - 2], self._numbers[END]]

    def _cut(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word) <= LONGEST_WORD:
            prefix = "##" if start else ""
            end = next((end for end in range(len(word), start, -1) if prefix + word[start:end] in self._numbers), start)
            if end == start:
                break
            found.append(self._numbers[prefix + word[start:end]])
            start = end
        return tuple(found) if start == len(word) else (self._numbers[UNKNOWN],)


def _words(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFD", text.lower())
    plain = "".join(character for character in decomposed if unicodedata.category(character) != "Mn")
    return TOKEN.findall(IDEOGRAPHS.sub(r" \1 ", plain))
