"""The roles that somebody keeps, in short: what each pays, how far what is known covers its list, what it is."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn, pay_facts, skill_facts
from careerbot.knowledge.base import Role
from careerbot.knowledge.coverage import coverage

OFFERED = 2
"""Roles that are offered to somebody who keeps none yet."""


def answer(query: Query, turn: Turn) -> Answer:
    kept = turn.profile.shortlist
    if query.roles:
        return _whether(turn.roles(query), turn)
    if not kept:
        return nothing_kept(turn)
    roles = [turn.knowledge.role(role) for role in kept]
    facts = [role.position_fact for role in roles]
    blocks: list[Block] = [turn.say("head", facts, count=len(roles), first=roles[0].title), _table(roles, turn)]
    if turn.profile.skills:
        blocks.append(turn.say("counted", skills=turn.names(turn.profile.skills)))
    return turn.answer(*blocks, roles=kept, follow_ups=[*turn.suggest_kept(kept), turn.suggest("unkeep", kept[-1])])


def nothing_kept(turn: Turn) -> Answer:
    """How to keep one, with what was talked about to begin with."""
    about = turn.memory.talked_about or tuple(role.id for role in turn.knowledge.roles)
    return turn.answer(
        turn.say("nothing_kept"),
        outcome="small_talk",
        follow_ups=[*(turn.suggest("keep", role) for role in about[:OFFERED]), turn.suggest("list_roles")],
    )


def _whether(roles: list[Role], turn: Turn) -> Answer:
    kept = turn.profile.shortlist
    blocks: list[Block] = []
    for name, asked in (
        ("on_it", [role for role in roles if role.id in kept]),
        ("not_on_it", [role for role in roles if role.id not in kept]),
    ):
        if asked:
            blocks.append(turn.say(name, [role.position_fact for role in asked], roles=[role.title for role in asked]))
    absent = [role.id for role in roles if role.id not in kept]
    offers = [turn.suggest("keep", *absent)] if absent else [turn.suggest("unkeep", roles[0].id)]
    return turn.answer(*blocks, roles=[role.id for role in roles], follow_ups=[*offers, turn.suggest("shortlist")])


def _table(roles: list[Role], turn: Turn) -> Block:
    known = turn.profile.skills
    columns = ["", turn.word("pay"), *([turn.word("known")] if known else []), turn.word("work")]
    rows = [
        (role.title, turn.wording.range(role.pay), *([_covered(role, turn)] if known else []), role.duties[0].text)
        for role in roles
    ]
    facts = [*pay_facts(*roles), *(role.duties[0].id for role in roles), *(skill_facts(*roles) if known else ())]
    return turn.table(columns, rows, facts)


def _covered(role: Role, turn: Turn) -> str:
    found = coverage(role, turn.profile.skills, turn.knowledge)
    return turn.word("lines", covered=found.covered, begun=found.begun, total=len(found.lines))
