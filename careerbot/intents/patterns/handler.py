"""What well-paid roles have in common: the theme, three patterns, four fields."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    knowledge = turn.knowledge
    theme = knowledge.said_of_all("theme")[0]
    patterns, clusters = knowledge.said_of_all("pattern"), knowledge.said_of_all("cluster")
    blocks: list[Block] = []
    grouping = knowledge.clusters or {}
    for cluster in clusters:
        if cluster.id in query.facts:
            blocks.append(turn.say("yes_cluster", [cluster.id], cluster=cluster.text))
        grouped = [role for role in turn.roles(query) if role.id in grouping.get(cluster.id, ())]
        blocks += [turn.say("cluster_of", [cluster.id], role=role, cluster=cluster.text) for role in grouped]
    blocks += [
        turn.say("theme", [theme.id], theme=theme.text),
        turn.say("patterns", [fact.id for fact in patterns], patterns=[fact.text for fact in patterns]),
        turn.say("clusters", [fact.id for fact in clusters], clusters=[fact.text for fact in clusters]),
    ]
    return turn.answer(
        *blocks,
        roles=query.roles,
        follow_ups=[turn.suggest("rank"), turn.suggest("meta_skills"), turn.suggest("list_roles")],
    )
