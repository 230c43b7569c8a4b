"""Which roles meet a condition: money (both readings, the bound is named), a skill, a duty, no programming."""

from collections.abc import Sequence

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.filter import money
from careerbot.intents.turn import Turn, skill_facts
from careerbot.knowledge.base import Fact, Role, SkillGroup

MOST_TOPICS = 3


def answer(query: Query, turn: Turn) -> Answer:
    if query.amounts:
        blocks, roles = money.meet(query, turn)
    elif query.skills and "negative" in query.aspects:
        blocks, roles = _not_listing(query, turn)
    elif query.skills or query.unlisted_skills or query.like_skills:
        blocks, roles = _by_skill(query, turn)
    elif any(turn.knowledge.facts[fact].role for fact in query.facts):
        blocks, roles = _not_naming(query, turn) if "negative" in query.aspects else _by_topic(query, turn)
    elif "no_coding" in query.aspects:
        blocks, roles = _without_programming(turn)
    else:
        return turn.answer(
            turn.say("cannot"),
            outcome="not_covered",
            follow_ups=[turn.suggest("filter"), turn.suggest("rank"), turn.suggest("list_roles")],
        )
    first = [role.id for role in roles][:2]
    follow_ups = [
        *(turn.suggest("overview", id) for id in first[:1]),
        *([turn.suggest("compare", *first)] if len(first) > 1 else []),
        turn.suggest("rank"),
    ]
    return turn.answer(*blocks, roles=[role.id for role in roles], follow_ups=follow_ups)


def _by_skill(query: Query, turn: Turn) -> tuple[list[Block], list[Role]]:
    blocks: list[Block] = []
    listings = {
        skill: [(role, group) for role, group in turn.knowledge.listing(skill) if role.id not in query.excluded]
        for skill in query.skills
    }
    if len(listings) > 1:
        both = [
            role
            for role in turn.knowledge.roles
            if all(any(role is other for other, _ in listing) for listing in listings.values())
        ]
        facts = [group.fact for listing in listings.values() for role, group in listing if role in both]
        blocks.append(
            turn.say("all_named", facts, roles=[role.title for role in both]) if both else turn.say("no_role_has_all")
        )
    roles: list[Role] = []
    named: list[tuple[Sequence[tuple[Role, SkillGroup]], str, dict[str, str]]] = [
        (listing, "skill", {"skill": turn.skills[skill]}) for skill, listing in listings.items()
    ]
    named += [(turn.knowledge.listing(skill), "skill_like", {"tool": tool}) for tool, skill in query.like_skills]
    for listing, head, values in named:
        lines = [turn.word("line", title=role.title, line=group.text) for role, group in listing]
        title = turn.word(head, roles=[role.title for role, _ in listing], **values)
        blocks.append(turn.bullets(lines, [group.fact for _, group in listing], title))
        roles += [role for role, _ in listing if role not in roles]
    blocks += _in_duties(query, roles, turn)
    if "definition" in query.aspects and roles:
        blocks.append(turn.say("no_definition", [turn.knowledge.sources[0].id], skills=turn.names(query.skills)))
    blocks += [turn.say("unlisted", skill=skill) for skill in query.unlisted_skills]
    return blocks, roles


def _not_listing(query: Query, turn: Turn) -> tuple[list[Block], list[Role]]:
    """Roles whose lists do not name a skill; that is no promise that it is not needed."""
    naming = {role.id for skill in query.skills for role, _ in turn.knowledge.listing(skill)}
    roles = turn.knowledge.where(lambda role: role.id not in naming)
    facts = skill_facts(*roles)
    said = turn.say("not_listing", facts, skills=turn.names(query.skills), roles=[role.title for role in roles])
    return [said], roles


def _in_duties(query: Query, roles: list[Role], turn: Turn) -> list[Block]:
    """A skill that is another role's duty: CI/CD is a skill of one and the daily work of another."""
    duties = [
        turn.knowledge.facts[fact]
        for fact in query.facts[:MOST_TOPICS]
        if turn.knowledge.facts[fact].kind in ("duty", "reason", "note")
    ]
    found = [fact for fact in duties if fact.role and fact.role not in {role.id for role in roles}]
    lines = [turn.word("topic", role=turn.knowledge.role(fact.role), fact=fact.text) for fact in found if fact.role]
    roles += [turn.knowledge.role(fact.role) for fact in found if fact.role]
    return [turn.bullets(lines, [fact.id for fact in found])] if lines else []


def _by_topic(query: Query, turn: Turn) -> tuple[list[Block], list[Role]]:
    facts, lines = _on_topic(query, turn)
    roles = list(dict.fromkeys(turn.knowledge.role(fact.role) for fact in facts if fact.role))
    if len(lines) == 1:
        return [turn.say("on_topic", [facts[0].id], facts=lines)], roles
    return [
        turn.bullets(lines, [fact.id for fact in facts], turn.word("topic_head", roles=[role.title for role in roles]))
    ], roles


def _on_topic(query: Query, turn: Turn) -> tuple[list[Fact], list[str]]:
    """What is said of some role on the topic, and a line for each."""
    facts = [turn.knowledge.facts[fact] for fact in query.facts if turn.knowledge.facts[fact].role][:MOST_TOPICS]
    return facts, [
        turn.word("topic", role=turn.knowledge.role(fact.role), fact=fact.text) for fact in facts if fact.role
    ]


def _not_naming(query: Query, turn: Turn) -> tuple[list[Block], list[Role]]:
    """Roles of which nothing like that is said: all but those that it is said of."""
    facts, lines = _on_topic(query, turn)
    named = {fact.role for fact in facts}
    roles = turn.knowledge.where(lambda role: role.id not in named)
    said = turn.say("not_naming", [fact.id for fact in facts], facts=lines, roles=[role.title for role in roles])
    return [said], roles


def _without_programming(turn: Turn) -> tuple[list[Block], list[Role]]:
    roles = turn.knowledge.where(
        lambda role: not any({*group.skills, *group.examples} & turn.programming for group in role.skills)
    )
    facts = skill_facts(*roles)
    return [turn.say("no_coding", facts, roles=[role.title for role in roles])], roles
