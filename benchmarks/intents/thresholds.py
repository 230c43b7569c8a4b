"""Below which sureness a message is refused: tuned on training or validation messages only, by one rule for everybody.

Where a set has validation messages of both kinds, those; else from training alone: every round holds out a fifth of the
intents, whose messages are then out of scope, and a fifth of the messages of the others.
"""

import math
import random
from collections.abc import Callable

from .metrics import Judged
from .sets import IntentSet, Messages
from .system import System, guesses

ROUNDS = 3
FIFTH = 5
CANDIDATES = 400


def tuned(make: Callable[[], System], fitted: System, messages: IntentSet, most: int | None = None) -> float:
    """`most`: about so many messages in scope are enough for a slow system."""
    validation = messages.validation
    if validation is not None and None in validation.intents:
        return best(_judged(fitted, validation, most))
    return best(_held_out(make, messages.train, most))


def best(judged: Judged) -> float:
    """The threshold of the best balance; the lowest such."""
    values = sorted({sure for sure, _ in judged.inside} | set(judged.outside))
    values = [*values[:: max(1, len(values) // CANDIDATES)], math.inf]
    return max(values, key=judged.balance)


def _judged(system: System, messages: Messages, most: int | None) -> Judged:
    """Every message out of scope, and of the others one in so many."""
    step = max(1, len(messages.texts) // most) if most else 1
    kept = [number for number, intent in enumerate(messages.intents) if intent is None or number % step == 0]
    return Judged.of(guesses(system, [messages.texts[n] for n in kept]), [messages.intents[n] for n in kept])


def _held_out(make: Callable[[], System], train: Messages, most: int | None) -> Judged:
    inside: list[tuple[float, bool]] = []
    outside: list[float] = []
    for seed in range(ROUNDS):
        kept, held = _parted(train, random.Random(seed))
        system = make()
        system.fit(*kept.known())
        judged = _judged(system, held, most)
        inside += judged.inside
        outside += judged.outside
    return Judged(inside, outside)


def _parted(train: Messages, chance: random.Random) -> tuple[Messages, Messages]:
    """What is fitted on, and what is held out, where intents that are held out as a whole are out of scope."""
    texts, intents = train.known()
    names = sorted(set(intents))
    chance.shuffle(names)
    strange = set(names[: max(1, len(names) // FIFTH)])
    order = list(range(len(texts)))
    chance.shuffle(order)
    held = {number for place, number in enumerate(order) if intents[number] in strange or place % FIFTH == 0}
    kept = [number for number in order if number not in held]
    aside = [number for number in order if number in held]
    return (
        Messages(tuple(texts[n] for n in kept), tuple(intents[n] for n in kept)),
        Messages(tuple(texts[n] for n in aside), tuple(None if intents[n] in strange else intents[n] for n in aside)),
    )
