"""A greeting, the first or a later one. Who follows a plan is told where it stands."""

from careerbot.intents.base import Answer, Query, Suggestion
from careerbot.intents.checklist import progress
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    profile = turn.profile
    said = turn.say("again" if turn.memory.asked else "hello", turn=turn.memory.turns)
    follow_ups = [turn.suggest("list_roles"), turn.suggest("rank"), turn.suggest("recommend")]
    if profile.plan is None:
        return turn.answer(said, outcome="small_talk", follow_ups=follow_ups)
    return turn.answer(
        said,
        *progress(turn.knowledge.role(profile.plan), profile.skills, turn),
        outcome="small_talk",
        follow_ups=[Suggestion(turn.word("where_was_i"), "plan:"), *follow_ups],
    )
