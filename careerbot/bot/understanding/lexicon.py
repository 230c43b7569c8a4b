"""Which words name something of ours, which are words at all, and which may be anything, such as somebody's name.

Phrases are no help here: some have names of people in them.
"""

from careerbot.bot.understanding.decoding import Decoder
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.names import NameIndex
from careerbot.bot.understanding.word_list import WordList


class Lexicon:
    def __init__(self, index: NameIndex, grammar: Grammar, common: WordList, decoder: Decoder) -> None:
        self._ours = index.words() | grammar.words()
        self._common = common
        self._decoder = decoder

    def is_ours(self, word: str) -> bool:
        """It stands in the vocabulary or is a small word of the language. `word` is folded, as all of these are."""
        return word in self._ours

    def is_word(self, word: str) -> bool:
        """It is ours, or English has it."""
        return word in self._ours or word in self._common

    def is_slip(self, word: str) -> bool:
        """It is no word, and was read as one."""
        return self._decoder.read([word]) != [word]
