"""Why a role pays well: its reasons, then what else the source notes of it."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)
    if not roles:
        return _in_general(turn)
    blocks: list[Block] = []
    if "paid_less" in query.aspects:
        blocks.append(turn.say("not_less", [turn.knowledge.sources[0].id]))
    blocks += [turn.statements((*role.reasons, *role.notes), turn.word("why", role=role)) for role in roles]
    first = roles[0].id
    return turn.answer(
        *blocks,
        roles=query.roles,
        follow_ups=[turn.suggest("pay", first), turn.suggest("skills", first), turn.suggest("patterns")],
    )


def _in_general(turn: Turn) -> Answer:
    theme = turn.knowledge.said_of_all("theme")[0]
    patterns = turn.knowledge.said_of_all("pattern")
    said = turn.say(
        "in_general",
        [theme.id, *(fact.id for fact in patterns)],
        theme=theme.text,
        patterns=[fact.text for fact in patterns],
    )
    return turn.answer(said, follow_ups=[turn.suggest("rank"), turn.suggest("meta_skills"), turn.suggest("patterns")])
