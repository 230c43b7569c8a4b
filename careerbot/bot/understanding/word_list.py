"""A long list of words as one text, looked into without being taken apart: splitting it takes longer than an answer."""


class WordList:
    def __init__(self, text: str) -> None:
        """`text`: a word a line, in order."""
        self._text = text

    def __contains__(self, word: str) -> bool:
        """Halves the text until one line is left."""
        text, low, high = self._text, 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            start = text.rfind("\n", low, middle) + 1 or low
            end = text.find("\n", middle, high)
            end = high if end < 0 else end
            line = text[start:end]
            if line == word:
                return True
            if line < word:
                low = end + 1
            else:
                high = start - 1
        return False
