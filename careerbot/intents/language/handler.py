"""In which language somebody wishes to be answered."""

from dataclasses import replace

from careerbot.intents.base import Answer, Query, Suggestion
from careerbot.intents.turn import Turn

AUTO = "auto"
"""Back to the language of each message."""


def answer(query: Query, turn: Turn) -> Answer:
    names = turn.wording.names("language", "name_")
    wished = query.picked[0] if query.picked else None
    if wished == AUTO:
        kept = replace(turn.profile, language=None)
        return turn.answer(turn.say("detected"), outcome="small_talk", profile=kept)
    if wished in names:
        kept = replace(turn.profile, language=wished)
        return turn.answer(turn.say("spoken", name=names[wished]), outcome="small_talk", profile=kept)
    said = "not_spoken" if "place" in query.aspects else "which"
    return turn.answer(
        turn.say(said, names=list(names.values())),
        outcome="clarify",
        follow_ups=[Suggestion(name, f"language:{code}") for code, name in names.items()],
    )
