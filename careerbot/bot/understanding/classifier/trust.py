"""How far an intent is to be trusted: a probability that the message is in scope and the intent right.

Learned from the phrases alone: some intents are left out in turn and play what is out of scope, some phrases of the
others play what people will type.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
OUT_OF_SCOPE = 0.2
"""Share of the messages that are taken to be out of scope when the probability is fitted."""
LOWEST = -30.0
"""Logit below which a probability is nothing."""
STEPS = 200
CLOSE = 1e-6
"""Steps of the fit, at most, and the move that ends it."""
DIRECTION = (1.5, 0.5, -0.75, 0.25)
"""How much each signal says, in its own spread: the same for every set of intents, where phrases alone mislead."""


class Signals(NamedTuple):
    lift: float
    """The best logit above the mean of all."""
    likeness: float
    """Cosine with the mean phrase of the intent."""
    strange: float
    """Share of words that nobody told us."""
    clear: float
    """Logarithm of the intent's share among all."""


class Trust(NamedTuple):
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    slope: float
    offset: float

    def of(self, signals: Signals) -> float:
        """0 to 1."""
        score = 0.0
        for value, mean, spread, weight in zip(signals, self.means, self.spreads, DIRECTION, strict=True):
            score += weight * (value - mean) / spread
        return 1 / (1 + math.exp(-max(self.slope * score + self.offset, LOWEST)))


def fitted(signals: Sequence[Signals], in_scope: Sequence[bool], right: Sequence[bool]) -> Trust:
    """`signals` of messages that were not learned from, whether each is in scope, whether its intent was right."""
    table = np.array(signals, np.float64)
    means, spreads = table.mean(0), np.maximum(table.std(0), 1e-6)
    score = ((table - means) / spreads) @ np.array(DIRECTION)
    inside = np.array(in_scope)
    weights = np.where(inside, (1 - OUT_OF_SCOPE) / max(inside.sum(), 1), OUT_OF_SCOPE / max((~inside).sum(), 1))
    slope, offset = _logistic(score, np.array(right, np.float64), weights)
    return Trust(tuple(means.tolist()), tuple(spreads.tolist()), slope, offset)


def _logistic(scores: Floats, targets: Floats, weights: Floats) -> tuple[float, float]:
    """Slope and offset of a weighted logistic regression, by Newton's method, a little held back."""
    columns = np.stack([scores, np.ones(len(scores))], 1)
    answer = np.zeros(2)
    held = np.diag([1e-3, 1e-6])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(columns @ answer, LOWEST, -LOWEST)))
        gradient = columns.T @ (weights * (chance - targets)) + held @ answer
        curvature = (columns * (weights * chance * (1 - chance))[:, None]).T @ columns + held
        move = np.linalg.solve(curvature, gradient)
        answer -= np.clip(move, -2, 2)
        if np.abs(move).max() < CLOSE:
            break
    return float(max(answer[0], 0.0)), float(answer[1])
