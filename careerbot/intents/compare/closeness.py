"""Which of several roles is closer to what the person told: lines of the lists, counted."""

from careerbot.intents.base import Block
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import Coverage, coverage


def closeness(roles: list[Role], turn: Turn) -> list[Block]:
    """Nothing where nothing is known of the person."""
    known = turn.profile.skills
    if not known:
        return []
    found = [coverage(role, known, turn.knowledge) for role in roles]
    found.sort(key=_order)
    facts = skill_facts(*(each.role for each in found))
    rows = turn.bullets([_row(each, turn) for each in found], facts)
    return [_head(found, turn), rows, turn.say("told", skills=turn.names(known))]


def closest(roles: list[Role], turn: Turn) -> str | None:
    """Id of the role that is closer than the others; None where none is."""
    found = sorted((coverage(role, turn.profile.skills, turn.knowledge) for role in roles), key=_order)
    best = _order(found[0])
    return found[0].role.id if best != (0, 0) and _order(found[1]) != best else None


def _order(each: Coverage) -> tuple[int, int]:
    return -each.covered, -each.begun


def _head(found: list[Coverage], turn: Turn) -> Block:
    best = found[0]
    tied = [each for each in found if _order(each) == _order(best)]
    facts = skill_facts(*(each.role for each in tied))
    if not best.covered and not best.begun:
        return turn.say("none_close", facts)
    if len(tied) > 1:
        titles = [each.role.title for each in tied]
        return turn.say("closest_tie", facts, roles=titles, covered=best.covered, begun=best.begun)
    return turn.say("closer", facts, role=best.role, covered=best.covered, begun=best.begun, total=len(best.lines))


def _row(each: Coverage, turn: Turn) -> str:
    return turn.word(
        "line_closer",
        role=each.role,
        covered=each.covered,
        total=len(each.lines),
        lines=[line.group.text for line in each.lines if line.covered],
        begun=[line.group.text for line in each.lines if line.begun],
        similar=[turn.skills[mine] for mine, _ in each.similar],
    )
