"""Lines of the skill list shown last that a number means: "i know the first two", "i have number 3 already"."""

from careerbot.intents.base import Query
from careerbot.intents.turn import Turn
from careerbot.knowledge.base import SkillGroup
from careerbot.knowledge.coverage import coverage

_LISTS_ALL = frozenset({"skills", "profile"})
_LISTS_OPEN = frozenset({"become", "gap", "learning"})
"""Question types that leave out what the person knows already."""


def counted(query: Query, turn: Turn) -> list[SkillGroup]:
    """Empty where nothing is counted, or the last answer showed no list of one role."""
    last = turn.memory.last
    if last is None or last.intent not in _LISTS_ALL | _LISTS_OPEN or len(turn.memory.talked_about) != 1:
        return []
    if query.skills or query.roles or (query.ordinal is None and query.how_many is None):
        return []
    role = turn.knowledge.role(turn.memory.talked_about[0])
    lines = list(role.skills)
    if last.intent in _LISTS_OPEN:
        lines = [line.group for line in coverage(role, turn.profile.skills, turn.knowledge).open]
    return _meant(lines, query.ordinal, query.how_many)


def _meant(lines: list[SkillGroup], ordinal: int | None, how_many: int | None) -> list[SkillGroup]:
    """By "the second", "the first two", "the last two", "two of them" (which is the first two of what is learnt)."""
    if ordinal is None:
        return lines[:how_many]
    if how_many and abs(ordinal) == 1:
        return lines[:how_many] if ordinal > 0 else lines[-how_many:]
    place = ordinal - 1 if ordinal > 0 else len(lines) + ordinal
    return lines[place : place + 1] if 0 <= place < len(lines) else []
