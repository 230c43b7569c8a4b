"""Worth it, future, AI, advice: no forecast, but what the source does say, for a role and in general."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn, pay_facts

MOST = 3


def answer(query: Query, turn: Turn) -> Answer:
    roles = turn.roles(query)[:MOST]
    knowledge = turn.knowledge
    advice = knowledge.said_of_all("advice")
    backdrop = [fact for fact in knowledge.said_of_all("theme") if fact.id.endswith(".backdrop")]
    blocks: list[Block] = []
    if "complaint" in query.aspects and "yes_no" not in query.aspects:
        blocks.append(turn.say("kind"))
    elif roles or {"ai_impact", "demand", "growth"} & set(query.aspects):
        blocks.append(turn.say("no_forecast"))
    blocks += [
        turn.say("role", [*pay_facts(role), role.reasons[0].id], role=role, reason=role.reasons[0].text)
        for role in roles
    ]
    blocks += [turn.say("ai", [fact.id], backdrop=fact.text) for fact in backdrop]
    blocks.append(turn.statements(advice, turn.word("earn" if "money" in query.aspects else "advice")))
    if roles:
        follow_ups = [
            turn.suggest("why_pay", roles[0].id),
            turn.suggest("become", roles[0].id),
            turn.suggest("meta_skills"),
        ]
    else:
        follow_ups = [turn.suggest("recommend"), turn.suggest("rank"), turn.suggest("meta_skills")]
    return turn.answer(*blocks, roles=query.roles, follow_ups=follow_ups)
