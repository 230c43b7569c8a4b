"""Titles that the knowledge does not cover: one shape of reply for every question type.

A neighbour's figure never stands next to the title; the neighbours are our judgement and are called that.
"""

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn, pay_facts

OFFERED = frozenset({"pay", "skills", "responsibilities", "become", "gap", "plan"})
"""Question types that are offered for the nearest roles instead."""


def answer(query: Query, turn: Turn) -> Answer:
    nearest = list(dict.fromkeys(role for title in query.titles for role in turn.nearest.get(title, ())))[:3]
    roles = [turn.knowledge.role(role) for role in nearest]
    refused = turn.say("title_not_covered", titles=query.shown_titles)
    if not roles:
        return turn.answer(
            refused,
            turn.say("nothing_near"),
            outcome="not_covered",
            follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")],
        )
    offered = turn.say("nearest", pay_facts(*roles), roles=roles)
    follow_ups = [turn.suggest(query.intent if query.intent in OFFERED else "overview", role.id) for role in roles]
    return turn.answer(refused, offered, outcome="not_covered", roles=nearest, follow_ups=follow_ups)


def of_skills(query: Query, turn: Turn) -> Answer:
    """Only skills that no list names: nothing to tell but that."""
    follow_ups = [turn.suggest("meta_skills"), turn.suggest("list_roles"), turn.suggest("recommend")]
    return turn.answer(
        turn.say("skills_not_covered", skills=query.unlisted_skills), outcome="not_covered", follow_ups=follow_ups
    )
