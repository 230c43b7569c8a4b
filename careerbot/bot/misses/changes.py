"""What a phrase changed: the same conversations held before and after it."""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.bot.testing.trial import Held


class Pair(NamedTuple):
    """A turn before and after."""

    before: Held
    after: Held


class Changes(NamedTuple):
    broken: tuple[Pair, ...]
    """No longer as their authors wrote."""
    mended: tuple[Pair, ...]
    differing: tuple[Pair, ...]
    """Answered otherwise, and as expected or not just as before."""


def changes(before: Iterable[Held], after: Iterable[Held]) -> Changes:
    """Both are of the same conversations, in the same order."""
    broken: list[Pair] = []
    mended: list[Pair] = []
    differing: list[Pair] = []
    for pair in map(Pair, before, after):
        if pair.after.wrong and not pair.before.wrong:
            broken.append(pair)
        elif pair.before.wrong and not pair.after.wrong:
            mended.append(pair)
        elif pair.before.came != pair.after.came:
            differing.append(pair)
    return Changes(tuple(broken), tuple(mended), tuple(differing))
