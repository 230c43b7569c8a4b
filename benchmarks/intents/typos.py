"""Typing errors as a keyboard makes them: one for every eight characters, from a fixed seed."""

import random
from collections.abc import Sequence

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
CHARACTERS_EACH = 8
SEED = 8


def _neighbors() -> dict[str, str]:
    near = {}
    for row, keys in enumerate(KEYS):
        for column, key in enumerate(keys):
            around = {
                KEYS[r][c]
                for r in range(max(0, row - 1), min(len(KEYS), row + 2))
                for c in range(max(0, column - 1), min(len(KEYS[r]), column + 2))
            }
            near[key] = "".join(sorted(around - {key}))
    return near


NEIGHBORS = _neighbors()


def mistyped(texts: Sequence[str], seed: int = SEED) -> list[str]:
    chance = random.Random(seed)
    return [_mistyped(text, chance) for text in texts]


def _mistyped(text: str, chance: random.Random) -> str:
    """A neighboring key instead, a letter too few, one too many, or two letters swapped: each as likely."""
    typed = list(text)
    for _ in range(max(1, round(len(text) / CHARACTERS_EACH))):
        places = [place for place, character in enumerate(typed) if character.isalpha()]
        if len(places) < 2:
            break
        place = chance.choice(places)
        near = NEIGHBORS.get(typed[place].lower()) or typed[place].lower()
        kind = chance.randrange(4)
        if kind == 0:
            typed[place] = chance.choice(near)
        elif kind == 1:
            del typed[place]
        elif kind == 2:
            typed.insert(place + 1, chance.choice(near))
        elif place + 1 < len(typed):
            typed[place], typed[place + 1] = typed[place + 1], typed[place]
    return "".join(typed)
