"""How well the quick verdict of `careerbot check` on a phrase agrees with leaving the phrase out for good.

    python -m benchmarks.left_out [PHRASES] [SEED]

For each phrase of the sample the router is fitted anew without it: a few seconds each, two at a time.
"""

import random
import sys
from collections.abc import Sequence
from multiprocessing import Pool
from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.built_in import INTENTS, KNOWLEDGE, LANGUAGE
from careerbot.bot.checking.left_out import Judged, LeftOut
from careerbot.bot.compiling import Taught, compile_sources, read_sources
from careerbot.bot.understanding.fitting import fit
from careerbot.bot.understanding.router import Router

SAMPLE = 100
SEED = 7


class Verdicts(NamedTuple):
    """One way of asking, judged quickly and for good."""

    intent: str
    quick: Judged
    winner: str
    highest: float
    own: float

    @property
    def lost(self) -> tuple[bool, bool]:
        """By the quick verdict, and by the real one."""
        return self.quick.winner != self.intent, self.winner != self.intent


class _Watched(LeftOut):
    taught: Taught

    def onlooker(self, taught: Taught) -> LeftOut:
        self.taught = taught
        return super().onlooker(taught)


def _without(task: tuple[Taught, int, Sequence[Judged]]) -> list[Verdicts]:
    taught, phrase, quick = task
    kept = [
        example
        for example, brought_by in zip(taught.examples, taught.brought_by, strict=True)
        if brought_by != (phrase,)
    ]
    router = Router(fit(kept)[0])
    intent = taught.phrases[phrase][0]
    found = []
    for each in quick:
        ranking = router.rank(each.words)
        found.append(Verdicts(intent, each, *ranking[0], dict(ranking)[intent]))
    return found


def main(count: int = SAMPLE, seed: int = SEED) -> None:
    watched = _Watched()
    compile_sources(read_sources(KNOWLEDGE, INTENTS, LANGUAGE), LANGUAGE, watched)
    by_phrase: dict[int, list[Judged]] = {}
    for each in watched.judged():
        by_phrase.setdefault(each.phrase, []).append(each)
    sample = random.Random(seed).sample(sorted(by_phrase), count)  # noqa: S311  a sample, the same every time
    with Pool(2) as pool:
        tasks = [(watched.taught, phrase, by_phrase[phrase]) for phrase in sample]
        verdicts = [each for found in pool.map(_without, tasks, chunksize=1) for each in found]
    same = sum(quick == real for quick, real in (each.lost for each in verdicts))
    false = sum(quick and not real for quick, real in (each.lost for each in verdicts))
    missed = sum(real and not quick for quick, real in (each.lost for each in verdicts))
    sure = [each for each in verdicts if each.lost[0] and each.quick.highest >= policy.CERTAIN]
    apart = sum(abs(each.quick.own - each.own) for each in verdicts) / len(verdicts)
    print(f"{len(verdicts)} ways of asking of {count} phrases, seed {seed}")
    print(f"same verdict: {same}; lost only quickly: {false}; lost only for good: {missed}")
    print(f"told as surely lost: {len(sure)}; of these really lost: {sum(each.lost[1] for each in sure)}")
    print(f"probability of the own question type, mean distance: {apart:.3f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
