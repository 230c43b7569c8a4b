"""An export as a card: a picture to share, and the same in words."""

from careerbot.intents.base import Card, PayRange, Section
from careerbot.intents.export.contents import Contents, Entry, Tick
from careerbot.intents.filters import capital
from careerbot.intents.turn import Turn

DONE, OPEN = "✓ ", "○ "
"""Before a line of skills, where skills are known."""


def card(of: Contents, turn: Turn) -> Card:
    """One role in full; of several, for each what it pays, its first duty, and the first reason for the pay."""
    heading, source = of.source
    ending = Section(heading, (source,))
    pay = tuple(_range(entry, turn) for entry in of.roles)
    if len(of.roles) == 1:
        entry = of.roles[0]
        subtitle = turn.word("subtitle_one", pay=entry.role.pay)
        return Card(entry.role.title, subtitle, (*_sections(entry, of), ending), pay, of.facts)
    subtitle = turn.word("subtitle_several", count=len(of.roles))
    sections = tuple(Section(entry.role.title, (entry.work[0], entry.why[0])) for entry in of.roles)
    return Card(of.title, subtitle, (*sections, ending), pay, of.facts)


def _sections(entry: Entry, of: Contents) -> tuple[Section, ...]:
    work, skills, why = of.headings
    ticked = tuple(_ticked(line, bool(of.ticked)) for line in entry.skills)
    return Section(work, entry.work), Section(skills, ticked), Section(why, entry.why)


def _ticked(line: Tick, ticks: bool) -> str:
    return f"{DONE if line.done else OPEN}{line.text}" if ticks else line.text


def _range(entry: Entry, turn: Turn) -> PayRange:
    pay = entry.role.pay
    return PayRange(entry.role.title, capital(turn.wording.range(pay)), pay.low, pay.high, pay.open_ended)
