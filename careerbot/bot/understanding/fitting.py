"""Fits the router from phrases: multinomial logistic regression on n-grams, numpy only, the same result every time.

Only compiling imports this module; answering does not.
"""

import marshal
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerbot.bot.understanding.router import SCALE, UNKNOWN, features, inside

Floats = NDArray[np.float32]

EPOCHS = 8
RAREST_PAIR = 4
BATCH = 64
RATE = 0.05
LARGEST = 32_000
"""Of a weight as a 16-bit whole number: half the size, and summed faster."""


def fit(examples: Sequence[tuple[list[str], str, float]]) -> dict[str, Any]:
    """`examples`: words of a way of asking, its intent, its weight. Returns data for Router."""
    examples = [example for example in (*examples, *_with_unknown_words(examples)) if example[0]]
    intents = sorted({intent for _, intent, _ in examples})
    documents = [Counter(features(words)) for words, _, _ in examples]
    frequency = Counter(feature for document in documents for feature in document)
    names = [feature for feature, count in frequency.items() if count >= _rarest(feature)]
    index = {feature: number for number, feature in enumerate(names)}
    rarity = np.array([math.log((1 + len(documents)) / (1 + frequency[feature])) + 1 for feature in names], np.float32)
    rows = [_vector(document, index, rarity) for document in documents]
    targets = np.array([intents.index(intent) for _, intent, _ in examples])
    weights, bias = _train(rows, targets, _balanced(examples, intents, targets), len(names), len(intents))
    return _packed(intents, names, index, rarity, weights, bias)


def _rarest(feature: str) -> int:
    """Occurrences below which a feature says nothing: any word counts, a pair has to be a habit."""
    if feature[0] in "#=":
        return 2
    return RAREST_PAIR if " " in feature else 1


def _with_unknown_words(examples: Sequence[tuple[list[str], str, float]]) -> list[tuple[list[str], str, float]]:
    """Copies in which words that occur once are unknown: so the router learns what an unknown word says."""
    seen = Counter(word for words, _, _ in examples for word in set(words))
    copies = []
    for words, intent, weight in examples:
        masked = [UNKNOWN if seen[word] == 1 and word[0] not in "{<" else word for word in words]
        if masked != words:
            copies.append((masked, intent, weight))
    return copies


def _vector(document: Counter[str], index: dict[str, int], rarity: Floats) -> tuple[NDArray[np.int64], Floats]:
    known = [(index[feature], count) for feature, count in document.items() if feature in index]
    ids = np.array([number for number, _ in known], np.int64)
    counts = np.array([count for _, count in known], np.float32)
    length = math.sqrt(float((counts * rarity[ids] ** 2).sum())) or 1.0
    return ids, (counts * rarity[ids] / length).astype(np.float32)


def _balanced(
    examples: Sequence[tuple[list[str], str, float]], intents: list[str], targets: NDArray[np.int64]
) -> Floats:
    """A large intent counts for more than a small one, but less than in proportion."""
    given = np.array([weight for _, _, weight in examples], np.float32)
    mass = np.bincount(targets, given, len(intents))
    balance = given * (mass.mean() / mass[targets]) ** 0.5
    balanced: Floats = (balance / balance.mean()).astype(np.float32)
    return balanced


@dataclass(frozen=True)
class _Batch:
    """A fixed group of documents, laid out once so that an epoch only multiplies and sums."""

    features: NDArray[np.int64]
    """Of each document in turn."""
    values: Floats
    starts: NDArray[np.int64]
    """Where each document begins."""
    lines: NDArray[np.int64]
    """Document of each entry, in order of feature."""
    order: NDArray[np.int64]
    """Entries in order of feature."""
    unique: NDArray[np.int64]
    groups: NDArray[np.int64]
    """Where each feature begins in that order."""
    documents: NDArray[np.int64]


def _batches(rows: list[tuple[NDArray[np.int64], Floats]], order: NDArray[np.int64]) -> list[_Batch]:
    batches = []
    for start in range(0, len(order), BATCH):
        documents = order[start : start + BATCH]
        sizes = np.array([len(rows[number][0]) for number in documents], np.int64)
        features = np.concatenate([rows[number][0] for number in documents])
        by_feature = np.argsort(features, kind="stable")
        unique, groups = np.unique(features[by_feature], return_index=True)
        batches.append(
            _Batch(
                features=features,
                values=np.concatenate([rows[number][1] for number in documents])[:, None],
                starts=np.concatenate(([0], np.cumsum(sizes)[:-1])),
                lines=np.repeat(np.arange(len(documents)), sizes)[by_feature],
                order=by_feature,
                unique=unique,
                groups=groups,
                documents=documents,
            )
        )
    return batches


def _train(
    rows: list[tuple[NDArray[np.int64], Floats]],
    targets: NDArray[np.int64],
    importance: Floats,
    width: int,
    classes: int,
) -> tuple[Floats, Floats]:
    """Adagrad over fixed batches in a fixed random order."""
    weights = np.zeros((width, classes), np.float32)
    curvature = np.full((width, 1), 1e-4, np.float32)
    bias = np.zeros(classes, np.float32)
    random = np.random.default_rng(0)
    batches = _batches(rows, random.permutation(len(rows)))
    for _ in range(EPOCHS):
        for number in random.permutation(len(batches)):
            batch = batches[number]
            size = len(batch.documents)
            sums = np.add.reduceat(weights[batch.features] * batch.values, batch.starts, axis=0)
            error = _softmax((SCALE * sums + bias).astype(np.float32))
            error[np.arange(size), targets[batch.documents]] -= 1
            error *= importance[batch.documents][:, None]
            spread = error[batch.lines] * batch.values[batch.order]
            gradient = np.add.reduceat(spread, batch.groups, axis=0) * np.float32(SCALE / size)
            curvature[batch.unique] += (gradient * gradient).mean(1, keepdims=True)
            weights[batch.unique] -= RATE * gradient / np.sqrt(curvature[batch.unique])
            bias -= RATE * error.mean(0)
    return weights, bias


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    shares: Floats = (powers / powers.sum(1, keepdims=True)).astype(np.float32)
    return shares


def _packed(
    intents: list[str], names: list[str], index: dict[str, int], rarity: Floats, weights: Floats, bias: Floats
) -> dict[str, Any]:
    """Rows for words (with their letters summed in), for pairs, and for the letters of unknown words."""
    scaled = weights * rarity[:, None]
    lines: list[Floats] = []
    squares: list[float] = []
    rows: dict[str, int] = {}
    letters: dict[str, int] = {}
    for name in names:
        number = index[name]
        squared = float(rarity[number] ** 2)
        line = scaled[number]
        if name[0] in "#=" and len(name) > 1:
            letters[name] = len(lines)
        else:
            if " " not in name:
                parts = [index[part] for part in inside(name) if part in index]
                line = line + scaled[parts].sum(0)
                squared += float((rarity[parts] ** 2).sum())
            rows[name] = len(lines)
        lines.append(line)
        squares.append(squared)
    table = np.asarray(lines, np.float32)
    step = float(np.abs(table).max()) / LARGEST
    return {
        "intents": tuple(intents),
        "rows": rows,
        "weights": np.round(table / step).astype(np.int16).tobytes(),
        "step": step,
        "squares": np.asarray(squares, np.float32).tobytes(),
        "bias": tuple(float(value) for value in bias),
        "grams": marshal.dumps(letters),
    }
