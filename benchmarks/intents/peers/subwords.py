"""fastText, supervised: words, pairs and letters hashed into an embedding, with a linear model above."""

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import fasttext

from ..system import Guess

LABEL = "__label__"
MODEL, NAMES = "model.bin", "names.txt"
SMALL = 4_000
"""Phrases up to which twice the passes are made."""


class FastText:
    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        self._names = sorted(set(intents))
        numbers = {name: number for number, name in enumerate(self._names)}
        with tempfile.TemporaryDirectory() as folder:
            lines = [f"{LABEL}{numbers[intent]} {_plain(text)}" for text, intent in zip(texts, intents, strict=True)]
            path = Path(folder) / "train.txt"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            passes = 100 if len(texts) <= SMALL else 50
            self._model = fasttext.train_supervised(
                str(path),
                epoch=passes,
                lr=0.5,
                wordNgrams=2,
                minn=2,
                maxn=5,
                dim=100,
                bucket=200_000,
                thread=1,
                verbose=0,
            )

    def predict(self, text: str) -> Guess:
        found = self._model.f.predict(_plain(text) + "\n", 1, 0.0, "strict")  # the wrapper above it wants numpy 1
        return (self._names[int(found[0][1].removeprefix(LABEL))], float(found[0][0])) if found else (None, 0.0)

    def save(self, folder: Path) -> None:
        self._model.save_model(str(folder / MODEL))
        (folder / NAMES).write_text("\n".join(self._names), encoding="utf-8")

    def load(self, folder: Path) -> None:
        self._model = fasttext.load_model(str(folder / MODEL))
        self._names = (folder / NAMES).read_text(encoding="utf-8").split("\n")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
