"""Learns intents from phrases: multinomial logistic regression on n-grams, numpy only, the same result every time.

`fit` makes the router's data; `learn` is what it shares with the classifier. Answering imports neither.
"""

import marshal
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from careerbot.bot.understanding.router import GRAM, SCALE, UNKNOWN, features, inside

Floats = NDArray[np.float32]
Example = tuple[list[str], str, float]
"""Words of a way of asking, its intent, its weight."""

BATCH = 64
SMALLEST_STEP = 1e-4
BIAS = 0.1
"""Share of a plain step that moves the bias."""
LARGEST = 32_000
"""Of a weight as a 16-bit whole number: half the size, and summed faster."""


@dataclass(frozen=True)
class Recipe:
    epochs: int
    rate: float
    adaptive: bool
    """Steps of its own for each feature (Adagrad), which makes much of rare words; else plain steps that shrink."""
    rarest_pair: int
    """Occurrences below which a pair of words says nothing."""
    rarest_part: int
    """The same of letters and roots."""
    sizes: tuple[int, int]
    """Letters of the shortest and the longest n-gram."""
    unknown_words: bool
    """Copies of the examples in which rare words are unknown."""


PHRASES = Recipe(8, 0.05, adaptive=True, rarest_pair=4, rarest_part=2, sizes=(GRAM, GRAM), unknown_words=True)
"""For phrases among which some are out of scope: what is rare speaks for that."""


@dataclass(frozen=True)
class Learned:
    """What a feature says for each intent."""

    intents: list[str]
    names: list[str]
    index: dict[str, int]
    """Feature -> its place among the names."""
    rarity: Floats
    weights: Floats
    """features × intents"""
    bias: Floats
    centers: Floats
    """The mean example of each intent, of length one: features × intents."""


class Onlooker(Protocol):
    """Sees what each example teaches, while it is learnt from."""

    def begin(self, lesson: "Lesson") -> None:
        """Before the first step."""

    def step(self, documents: "NDArray[np.int64]", lessons: Floats, curvature: Floats) -> None:
        """`lessons`: documents × intents, what each adds to its features, over the root of `curvature`."""


@dataclass(frozen=True)
class Lesson:
    """All examples as they are learnt from, copies with unknown words included."""

    rows: "list[tuple[NDArray[np.int64], Floats]]"
    originals: list[int]
    """Of each row the example that it was made from."""
    index: dict[str, int]
    rarity: Floats
    documents: list[Counter[str]]
    recipe: Recipe


def fit(examples: Sequence[Example], onlooker: Onlooker | None = None) -> tuple[dict[str, Any], Learned]:
    """Data for Router, and what it was made from."""
    learned = learn(examples, PHRASES, onlooker)
    return _packed(learned, PHRASES), learned


def learn(examples: Sequence[Example], recipe: Recipe, onlooker: Onlooker | None = None) -> Learned:
    originals = [number for number, (words, _, _) in enumerate(examples) if words]
    copies = _with_unknown_words(examples) if recipe.unknown_words else []
    originals += [number for number, _ in copies]
    examples = [*(example for example in examples if example[0]), *(copy for _, copy in copies)]
    intents = sorted({intent for _, intent, _ in examples})
    places = {intent: place for place, intent in enumerate(intents)}
    documents = [Counter(features(words, recipe.sizes)) for words, _, _ in examples]
    frequency = Counter(feature for document in documents for feature in document)
    names = [feature for feature, count in frequency.items() if count >= rarest(feature, recipe)]
    index = {feature: number for number, feature in enumerate(names)}
    rarity = np.array([math.log((1 + len(documents)) / (1 + frequency[feature])) + 1 for feature in names], np.float32)
    rows = [_vector(document, index, rarity) for document in documents]
    targets = np.array([places[intent] for _, intent, _ in examples])
    importance = _balanced(examples, intents, targets)
    if onlooker:
        onlooker.begin(Lesson(rows, originals, index, rarity, documents, recipe))
    weights, bias = _train(rows, targets, importance, (len(names), len(intents)), recipe, onlooker)
    return Learned(intents, names, index, rarity, weights, bias, _centers(rows, targets, weights.shape))


def rarest(feature: str, recipe: Recipe) -> int:
    """Occurrences below which a feature says nothing: any word counts, a pair has to be a habit."""
    if feature[0] in "#=":
        return recipe.rarest_part
    return recipe.rarest_pair if " " in feature else 1


def _with_unknown_words(examples: Sequence[Example]) -> list[tuple[int, Example]]:
    """Copies in which words that occur once are unknown: so the router learns what an unknown word says.

    Each with the number of its original.
    """
    seen = Counter(word for words, _, _ in examples for word in set(words))
    copies = []
    for number, (words, intent, weight) in enumerate(examples):
        masked = [UNKNOWN if seen[word] == 1 and word[0] not in "{<" else word for word in words]
        if masked != words:
            copies.append((number, (masked, intent, weight)))
    return copies


def _vector(document: Counter[str], index: dict[str, int], rarity: Floats) -> tuple[NDArray[np.int64], Floats]:
    known = [(index[feature], count) for feature, count in document.items() if feature in index]
    ids = np.array([number for number, _ in known], np.int64)
    counts = np.array([count for _, count in known], np.float32)
    length = math.sqrt(float((counts * rarity[ids] ** 2).sum())) or 1.0
    return ids, (counts * rarity[ids] / length).astype(np.float32)


def _balanced(examples: Sequence[Example], intents: list[str], targets: NDArray[np.int64]) -> Floats:
    """A large intent counts for more than a small one, but less than in proportion."""
    given = np.array([weight for _, _, weight in examples], np.float32)
    mass = np.bincount(targets, given, len(intents))
    balance = given * (mass.mean() / mass[targets]) ** 0.5
    balanced: Floats = (balance / balance.mean()).astype(np.float32)
    return balanced


@dataclass(frozen=True)
class _Batch:
    """A fixed group of documents with the features that any of them has."""

    documents: NDArray[np.int64]
    unique: NDArray[np.int64]
    """The features, each once."""
    lines: NDArray[np.int64]
    """Of each entry its document, counted within the batch."""
    columns: NDArray[np.int64]
    """Of each entry its place among the features."""
    values: Floats

    def table(self) -> Floats:
        """Documents × features: small enough to be multiplied as a whole, which is far faster than entry by entry."""
        table = np.zeros((len(self.documents), len(self.unique)), np.float32)
        table[self.lines, self.columns] = self.values
        return table


def _batches(rows: list[tuple[NDArray[np.int64], Floats]], order: NDArray[np.int64]) -> list[_Batch]:
    batches = []
    for start in range(0, len(order), BATCH):
        documents = order[start : start + BATCH]
        sizes = [len(rows[number][0]) for number in documents]
        unique, columns = np.unique(np.concatenate([rows[number][0] for number in documents]), return_inverse=True)
        values = np.concatenate([rows[number][1] for number in documents])
        batches.append(_Batch(documents, unique, np.repeat(np.arange(len(documents)), sizes), columns, values))
    return batches


def _train(
    rows: list[tuple[NDArray[np.int64], Floats]],
    targets: NDArray[np.int64],
    importance: Floats,
    shape: tuple[int, int],
    recipe: Recipe,
    onlooker: Onlooker | None,
) -> tuple[Floats, Floats]:
    """Gradient descent over fixed batches in a fixed random order."""
    weights = np.zeros(shape, np.float32)
    bias = np.zeros(shape[1], np.float32)
    curvature = np.full((shape[0], 1), SMALLEST_STEP, np.float32)
    random = np.random.default_rng(0)
    batches = _batches(rows, random.permutation(len(rows)))
    order = [number for _ in range(recipe.epochs) for number in random.permutation(len(batches))]
    for step, number in enumerate(order):
        batch = batches[number]
        table = batch.table()
        error = _softmax((SCALE * (table @ weights[batch.unique]) + bias).astype(np.float32))
        error[np.arange(len(batch.documents)), targets[batch.documents]] -= 1
        error *= importance[batch.documents][:, None]
        gradient = table.T @ error
        if recipe.adaptive:
            gradient *= np.float32(SCALE / len(batch.documents))
            curvature[batch.unique] += (gradient * gradient).mean(1, keepdims=True)
            weights[batch.unique] -= recipe.rate * gradient / np.sqrt(curvature[batch.unique])
            bias -= recipe.rate * error.mean(0)
            if onlooker:
                lessons = (-recipe.rate * SCALE / len(batch.documents) * error).astype(np.float32)
                onlooker.step(batch.documents, lessons, curvature[:, 0])
        else:
            rate = np.float32(recipe.rate * (1 - step / len(order)))
            weights[batch.unique] -= rate / SCALE * gradient
            bias -= rate * BIAS * error.sum(0)
    return weights, bias


def _centers(
    rows: list[tuple[NDArray[np.int64], Floats]], targets: NDArray[np.int64], shape: tuple[int, int]
) -> Floats:
    centers = np.zeros(shape, np.float32)
    for (ids, values), target in zip(rows, targets, strict=True):
        centers[ids, target] += values
    lengths = np.sqrt((centers * centers).sum(0))
    centers /= np.where(lengths > 0, lengths, 1)
    return centers


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    shares: Floats = (powers / powers.sum(1, keepdims=True)).astype(np.float32)
    return shares


def _packed(learned: Learned, recipe: Recipe) -> dict[str, Any]:
    """Rows for words (with their letters summed in), for pairs, and for the letters of unknown words."""
    index, rarity = learned.index, learned.rarity
    scaled = learned.weights * rarity[:, None]
    lines: list[Floats] = []
    squares: list[float] = []
    rows: dict[str, int] = {}
    letters: dict[str, int] = {}
    for name in learned.names:
        number = index[name]
        squared = float(rarity[number] ** 2)
        line = scaled[number]
        if name[0] in "#=" and len(name) > 1:
            letters[name] = len(lines)
        else:
            if " " not in name:
                parts = [index[part] for part in inside(name, recipe.sizes) if part in index]
                line = line + scaled[parts].sum(0)
                squared += float((rarity[parts] ** 2).sum())
            rows[name] = len(lines)
        lines.append(line)
        squares.append(squared)
    table, step = whole(np.asarray(lines, np.float32))
    return {
        "intents": tuple(learned.intents),
        "rows": rows,
        "weights": table.tobytes(),
        "step": step,
        "squares": np.asarray(squares, np.float32).tobytes(),
        "bias": tuple(float(value) for value in learned.bias),
        "grams": marshal.dumps(letters),
    }


def whole(table: Floats) -> tuple[NDArray[np.int16], float]:
    """The table in 16-bit whole numbers, and what one of them is worth."""
    step = float(np.abs(table).max()) / LARGEST or 1.0
    return np.round(table / step).astype(np.int16), step
