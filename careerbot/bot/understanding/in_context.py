"""What would be declined by itself, read as a question about the role that is being talked about.

"what do I need for that one"  "what about certs"  "can it be done part time"
"""

from careerbot.bot import policy
from careerbot.bot.understanding.clauses import Clause, ClauseReader
from careerbot.bot.understanding.evidence import Evidence
from careerbot.bot.understanding.settling import OUT, Step
from careerbot.bot.understanding.slots import Slots

_ASKED_OF_A_ROLE = policy.CARRIED - {"overview"}


def in_context(
    clause: Clause,
    steps: tuple[Step, ...],
    slots: Slots,
    evidence: Evidence,
    about: tuple[str, ...],
    clauses: ClauseReader,
) -> tuple[Clause, tuple[Step, ...]]:
    """The clause and its steps; where they end in a decline, as if it named the role, if it surely asks of one then.

    `about`: roles that are talked about, or that the rest of the message names.
    """
    named = _named(clause, slots, evidence, about, clauses) if steps[-1].intent == OUT else None
    return (named, (*steps, Step("about_what_was_said", *named.ranking[0]))) if named else (clause, steps)


def _named(
    clause: Clause, slots: Slots, evidence: Evidence, about: tuple[str, ...], clauses: ClauseReader
) -> Clause | None:
    foreign = evidence.strangers or slots.names_something or len(clause.words) > policy.SHORT
    if foreign or clause.entities.figures or not about:
        return None
    if policy.OF_LEARNING & set(slots.aspects) and len(clause.words) <= policy.ELLIPTIC:  # "what about certs"
        return clause._replace(ranking=(("learning", policy.SURE), *clause.ranking))
    if clause.intent == OUT and clause.confidence >= policy.DECLINE_NAMED:
        return None
    named = clauses.named(clause)
    of_a_role = sum(score for intent, score in named.ranking if intent in _ASKED_OF_A_ROLE)
    return named if of_a_role >= policy.TOGETHER and named.intent in _ASKED_OF_A_ROLE else None
