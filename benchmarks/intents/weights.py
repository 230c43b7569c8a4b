"""The classifier's weights, and what else each might be."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import product
from types import ModuleType
from typing import Any
from unittest.mock import patch

from careerbot.bot.understanding.classifier import guesses, learning, tables

WEIGHTS: Mapping[str, tuple[ModuleType, Mapping[str, Any]]] = {
    "as it is": (learning, {}),
    "letters 3": (learning, {"SIZES": (3, 3)}),
    "letters 2-3": (learning, {"SIZES": (2, 3)}),
    "letters 3-4": (learning, {"SIZES": (3, 4)}),
    "letters 2-5": (learning, {"SIZES": (2, 5)}),
    "step 2": (learning, {"STEP": 2.0}),
    "step 8": (learning, {"STEP": 8.0}),
    "rounds 12": (learning, {"FEWEST_EPOCHS": 12, "MOST_EPOCHS": 12}),
    "rounds 24": (learning, {"FEWEST_EPOCHS": 24, "MOST_EPOCHS": 24}),
    "rounds 160": (learning, {"FEWEST_EPOCHS": 160, "MOST_EPOCHS": 160}),
    "rounds 80": (learning, {"FEWEST_EPOCHS": 80, "MOST_EPOCHS": 80}),
    "names of intents unheard": (learning, {"NAME": 0.0}),
    "names 0.5": (learning, {"NAME": 0.5}),
    "names 2": (learning, {"NAME": 2.0}),
    "slip 3": (guesses, {"SLIP": 3.0}),
    "slip 6": (guesses, {"SLIP": 6.0}),
    "often 0": (guesses, {"OFTEN": 0.0}),
    "often 1": (guesses, {"OFTEN": 1.0}),
    "first letter 0": (guesses, {"FIRST_LETTER": 0.0}),
    "two edits at most": (guesses, {"EDITS": ((5, 2), (0, 1))}),
    "three edits from 8 letters": (guesses, {"EDITS": ((8, 3), (5, 2), (0, 1))}),
    "two edits from 4 letters": (guesses, {"EDITS": ((4, 2), (0, 1))}),
    "new words later": (guesses, {"NEW_WORD": {3: 1.8, 4: 1.9, 5: 2.6, 6: 2.6}, "NEW_LONG_WORD": 3.0}),
    "new words earlier": (guesses, {"NEW_WORD": {3: 1.2, 4: 1.2, 5: 1.8, 6: 1.8}, "NEW_LONG_WORD": 2.2}),
    "as typed 0": (tables, {"TYPED": 0.0}),
    "as typed 0.15": (tables, {"TYPED": 0.15}),
    "as typed 0.5": (tables, {"TYPED": 0.5}),
    "stands for 0.6": (tables, {"SURE": 0.6}),
}
LEARNS_ANEW = frozenset({learning})
DIRECTIONS = tuple(product((1.0, 1.5, 2.0), (0.0, 0.5, 1.0), (-0.25, -0.75, -1.25), (0.0, 0.25, 0.5)))


@contextmanager
def changed(module: ModuleType, weights: Mapping[str, Any]) -> Iterator[None]:
    with ExitStack() as stack:
        for name, value in weights.items():
            getattr(module, name)  # an error for a weight that is no more
            stack.enter_context(patch.object(module, name, value))
        yield
