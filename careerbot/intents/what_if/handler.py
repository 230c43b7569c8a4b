"""What more skills would change: lines of the skill lists before and after, and how the pay ranges lie."""

from careerbot.intents.base import Answer, Block, Query, Suggestion
from careerbot.intents.filters import capital
from careerbot.intents.turn import Turn, pay_facts, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import Coverage, coverage
from careerbot.knowledge.moves import skills_of
from careerbot.knowledge.what_if import Change, changes, most_useful

MOST = 5
"""Roles shown."""


def answer(query: Query, turn: Turn) -> Answer:
    if not (query.skills or query.unlisted_skills or query.like_skills):
        return _which_skill(query, turn)
    own = _own(turn)
    known = _known(own, turn)
    found = [change for change in changes(known, query.skills, turn.knowledge) if change.role is not own]
    asked = turn.roles(query)
    if asked:
        found.sort(key=lambda change: change.role not in asked)
    notes = _notes(query, known, turn)
    if not found:
        return _nothing(query, own, known, notes, turn)
    shown = found[:MOST]
    rest = _as_before([change.role for change in found], own, known, turn)
    roles = [change.role for change in shown]
    if {"intent", "skills"} <= set(query.from_memory):
        head = [] if own else [turn.say("about_pay", skills=turn.names(query.skills))]
        blocks: list[Block] = [*head, *_pay(roles, own, turn)]
    else:
        rows = turn.bullets([_row(change, turn) for change in shown], _facts(shown), ordered=True)
        blocks = [
            *_asked(asked, own, shown, query, turn),
            _head(shown, query, turn),
            *notes,
            rows,
            *_unchanged(rest, turn),
            *(_pay([*roles, *(has.role for has in rest)], own, turn) if own else []),
        ]
    best = shown[0].role.id
    return turn.answer(
        *blocks,
        turn.say("no_promise" if own else "no_promise_without_role", [turn.knowledge.sources[0].id]),
        roles=[change.role.id for change in shown],
        follow_ups=[turn.suggest("become", best), turn.suggest("pay", best), turn.suggest("recommend")],
    )


def _own(turn: Turn) -> Role | None:
    return turn.knowledge.role(turn.profile.role) if turn.profile.role else None


def _known(own: Role | None, turn: Turn) -> tuple[str, ...]:
    """As `recommend` counts it: what was told, and what the list of one's present role names."""
    return (*turn.profile.skills, *(skills_of(own) if own else ()))


def _head(shown: list[Change], query: Query, turn: Turn) -> Block:
    """What is gained most: lines covered, else begun, else something similar."""
    best = [change for change in shown if change.gain == shown[0].gain]
    covered, begun, _ = best[0].gain
    name = "covers" if covered else "begins" if begun else "comes_close"
    return turn.say(
        name,
        _facts(best),
        skills=turn.names(query.skills),
        roles=[change.role.title for change in best],
        count=covered or begun,
        change=best[0],
        total=len(best[0].after.lines),
        alone=len(best) == 1,
    )


def _row(change: Change, turn: Turn) -> str:
    covered = [line.group.text for line in change.lines if line.covered]
    begun = [
        turn.word("begun", line=line.group.text, missing=turn.names(line.missing))
        for line in change.lines
        if line.begun
    ]
    similar = [
        turn.word("similar", mine=turn.skills[mine], theirs=turn.skills[theirs])
        for line in change.lines
        if not line.held
        for mine, theirs in line.similar
    ]
    return turn.word(
        "row",
        role=change.role,
        before=change.before.covered,
        after=change.after.covered,
        total=len(change.after.lines),
        covered=covered,
        begun=begun,
        similar=similar,
    )


def _asked(asked: list[Role], own: Role | None, shown: list[Change], query: Query, turn: Turn) -> list[Block]:
    """A role that was asked about and of which nothing changes."""
    changed = [change.role for change in shown]
    return [
        turn.say("role_unchanged", skill_facts(role), role=role, skills=turn.names(query.skills))
        for role in asked
        if role not in changed and role is not own
    ]


def _as_before(changed: list[Role], own: Role | None, known: tuple[str, ...], turn: Turn) -> list[Coverage]:
    """Roles that are covered in part and stay as they are."""
    return [
        has
        for role in turn.knowledge.roles
        if role not in changed and role is not own
        for has in [coverage(role, known, turn.knowledge)]
        if has.covered or has.begun
    ]


def _unchanged(rest: list[Coverage], turn: Turn) -> list[Block]:
    if not rest:
        return []
    facts = skill_facts(*(has.role for has in rest))
    rows = [turn.word("as_before", has=has, total=len(has.lines)) for has in rest]
    return [turn.say("unchanged", facts, rows=rows)]


def _pay(roles: list[Role], own: Role | None, turn: Turn) -> list[Block]:
    if own is None:
        return [turn.pay_ranges(roles)]
    rows = [
        turn.word("pay_row", role=role, difference=turn.word("pay_difference", start=own.pay, end=role.pay))
        for role in roles
    ]
    return [turn.bullets(rows, pay_facts(own, *roles), turn.word("beside_yours", role=own))]


def _notes(query: Query, known: tuple[str, ...], turn: Turn) -> list[Block]:
    """Skills that cannot count: in none of the lists, like a listed one, known already."""
    notes: list[Block] = []
    if query.unlisted_skills:
        notes.append(turn.say("unlisted", skills=query.unlisted_skills))
    notes += turn.alike(query)
    had = [skill for skill in query.skills if skill in known]
    if had:
        told = all(skill in turn.profile.skills for skill in had)
        notes.append(turn.say("known" if told else "known_by_role", skills=turn.names(had)))
    return notes


def _nothing(query: Query, own: Role | None, known: tuple[str, ...], notes: list[Block], turn: Turn) -> Answer:
    new = [skill for skill in query.skills if skill not in known]
    best = most_useful(known, turn.knowledge)
    filled = [turn.say("filled", turn.facts_naming(query.skills), skills=turn.names(new))] if new else []
    named = [*turn.names(query.skills), *(tool for tool, _ in query.like_skills), *query.unlisted_skills]
    return turn.answer(
        turn.say("nothing", skills=named),
        *notes,
        *filled,
        *_said_of(best, own, known, turn),
        roles=[role.id for role in turn.roles(query)],
        follow_ups=[*_offers(best, turn), turn.suggest("recommend")],
    )


def _said_of(best: list[str], own: Role | None, known: tuple[str, ...], turn: Turn) -> list[Block]:
    """The single skills that would change most."""
    if not best:
        return []
    found = [change for change in changes(known, best[:1], turn.knowledge) if change.role is not own]
    covered, begun = (sum(change.gain[place] for change in found) for place in (0, 1))
    return [
        turn.say(
            "most_useful" if covered else "most_begun",
            turn.facts_naming(best),
            skills=[capital(name) for name in turn.names(best)],
            count=covered or begun,
            known=bool(known),
        )
    ]


def _offers(best: list[str], turn: Turn) -> list[Suggestion]:
    return [
        Suggestion(turn.word("suggestion_skill", skill=turn.skills[skill]), f"what_if:{skill}") for skill in best[:2]
    ]


def _which_skill(query: Query, turn: Turn) -> Answer:
    """No skill is named: the question back, unless it is just what would help most."""
    own = _own(turn)
    known = _known(own, turn)
    best = most_useful(known, turn.knowledge)
    said = _said_of(best, own, known, turn)
    asks_best = "highest" in query.aspects and said
    return turn.answer(
        *([] if asks_best else [turn.say("which_skill")]),
        *said,
        *([turn.say("no_promise", [turn.knowledge.sources[0].id])] if asks_best else []),
        outcome="answered" if asks_best else "clarify",
        follow_ups=[*_offers(best, turn), turn.suggest("recommend")],
    )


def _facts(found: list[Change]) -> list[str]:
    roles = [change.role for change in found]
    return [*skill_facts(*roles), *pay_facts(*roles)]
