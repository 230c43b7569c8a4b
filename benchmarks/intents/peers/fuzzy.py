"""rapidfuzz `extractOne` over all phrases, which is what comes first to mind."""

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process, utils

from ..system import Guess


class _Nearest:
    scorer: Callable[..., float]

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        self._phrases = [utils.default_process(text) for text in texts]  # once: kinder than the usual one-liner
        self._intents = list(intents)

    def predict(self, text: str) -> Guess:
        found = process.extractOne(utils.default_process(text), self._phrases, scorer=type(self).scorer)
        return (self._intents[found[2]], found[1]) if found else (None, 0.0)


class WRatio(_Nearest):
    scorer = fuzz.WRatio


class Ratio(_Nearest):
    scorer = fuzz.ratio
