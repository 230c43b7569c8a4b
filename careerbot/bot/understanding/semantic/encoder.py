"""The encoder all-MiniLM-L6-v2 in plain numpy: a message becomes a point on a sphere, near to what means the same.

Six layers of attention, 384 numbers a word piece, the mean over a message. Written out here, it needs neither torch nor
transformers: a hundred lines, a tenth of the memory, and ready in a fraction of a second.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from careerbot.bot.understanding.semantic.weights import Floats, tensors
from careerbot.bot.understanding.semantic.wordpiece import WordPieces

LAYERS = 6
HEADS = 12
WIDTH = 384
"""Numbers that stand for a word piece, and in the end for a message."""
LONGEST = 128
"""Word pieces of a message that are read."""
BATCH = 32
TINY = 1e-12


class _Linear:
    def __init__(self, values: Mapping[str, Floats], *names: str) -> None:
        """Several maps of the same input become one."""
        self._matrix = np.ascontiguousarray(np.concatenate([values[f"{name}.weight"] for name in names]).T)
        self._offset = np.concatenate([values[f"{name}.bias"] for name in names])

    def __call__(self, rows: Floats) -> Floats:
        product: Floats = rows @ self._matrix
        product += self._offset
        return product


class _Normal:
    """Every row gets mean 0 and spread 1, then its own scale."""

    def __init__(self, values: Mapping[str, Floats], name: str) -> None:
        self._scale = np.array(values[f"{name}.weight"])
        self._offset = np.array(values[f"{name}.bias"])

    def __call__(self, rows: Floats) -> Floats:
        centered = rows - rows.mean(-1, keepdims=True)
        spread = np.sqrt((centered * centered).mean(-1, keepdims=True) + TINY)
        normal: Floats = centered / spread * self._scale + self._offset
        return normal


class _Layer:
    def __init__(self, values: Mapping[str, Floats], name: str) -> None:
        attention = f"{name}.attention.self"
        self._inputs = _Linear(values, f"{attention}.query", f"{attention}.key", f"{attention}.value")
        self._mix = _Linear(values, f"{name}.attention.output.dense")
        self._after_mix = _Normal(values, f"{name}.attention.output.LayerNorm")
        self._widen = _Linear(values, f"{name}.intermediate.dense")
        self._narrow = _Linear(values, f"{name}.output.dense")
        self._after = _Normal(values, f"{name}.output.LayerNorm")

    def __call__(self, rows: Floats) -> Floats:
        """Messages of one length: (messages, pieces, width)."""
        messages, pieces, _ = rows.shape
        parts = self._inputs(rows).reshape(messages, pieces, 3, HEADS, WIDTH // HEADS).transpose(2, 0, 3, 1, 4)
        query, key, value = parts
        scores = query @ key.transpose(0, 1, 3, 2)
        scores *= 1 / math.sqrt(WIDTH / HEADS)
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        seen = (scores @ value).transpose(0, 2, 1, 3).reshape(messages, pieces, WIDTH)
        rows = self._after_mix(rows + self._mix(seen))
        return self._after(rows + self._narrow(_gelu(self._widen(rows))))


class Encoder:
    def __init__(self, folder: Path) -> None:
        values = dict(tensors(folder / "model.safetensors"))
        self.pieces = tuple((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])
        self._cut = WordPieces(self.pieces)
        self._words = values["embeddings.word_embeddings.weight"]
        """Stays on disk: a message needs a few rows of thirty thousand."""
        self._places = (
            values["embeddings.position_embeddings.weight"][:LONGEST]
            + np.asarray(values["embeddings.token_type_embeddings.weight"])[0]
        )
        self._first = _Normal(values, "embeddings.LayerNorm")
        self._layers = [_Layer(values, f"encoder.layer.{number}") for number in range(LAYERS)]

    def encode(self, texts: Sequence[str]) -> Floats:
        """(texts, 384), rows of unit length. Messages of one length are encoded together, so none needs padding."""
        numbers = [self._cut.numbers(text, LONGEST) for text in texts]
        rows = np.empty((len(texts), WIDTH), np.float32)
        by_length: dict[int, list[int]] = {}
        for text, pieces in enumerate(numbers):
            by_length.setdefault(len(pieces), []).append(text)
        for group in by_length.values():
            for start in range(0, len(group), BATCH):
                chosen = group[start : start + BATCH]
                rows[chosen] = self._means(np.array([numbers[text] for text in chosen]))
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows

    def _means(self, numbers: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> Floats:
        rows = self._first(self._words[numbers] + self._places[: numbers.shape[1]])
        for layer in self._layers:
            rows = layer(rows)
        means: Floats = rows.mean(1)
        return means


def _gelu(x: Floats) -> Floats:
    """Every number times the share of a normal distribution below it (Abramowitz and Stegun 7.1.26, to 1e-7)."""
    size = np.abs(x) * np.float32(math.sqrt(0.5))
    t = 1 / (1 + np.float32(0.3275911) * size)
    series = t * np.float32(1.061405429) - np.float32(1.453152027)
    for coefficient in (1.421413741, -0.284496736, 0.254829592):
        series *= t
        series += np.float32(coefficient)
    beyond = series * t * np.exp(-size * size) * np.float32(0.5)
    share: Floats = np.where(x < 0, beyond, 1 - beyond)
    return x * share
