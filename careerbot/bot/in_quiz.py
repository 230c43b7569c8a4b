"""What a message is while the quiz is going on: no answer that can be told, or the end of it."""

from careerbot.bot import policy
from careerbot.bot.answering import QUIZ
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.parts import without_cue
from careerbot.bot.understanding.reader import Reading

_IDLE = policy.SMALL_TALK | {"out_of_scope"}


def is_unclear(reading: Reading, memory: Memory, heard: Grammar) -> bool:
    """The question is asked again: for "what are the options", and for a few words right after it that say nothing."""
    if memory.profile.quiz is None:
        return False
    if any(heard.has_cue("quiz_options", clause.text) for clause in reading.clauses):
        return True
    if memory.pending is None or memory.pending.intent != QUIZ:
        return False
    said = reading.queries[0]
    unclear = said.intent == "out_of_scope" and not {"empty", "language"} & set(said.aspects)
    asks = any(
        (each.intent not in _IDLE and each.confidence >= policy.SURE) or each.words[0] in heard.question_words
        for each in reading.clauses
    )
    short = "?" not in said.source_text and len(said.source_text.split()) <= policy.SHORT
    return unclear and short and not asks


def beside_the_end(text: str, heard: Grammar) -> str | None:
    """What a message says beside ending the quiz, "no quiz!! which job pays best"; None where it does not end it."""
    low = text.lower()
    if not any(phrase.rpartition(" ")[2] in low for phrase in heard.cues["stops_quiz"]):  # hardly any message does
        return None
    return without_cue("stops_quiz", text, heard)
