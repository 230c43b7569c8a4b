"""Skills that help in every role."""

from careerbot.intents.base import Answer, Block, Query
from careerbot.intents.turn import Turn


def answer(query: Query, turn: Turn) -> Answer:
    skills = turn.knowledge.said_of_all("meta_skill")
    notes = turn.knowledge.said_of_all("meta_note")
    blocks: list[Block] = []
    if "programming" in query.aspects:
        listed = turn.knowledge.listing("python")
        blocks.append(
            turn.say("language", [group.fact for _, group in listed], roles=[role.title for role, _ in listed])
        )
    blocks.append(turn.statements(skills, turn.word("head")))
    blocks += [turn.say("on_topic", [note.id], facts=[note.text]) for note in notes]
    return turn.answer(*blocks, follow_ups=[turn.suggest("patterns"), turn.suggest("recommend"), turn.suggest("rank")])
