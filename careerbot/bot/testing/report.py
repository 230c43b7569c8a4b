"""What a person reads of a run of conversations."""

from collections.abc import Iterator
from pathlib import Path

from careerbot.bot.conversation import Adviser
from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.wording import wording
from careerbot.bot.testing.trial import Held

WORDS = wording(Path(__file__).with_name("en.yaml"))
LINES = 8
"""Of an answer that are shown."""


def told(held: Held, adviser: Adviser) -> Iterator[tuple[str, str]]:
    """Lines about a turn that went wrong, each with its kind: place, expected, came, or nothing."""
    yield (
        WORDS["failed"].format(
            file=held.script.file, line=held.turn.line, number=held.number, name=clean(held.script.name)
        ),
        "place",
    )
    yield WORDS["said"].format(said=clean(held.turn.said)), ""
    for each in held.wrong:
        yield WORDS["expected"].format(key=each.key, expected=clean(each.expected)), "expected"
        yield WORDS["came"].format(came=clean(each.came) or WORDS["not_in_it"]), "came"
    first, *more = held.came.text.split("\n")
    yield WORDS["answer"].format(first=first), ""
    for line in [*more[: LINES - 1], *(["…"] if len(more) >= LINES else [])]:
        yield WORDS["answer_more"].format(line=line), ""
    why = adviser.explain(held.turn.said, held.before).summary()
    yield WORDS["why"].format(why=clean(why)), ""
