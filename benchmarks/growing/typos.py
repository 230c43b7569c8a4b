"""Slips of the keyboard: a neighbouring key, a letter left out, doubled, or in the wrong order."""

from random import Random

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
EVERY = 8
"""Characters for each slip."""


def typed_badly(text: str, random: Random, every: int = EVERY) -> str:
    """The text with one slip in each `every` characters; spaces and digits stay."""
    typed = list(text)
    for start in range(0, len(text), every):
        letters = [place for place in range(start, min(start + every, len(text))) if text[place].isalpha()]
        if letters:
            _slip(typed, random.choice(letters), random)
    return "".join(typed)


def _slip(typed: list[str], place: int, random: Random) -> None:
    letter = typed[place]
    kind = random.randrange(4)
    if kind == 0:
        typed[place] = _beside(letter, random)
    elif kind == 1:
        typed[place] = ""
    elif kind == 2:
        typed[place] = letter * 2
    elif place + 1 < len(typed) and typed[place + 1].isalpha():
        typed[place], typed[place + 1] = typed[place + 1], letter
    else:
        typed[place] = ""


def _beside(letter: str, random: Random) -> str:
    for row in ROWS:
        place = row.find(letter.lower())
        if place >= 0:
            return random.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    return letter
