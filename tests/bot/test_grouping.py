"""How well messages that ask alike are told from others, on examples that say which belong together."""

from datetime import date
from itertools import combinations
from pathlib import Path

import yaml

from careerbot.bot.conversation import Adviser
from careerbot.bot.misses.grouping import grouped
from careerbot.bot.misses.miss import Miss
from careerbot.bot.misses.reading import Kept

EXAMPLES = Path(__file__).with_name("asked_alike.yaml")
PRECISION, RECALL = 0.93, 0.9
"""Of pairs of messages: those put together that belong together, and those belonging together that were."""


def of(text: str, language: str = "") -> Kept:
    return Kept(text, Miss(text, "out_of_scope", (), 0.5, date(2026, 11, 24), language))


def test_how_well(adviser: Adviser) -> None:
    """Sixteen groups and some messages that are like no other, in two languages."""
    belongs = {
        text: (language, number)
        for language, groups in yaml.safe_load(EXAMPLES.read_text(encoding="utf-8")).items()
        for number, group in enumerate(groups)
        for text in group
    }
    groups = grouped([of(text, language) for text, (language, _) in belongs.items()], adviser)
    put = {kept.miss.text: number for number, group in enumerate(groups) for kept in group.misses}
    pairs = list(combinations(belongs, 2))
    together = {(one, other) for one, other in pairs if put[one] == put[other]}
    wanted = {(one, other) for one, other in pairs if belongs[one] == belongs[other]}

    assert len(together & wanted) / len(together) >= PRECISION, sorted(together - wanted)
    assert len(together & wanted) / len(wanted) >= RECALL, sorted(wanted - together)
