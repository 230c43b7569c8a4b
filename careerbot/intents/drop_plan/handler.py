"""The plan is given up. What was ticked off stays known."""

from dataclasses import replace

from careerbot.intents.base import Answer, Query
from careerbot.intents.turn import Turn
from careerbot.knowledge.coverage import best_covered

MOST_OFFERED = 2


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.profile
    fitting = [each.role.id for each in best_covered(profile.skills, turn.knowledge)]
    wanted = [profile.goal] if profile.goal else []
    others = [id for id in dict.fromkeys((*wanted, *fitting)) if id != profile.plan]
    follow_ups = [*(turn.suggest("plan", id) for id in others[:MOST_OFFERED]), turn.suggest("list_roles")]
    if profile.plan is None:
        return turn.answer(turn.say("none"), outcome="small_talk", follow_ups=follow_ups)
    role = turn.knowledge.role(profile.plan)
    return turn.answer(
        turn.say("dropped", [role.position_fact], role=role, known=turn.names(profile.skills)),
        follow_ups=follow_ups,
        profile=replace(profile, plan=None),
    )
