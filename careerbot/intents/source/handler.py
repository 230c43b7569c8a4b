"""Where the figures come from, and what the source leaves open."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn
from careerbot.knowledge.base import KnowledgeBase

OPEN = ("currency", "level", "place", "total", "average")


def answer(query: Query, turn: Turn) -> Answer:
    source = turn.knowledge.sources[0]
    facts = [source.id]
    asked = [side for side in OPEN if side in query.aspects or (side == "average" and "median" in query.aspects)]
    blocks: list[Block] = [turn.say(side, facts) for side in asked]
    if {"monthly", "hourly", "weekly"} & set(query.aspects):
        blocks.append(turn.say("period", facts))
    others = [
        turn.say("where_else", [other.id], title=other.title, as_of=other.as_of, roles=titles)
        for other in turn.knowledge.sources[1:]
        if (titles := _titles(turn.knowledge, other.id))
    ]
    where = turn.say("where", facts, title=source.title, alone=not others)
    if not blocks:
        blocks = [where, *others, turn.say("currency", facts), turn.say("level", facts), turn.say("judgment")]
    elif "origin" in query.aspects:  # "where are they from, and do they include a bonus"
        blocks = [where, *others, *blocks]
    return turn.answer(
        *blocks, roles=query.roles, follow_ups=[turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("help")]
    )


def _titles(knowledge: KnowledgeBase, source: str) -> list[str]:
    """Titles of the roles whose facts come from this source."""
    return [role.title for role in knowledge.roles if knowledge.facts[role.position_fact].source == source]
