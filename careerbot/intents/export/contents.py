"""What stands in an export, whatever it is written as: each role once, with what is known ticked."""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.intents.filters import capital
from careerbot.intents.turn import Turn, pay_facts, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import Line, coverage


class Tick(NamedTuple):
    """One line of a skill list. `done`: covered by what the person knows."""

    text: str
    done: bool


class Entry(NamedTuple):
    role: Role
    pay: str
    work: tuple[str, ...]
    skills: tuple[Tick, ...]
    why: tuple[str, ...]


class Contents(NamedTuple):
    title: str
    """Empty for a single role, whose own title is enough."""
    roles: tuple[Entry, ...]
    headings: tuple[str, str, str]
    """Above work, skills, and reasons."""
    ticked: str
    """What is ticked, in words; empty where nothing is known of the person."""
    source: tuple[str, str]
    """Its heading, and the title with the date."""
    facts: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What comes at the end."""
        return tuple(note for note in (self.ticked, ": ".join(self.source)) if note)


def contents(roles: Iterable[Role], turn: Turn) -> Contents:
    roles = tuple(roles)
    known = turn.profile.skills
    source = turn.knowledge.sources[0]
    return Contents(
        title=turn.word("title") if len(roles) > 1 else "",
        roles=tuple(_entry(role, turn) for role in roles),
        headings=(turn.word("work"), turn.word("skills"), turn.word("why")),
        ticked=turn.word("ticked", skills=turn.names(known)) if known else "",
        source=(turn.word("source"), turn.word("from", source=source)),
        facts=(
            *pay_facts(*roles),
            *(fact.id for role in roles for fact in (*role.duties, *role.reasons)),
            *skill_facts(*roles),
            source.id,
        ),
    )


def _entry(role: Role, turn: Turn) -> Entry:
    lines = coverage(role, turn.profile.skills, turn.knowledge).lines
    return Entry(
        role=role,
        pay=turn.word("pay", pay=role.pay),
        work=tuple(capital(duty.text) for duty in role.duties),
        skills=tuple(Tick(_said(line, turn), line.covered) for line in lines),
        why=tuple(reason.text for reason in role.reasons),
    )


def _said(line: Line, turn: Turn) -> str:
    text = capital(line.group.text)
    if line.begun:
        return turn.word("line_begun", line=text, skills=turn.names(line.held))
    if line.similar:
        return turn.word("line_similar", line=text, pairs=turn.names(mine for mine, _ in line.similar))
    return text
