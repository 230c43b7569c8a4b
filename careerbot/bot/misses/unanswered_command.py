"""`careerbot unanswered`: what people asked and did not get, the commonest first."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import click

from careerbot.bot.conversation import Adviser
from careerbot.bot.misses.grouping import Group, grouped
from careerbot.bot.misses.notebook import today
from careerbot.bot.misses.reading import Kept, NowhereError, misses_in, store_at
from careerbot.bot.rendering.as_json import json_line
from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.wording import wording
from careerbot.bot.stores.errors import StoreError

WORDS = wording(Path(__file__).with_name("en.yaml"))


def unanswered(adviser: Adviser, state: str | None, since: str | None, in_json: bool) -> None:
    misses = kept_in(state, since)
    groups = grouped(misses, adviser)
    if in_json:
        click.echo(json_line([group.to_data() for group in groups]))
        return
    for line in _told(groups, misses):
        click.echo(line)


def kept_in(state: str | None, since: str | None) -> list[Kept]:
    """The misses of a store. Ends the program where there is none, or none that can be read."""
    day = since_day(since) if since else None
    try:
        with store_at(state) as store:
            return misses_in(store, day)
    except NowhereError as error:
        raise click.ClickException(WORDS["nowhere"].format(place=error)) from None
    except StoreError as error:
        raise click.ClickException(str(error)) from None


def since_day(text: str) -> date:
    """The day that is meant: "2026-11-24", or "7d" for the last seven days."""
    if days := re.fullmatch(r"(\d{1,4})d", text):
        return today() - timedelta(days=int(days[1]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(WORDS["bad_since"].format(text=text), param_hint="--since") from None


def group_lines(group: Group) -> Iterator[str]:
    yield WORDS["group"].format(count=len(group.misses), seen=clean(group.seen))
    why = ", ".join(WORDS[f"why_{why}"].format(count=count) for why, count in group.whys.items())
    yield WORDS["detail"].format(why=why, language=group.language, last=group.last)
    yield from (WORDS["example"].format(text=clean(text)) for text in group.examples)
    for near in group.nearest:
        yield WORDS["near"].format(intent=near.intent, probability=near.probability, phrase=near.phrase)


def _told(groups: list[Group], misses: list[Kept]) -> Iterator[str]:
    for group in groups:
        yield from group_lines(group)
        yield ""
    if not misses:
        yield WORDS["nothing"]
        return
    good = sum(kept.miss.why == "good" for kept in misses)
    bad = sum(kept.miss.why == "bad" for kept in misses)
    yield WORDS["sum"].format(misses=len(misses) - good, groups=len(groups), good=good, bad=bad)
