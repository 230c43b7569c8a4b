"""A linear model above the encoder: multinomial logistic regression, by L-BFGS in numpy; the same result every time."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

from careerbot.bot.understanding.semantic.weights import Floats

STEPS = 150
REMEMBERED = 10
"""Steps from which the curvature is estimated."""
ENOUGH = 1e-6
"""Improvement of the loss, relative to it, below which the search ends."""


def fitted(rows: Floats, targets: NDArray[np.int64], classes: int, decay: float) -> Floats:
    """Weights (width + 1, classes), the last row an offset. `rows`: (messages, width)."""
    with_one = np.concatenate([rows, np.ones((len(rows), 1), np.float32)], axis=1)
    problem = _Problem(with_one, targets, classes, decay)
    at = np.zeros((with_one.shape[1], classes), np.float32)
    loss, slope = problem(at)
    past: deque[tuple[Floats, Floats, float]] = deque(maxlen=REMEMBERED)
    for _ in range(STEPS):
        direction = _direction(slope, past)
        downhill = float((direction * slope).sum())
        length = 1.0 if past else 1.0 / max(1e-6, float(np.abs(slope).sum()))
        for _ in range(20):
            new = at + np.float32(length) * direction
            new_loss, new_slope = problem(new)
            if new_loss <= loss + 1e-4 * length * downhill:
                break
            length /= 2
        moved, turned = new - at, new_slope - slope
        bend = float((moved * turned).sum())
        if bend > 0:
            past.append((moved, turned, bend))
        gain = loss - new_loss
        at, loss, slope = new, new_loss, new_slope
        if gain < ENOUGH * loss:
            break
    return at


class _Problem:
    def __init__(self, rows: Floats, targets: NDArray[np.int64], classes: int, decay: float) -> None:
        self._rows = rows
        self._wanted = np.arange(len(rows)), targets
        self._decay = np.full((rows.shape[1], 1), decay, np.float32)
        self._decay[-1] = 0  # of the offset, none
        self._classes = classes

    def __call__(self, weights: Floats) -> tuple[float, Floats]:
        """Mean loss of a message, and its gradient."""
        shares = log_shares(self._rows @ weights)
        loss = -float(shares[self._wanted].mean()) + float((self._decay * weights * weights).sum()) / 2
        error = np.exp(shares)
        error[self._wanted] -= 1
        gradient: Floats = self._rows.T @ error / np.float32(len(error)) + self._decay * weights
        return loss, gradient


def _direction(slope: Floats, past: deque[tuple[Floats, Floats, float]]) -> Floats:
    """Downhill, bent by the curvature that was met on the last steps."""
    direction = -slope
    parts = []
    for moved, turned, bend in reversed(past):
        part = float((moved * direction).sum()) / bend
        direction = direction - np.float32(part) * turned
        parts.append(part)
    if past:
        _, turned, bend = past[-1]
        direction = direction * np.float32(bend / float((turned * turned).sum()))
    for (moved, turned, bend), part in zip(past, reversed(parts), strict=True):
        direction = direction + np.float32(part - float((turned * direction).sum()) / bend) * moved
    return direction


def log_shares(logits: Floats) -> Floats:
    """Logarithms of probabilities, by rows."""
    lowered = logits - logits.max(-1, keepdims=True)
    shares: Floats = lowered - np.log(np.exp(lowered).sum(-1, keepdims=True))
    return shares
