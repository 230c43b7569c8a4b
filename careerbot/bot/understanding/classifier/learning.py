"""How the classifier learns: from few phrases an intent or from many."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from careerbot.bot.understanding.classifier.tables import tables
from careerbot.bot.understanding.classifier.words import words
from careerbot.bot.understanding.fitting import Example, Recipe, learn

SIZES = (2, 4)
"""Letters of the n-grams."""
STEP = 4.0
"""Length of the first steps."""
STEPS = 60_000
"""Examples that are looked at, again and again, while fitting; at least so many times each:"""
FEWEST_EPOCHS, MOST_EPOCHS = 24, 40
MANY = 5_000
"""Phrases: for each so many a pair of words has to be in one more to count."""
NAME = 1.0
"""Weight of an intent's name beside that of a phrase."""
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def learned(examples: Sequence[Example]) -> dict[str, Any]:
    """Data for Tables."""
    examples = [*examples, *_names(examples)]
    epochs = min(max(STEPS // len(examples), FEWEST_EPOCHS), MOST_EPOCHS)
    rarest = 1 + len(examples) // MANY
    recipe = Recipe(
        epochs, STEP, adaptive=False, rarest_pair=rarest, rarest_part=min(rarest, 2), sizes=SIZES, unknown_words=False
    )
    return tables(learn(examples, recipe), SIZES, Counter(word for spoken, _, _ in examples for word in spoken))


def _names(examples: Sequence[Example]) -> list[Example]:
    """Whoever names an intent says what it is about: "lost_card" and "lostCard" are ways of asking too."""
    if not NAME:
        return []
    return [(words(_INNER_CAPITAL.sub(" ", intent)), intent, NAME) for intent in sorted({each[1] for each in examples})]
