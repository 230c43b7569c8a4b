"""What is missing for a role: the lines of its list covered and still open, less what is known already."""

from careerbot.intents import origin
from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.checklist import close_to, open_lines
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Fact, Role
from careerbot.knowledge.coverage import Coverage, coverage


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.profile
    roles = turn.roles(query)
    duty = next((fact for fact in map(turn.knowledge.facts.__getitem__, query.facts[:1]) if fact.kind == "duty"), None)
    if not roles and duty and duty.role:
        return _of_a_duty(duty, turn.knowledge.role(duty.role), turn)
    if not roles and (toward := profile.plan or profile.goal):
        roles = [turn.knowledge.role(toward)]
    if not roles:
        return _toward_which(query, turn)
    goals = roles[-1:] if "from" in query.aspects else roles
    known = [skill for skill in (*profile.skills, *query.skills) if skill not in query.denied_skills]
    blocks: list[Block] = []
    for goal in goals:
        start = origin.start(query, goal, turn)
        counted = origin.counted(start, goal, turn)
        with_counted = tuple(dict.fromkeys((*known, *counted)))
        has = coverage(goal, with_counted, turn.knowledge)
        covered, *rest = _missing(has, with_counted, turn)
        blocks += [covered, *_not_named(has, query, turn), *rest]
        if start and counted:
            blocks.insert(1 if len(goals) == 1 else len(blocks), origin.is_counted(start, turn))
        elif start:
            blocks.append(origin.carries_over(start, goal, turn))
    head = blocks[:1]
    return turn.answer(
        *head,
        *([turn.say("unlisted", skills=query.unlisted_skills)] if query.unlisted_skills else []),
        *turn.alike(query),
        *blocks[1:],
        roles=[goal.id for goal in goals],
        follow_ups=[
            turn.suggest("plan", goals[0].id),
            turn.suggest("pay", goals[0].id),
            turn.suggest("recommend"),
        ],
    )


def _missing(has: Coverage, known: tuple[str, ...], turn: Turn) -> list[Block]:
    facts = skill_facts(has.role)
    total = len(has.lines)
    if not known:
        return [
            turn.say("ask_skills", facts, role=has.role),
            turn.skill_lines(has.role.skills, turn.word("whole_list", role=has.role), ordered=True),
        ]
    if not has.open:
        return [turn.say("complete", facts, role=has.role, total=total)]
    if has.held:
        have = turn.names(has.held)
        head = turn.say("covered", facts, role=has.role, covered=has.covered, begun=has.begun, total=total, have=have)
    else:
        head = turn.say("none_covered", facts, role=has.role, total=total, known=turn.names(known))
    listing = turn.bullets(open_lines(has, turn), facts, turn.word("missing", role=has.role), ordered=True)
    return [head, listing, *close_to(has.role, known, turn)]


def _not_named(has: Coverage, query: Query, turn: Turn) -> list[Block]:
    """Skills of the question that count for nothing here, where others that are known do."""
    others = [skill for skill in query.skills if skill not in (*has.held, *query.denied_skills)]
    if not has.held or not others:
        return []
    return [turn.say("not_named", skill_facts(has.role), known=turn.names(others))]


def _of_a_duty(duty: Fact, role: Role, turn: Turn) -> Answer:
    """Asked of something that is no role but what one role does."""
    return turn.answer(
        turn.say("a_duty", [duty.id], duty=duty.text, role=role),
        outcome="clarify",
        roles=[role.id],
        follow_ups=[turn.suggest("gap", role.id), turn.suggest("responsibilities", role.id)],
    )


def _toward_which(query: Query, turn: Turn) -> Answer:
    roles = turn.knowledge.roles
    return turn.answer(
        turn.say("toward_which"),
        *([turn.say("unlisted", skills=query.unlisted_skills)] if query.unlisted_skills else []),
        *turn.alike(query),
        turn.bullets([role.title for role in roles], [role.position_fact for role in roles]),
        outcome="clarify",
        roles=[role.id for role in roles],
    )
