"""Ways from one role to another: the closest, the cheapest that raises pay, or the map of them all."""

from collections.abc import Iterable

from careerbot.intents.base import Answer, Block, Move, Query, RoleMap, Suggestion
from careerbot.intents.moves.higher import higher
from careerbot.intents.turn import Turn, pay_facts, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import Coverage
from careerbot.knowledge.moves import (
    Tie,
    Way,
    all_ways,
    cheapest,
    closest,
    difference,
    raises,
    way_between,
    ways,
)


def answer(query: Query, turn: Turn) -> Answer:
    if "map" in query.aspects or "map" in query.picked:
        return _map(turn)
    roles = turn.roles(query)
    if not roles:
        return _from_which(query, turn)
    start = roles[0]
    known: list[Block] = (
        [turn.say("you_work_as", [start.position_fact], role=start)] if _is_own(start, query, turn) else []
    )
    if len(roles) == 2 and not _wants_raise(query):
        return _between(start, roles[1], known, turn)
    if _wants_biggest(query) or "higher" in query.aspects:
        return higher(start, known, _wants_biggest(query), [_offer_raise(start, turn), _offer_map(turn)], turn)
    found = ways(start, turn.knowledge)
    if not found:
        return _nowhere(start, known, turn)
    return _raise(start, found, known, turn) if _wants_raise(query) else _closest(start, found, known, turn)


def _wants_raise(query: Query) -> bool:
    return "raise" in query.aspects or "money" in query.aspects or "raise" in query.picked or "jump" in query.aspects


def _wants_biggest(query: Query) -> bool:
    return "jump" in query.aspects


def _is_own(role: Role, query: Query, turn: Turn) -> bool:
    return "roles" in query.from_memory and role.id == turn.profile.role


# --- The closest role -----------------------------------------------------------------------------------------------


def _closest(start: Role, found: list[Way], known: list[Block], turn: Turn) -> Answer:
    best = closest(found)
    head = turn.say(
        "closest" if len(best) == 1 else "tied",
        _facts(best),
        start=start,
        roles=[way.end.title for way in best],
        reason=_reason(best[0], turn),
    )
    rows = turn.bullets([_row(way, turn) for way in found], _facts(found), turn.word("ways", start=start), ordered=True)
    ends = [way.end.id for way in found]
    return turn.answer(
        head,
        *known,
        rows,
        turn.say("order"),
        roles=ends,
        follow_ups=[_offer_raise(start, turn), turn.suggest("become", ends[0]), _offer_map(turn)],
    )


def _row(way: Way, turn: Turn) -> str:
    return turn.word(
        "row",
        role=way.end,
        reason=_reason(way, turn),
        difference=turn.word("pay_difference", start=way.start.pay, end=way.end.pay),
    )


def _reason(way: Way, turn: Turn) -> str:
    return "; ".join(_said(way.of(kind), turn) for kind in way.kinds)


def _said(ties: tuple[Tie, ...], turn: Turn) -> str:
    """What ties of one kind have to say for themselves."""
    kind = ties[0].kind
    if kind == "same":
        return turn.word("same", skills=turn.names(tie.theirs for tie in ties))
    if kind == "similar":
        pairs = [turn.word("pair", mine=turn.names(mine), theirs=turn.names(theirs)) for mine, theirs in _pairs(ties)]
        return turn.word("similar", pairs=pairs)
    return "; ".join(_duty(tie, turn) for tie in ties)


def _pairs(ties: tuple[Tie, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Skills that are similar to the same ones, together: Jenkins or GitHub Actions to CI/CD."""
    to: dict[str, tuple[str, ...]] = {}
    for tie in ties:
        to[tie.theirs] = (*to.get(tie.theirs, ()), tie.mine)
    grouped: dict[tuple[str, ...], tuple[str, ...]] = {}
    for theirs, mine in to.items():
        grouped[mine] = (*grouped.get(mine, ()), theirs)
    return list(grouped.items())


def _duty(tie: Tie, turn: Turn) -> str:
    mine, theirs = turn.knowledge.facts[tie.mine], turn.knowledge.facts[tie.theirs]
    duty, skill = (mine, theirs) if mine.kind == "duty" else (theirs, mine)
    titles = [turn.knowledge.role(fact.role or "").title for fact in (duty, skill)]
    return turn.word("duty", duty=duty.text, doer=titles[0], skill=skill.text, asker=titles[1])


def _between(start: Role, end: Role, known: list[Block], turn: Turn) -> Answer:
    way = way_between(start, end, turn.knowledge)
    facts = [*skill_facts(start, end), *pay_facts(start, end)]
    change = turn.word("pay_difference", start=start.pay, end=end.pay)
    reason = _reason(way, turn) if way else ""
    return turn.answer(
        turn.say("between" if way else "untied", facts, start=start, end=end, reason=reason, difference=change),
        *known,
        roles=[start.id, end.id],
        follow_ups=[turn.suggest("become", end.id), turn.suggest("compare", start.id, end.id), _offer_map(turn)],
    )


def _nowhere(start: Role, known: list[Block], turn: Turn) -> Answer:
    return turn.answer(
        turn.say("nowhere", skill_facts(start), start=start),
        *known,
        turn.say("nowhere_means", start=start),
        roles=[start.id],
        follow_ups=[_offer_map(turn), turn.suggest("recommend"), turn.suggest("rank")],
    )


# --- The cheapest that raises pay -----------------------------------------------------------------------------------


def _raise(start: Role, found: list[Way], known: list[Block], turn: Turn) -> Answer:
    raised = raises(start, turn.profile.skills, turn.knowledge)
    partly = [way for way in found if _one_end(way)]
    beside = [_partly(way, turn) for way in partly]
    if not raised:
        return turn.answer(
            turn.say("no_raise", [*pay_facts(start), *_facts(found)], start=start),
            *known,
            *beside,
            turn.say("higher_means"),
            roles=[start.id],
            follow_ups=[turn.suggest("moves", start.id), _offer_map(turn), turn.suggest("rank")],
        )
    best = cheapest(raised)
    facts = _facts(way for way, _ in raised)
    items = [_step(way, has, turn) for way, has in raised]
    ends = [way.end.id for way, _ in raised]
    return turn.answer(
        _head_of_raise(start, best, turn),
        *known,
        turn.bullets(items, facts, turn.word("steps", start=start), ordered=True),
        *beside,
        turn.say("counted", skill_facts(start), start=start, skills=turn.names(turn.profile.skills)),
        turn.say("higher_means"),
        roles=ends,
        follow_ups=[turn.suggest("become", ends[0]), turn.suggest("moves", start.id), _offer_map(turn)],
    )


def _head_of_raise(start: Role, best: list[tuple[Way, Coverage]], turn: Turn) -> Block:
    (way, has), *others = best
    facts = _facts(each for each, _ in best)
    if others:
        titles = [each.end.title for each, _ in best]
        return turn.say("cheapest_tied", facts, start=start, roles=titles, count=len(has.open))
    return turn.say("cheapest", facts, start=start, end=way.end, count=len(has.open), total=len(has.lines))


def _step(way: Way, has: Coverage, turn: Turn) -> str:
    return turn.word(
        "step",
        role=way.end,
        reason=_reason(way, turn),
        lines=[
            turn.word("rest", line=line.group.text, missing=turn.names(line.missing)) if line.held else line.group.text
            for line in has.open
        ],
        count=len(has.open),
        total=len(has.lines),
        difference=turn.word("pay_difference", start=way.start.pay, end=way.end.pay),
    )


def _one_end(way: Way) -> bool:
    change = difference(way.start.pay, way.end.pay)
    return not change.is_raise and change.raised != "none"


def _partly(way: Way, turn: Turn) -> Block:
    change = turn.word("pay_difference", start=way.start.pay, end=way.end.pay)
    low = difference(way.start.pay, way.end.pay).low > 0
    return turn.say("only_low" if low else "only_high", _facts([way]), role=way.end, difference=change)


# --- The map --------------------------------------------------------------------------------------------------------


def _map(turn: Turn) -> Answer:
    found = all_ways(turn.knowledge)
    moves = tuple(
        Move(way.start.title, way.end.title, kind, turn.word(
            "edge",
            reason=_said(way.of(kind), turn),
            difference=turn.word("pay_difference", start=way.start.pay, end=way.end.pay),
        ))
        for way in found
        for kind in way.kinds
    )  # fmt: skip
    tied = {role.id for way in found for role in (way.start, way.end)}
    alone = [role for role in turn.knowledge.roles if role.id not in tied]
    counts = {kind: sum(kind in way.kinds for way in found) for kind in ("same", "similar", "duty")}
    return turn.answer(
        turn.say("map", _facts(found), **counts),
        RoleMap(moves, tuple(dict.fromkeys(_facts(found)))),
        *([turn.say("alone", skill_facts(*alone), roles=[role.title for role in alone])] if alone else []),
        turn.say("both_ways"),
        roles=[role.id for role in turn.knowledge.roles if role.id in tied],
        follow_ups=[*_offers(turn)[:2], turn.suggest("rank")],
    )


# --- Ways on --------------------------------------------------------------------------------------------------------


def _from_which(query: Query, turn: Turn) -> Answer:
    raised = _wants_raise(query)
    return turn.answer(
        turn.say("which_raise" if raised else "which"),
        outcome="clarify",
        follow_ups=[_offer_raise(turn.knowledge.role(id), turn) for id in _starts(turn)] if raised else _offers(turn),
    )


def _starts(turn: Turn) -> list[str]:
    """Roles that lead to most others."""
    counted = [(-len(ways(role, turn.knowledge)), role.position, role.id) for role in turn.knowledge.roles]
    return [id for *_, id in sorted(counted)][:3]


def _offers(turn: Turn) -> list[Suggestion]:
    return [turn.suggest("moves", id) for id in _starts(turn)]


def _offer_raise(start: Role, turn: Turn) -> Suggestion:
    return Suggestion(turn.word("suggestion_raise", role=start.title), f"moves:{start.id},raise")


def _offer_map(turn: Turn) -> Suggestion:
    return Suggestion(turn.word("suggestion_map"), "moves:map")


def _facts(found: Iterable[Way]) -> list[str]:
    """Skill lists, duties that tie, and pay of the roles of these ways."""
    facts: list[str] = []
    for way in found:
        facts += [*skill_facts(way.start, way.end), *pay_facts(way.start, way.end)]
        facts += [fact for tie in way.of("duty") for fact in (tie.mine, tie.theirs)]
    return list(dict.fromkeys(facts))
