"""Which question type a clause is, once its entities and other evidence are weighed against what the router says."""

from typing import Literal, NamedTuple

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.clauses import Clause
from careerbot.bot.understanding.evidence import Evidence, EvidenceReader
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.overrides import Asked, override
from careerbot.bot.understanding.self_talk import tells_pay
from careerbot.bot.understanding.slots import Slots

OUT = "out_of_scope"
_PRONOUNS = frozenset(
    {"it", "they", "them", "that", "this", "those", "these", "he", "she", "there", "both", "one", "same"}
)
_EVERYBODY = frozenset({"jobs", "roles", "careers", "everyone", "any"})

Opinion = tuple[str, float]
"""A question type and the confidence in it."""


Stage = Literal[
    "router",
    "first_choice",
    "evidence",
    "rescued",
    "told",
    "rule",
    "again",
    "experience",
    "judges",
    "taken_back",
    "completed",
    "about_what_was_said",
    "explains",
    "supposed",
    "against_own",
    "picks_one",
]
"""Where a question type can be decided; `careerbot explain` has words for each."""


class Step(NamedTuple):
    """What one stage made of a clause. `careerbot explain` shows those that changed something."""

    stage: Stage
    intent: str
    confidence: float
    rule: str = ""
    """Name of the rule in `overrides`, where it was one."""


class Settler:
    def __init__(self, evidence: EvidenceReader, grammar: Grammar, fixed: frozenset[str]) -> None:
        """`fixed`: question types with a fixed reply, which may be about anything."""
        self._evidence = evidence
        self._grammar = grammar
        self._without_evidence = policy.WITHOUT_EVIDENCE | fixed

    def evidence(self, clause: Clause) -> Evidence:
        return self._evidence.read(clause)

    def settle(
        self, clause: Clause, slots: Slots, evidence: Evidence, memory: Memory, beside: bool, named: bool
    ) -> tuple[Step, ...]:
        """The way to the question type, which the last step names.

        `beside`: another clause is about careers. `named`: another clause names a role.
        """
        first = self._first(clause, slots, memory, named)
        stage: Stage = "rescued" if first[0] == OUT else "evidence"
        intent, confidence = (
            _rescued(clause, slots, evidence)
            if first[0] == OUT
            else self._believed(first, clause, slots, memory, evidence, beside)
        )
        if intent == OUT and slots.told and evidence.strangers <= 1 and not clause.entities.asks:
            stage, intent, confidence = "told", "profile", max(1 - confidence / 2, policy.ANSWER)
        asked = Asked(
            intent=intent,
            words=clause.words,
            slots=slots,
            memory=memory,
            topical=any(self._evidence.is_of_a_role(fact) for fact in slots.facts),
            subject=evidence.subject,
            tells_pay=tells_pay(clause, self._grammar),
            asks=clause.entities.asks,
            measures=self._grammar.has_cue("measures", clause.text),
            yes_or_no=self._grammar.has_cue("yes_or_no", clause.text),
            says_to_drop=self._grammar.has_cue("drops", clause.text),
            points_back=bool(memory.talked_about and _PRONOUNS & {word.text for word in clause.entities.words}),
        )
        settled, rule = override(asked)
        steps = (
            Step("router", *clause.ranking[0]),
            Step("first_choice", *first),
            Step(stage, intent, confidence),
        )
        return (*steps, Step("rule", settled, confidence, rule.__name__)) if rule else steps

    def _first(self, clause: Clause, slots: Slots, memory: Memory, named: bool) -> Opinion:
        """The router's first choice, or the next where the first cannot be meant."""
        intent, confidence = clause.ranking[0]
        asks = clause.entities.asks or bool(self._grammar.question_words & set(clause.words[:1]))
        if intent == "profile" and asks and "me" not in clause.words:
            return clause.ranking[1][0], confidence / 2  # what is asked is no statement about oneself
        if intent == "repeat" and self._grammar.has_cue("greets", clause.text):
            return "greeting", policy.CERTAIN  # "hi again" asks for nothing once more
        short = len(clause.words) <= policy.ELLIPTIC or bool(_PRONOUNS & set(clause.words))
        elliptic = (memory.talked_about or named) and not slots.names_something and short
        if elliptic and intent in policy.IN_GENERAL:
            for other, score in clause.ranking[1:3]:
                if other in policy.CARRIED and score >= policy.SECOND:
                    return other, max(policy.ANSWER, min(confidence, policy.SURE))
        return intent, confidence

    def _believed(
        self, first: Opinion, clause: Clause, slots: Slots, memory: Memory, evidence: Evidence, beside: bool
    ) -> Opinion:
        """The first choice, if something beside the router speaks for it."""
        intent, confidence = first
        declined = OUT, 1 - confidence / 2
        if intent in policy.SMALL_TALK:
            strange = evidence.strangers > 1 or (evidence.strangers == 1 and confidence < policy.CERTAIN)
            sure = policy.SURE if evidence.strangers else policy.ANSWER
            return declined if strange or confidence < sure else first
        which = slots.ambiguous and intent in policy.CARRIED  # "salary of an engineer": which one is asked back
        of_what_is_kept = intent in policy.KEEPS | policy.PRIVATE
        if evidence.subject and evidence.sturdy and confidence < policy.SURE and not (which or of_what_is_kept):
            return evidence.subject, max(confidence, policy.ANSWER)
        if slots.names_something:
            if confidence >= policy.ANSWER or (not evidence.strangers and _of_the_first_two(clause) >= policy.TOGETHER):
                return first
            return declined if evidence.strangers else ("overview" if slots.roles else intent, confidence)
        short = len(clause.words) <= policy.FOLLOWING or (confidence >= policy.CLEAR and bool(memory.talked_about))
        follows = (memory.last is not None or beside) and not evidence.strangers and short
        if intent == "source" and confidence < policy.SURE_OF_SOURCE and not memory.last:
            return declined
        if intent in policy.OF_WHAT_WAS_TOLD and evidence.strangers:
            return declined  # "what do you know about my cousin"
        if intent in policy.FORGETS and not policy.TOLD & set(slots.aspects):
            return declined  # "forget my cat" is not to delete what was told
        plain = intent == "recommend" and confidence >= policy.CLEAR and not evidence.strangers  # "what fits me"
        begins = not evidence.strangers and intent in policy.OF_BEGINNERS and _of_beginners(clause) >= policy.TOGETHER
        if not (follows or plain or begins or evidence.careers or intent in self._without_evidence):
            return declined
        strangers = evidence.strangers - (evidence.own if intent in policy.OF_ONESELF else 0)
        foreign = strangers > policy.STRANGERS * evidence.content and confidence < policy.CLEAR
        either = evidence.strangers == 0 and _of_the_first_two(clause) >= policy.TOGETHER
        least = policy.FOLLOWED if either or (follows and memory.talked_about) else policy.ANSWER
        if foreign or confidence < least:
            return declined
        of_somebody_else = intent in policy.ABOUT_NAMED and strangers and slots.ordinal is None
        return declined if of_somebody_else else first

    def picks_one(self, intent: str, clause: Clause) -> bool:
        """After several names: "which one is better?"."""
        chooses = bool({"better", "best", "which"} & set(clause.words))
        return chooses and intent in ("outlook", "recommend", "learning", "rank", "overview")

    def takes_role_from_memory(self, intent: str, clause: Clause, slots: Slots, memory: Memory) -> bool:
        if slots.roles or slots.titles or slots.ambiguous:
            return False
        if intent == "plan":
            points = bool(_PRONOUNS & {word.text for word in clause.entities.words})
            return "making" in slots.aspects or (points and memory.profile.plan is None)
        if intent not in policy.NEEDS_ROLE:
            return False
        if intent == "gap" and any(self._evidence.is_duty(fact) for fact in slots.facts[:1]):
            return False
        words = {word.text for word in clause.entities.words}
        if intent in policy.KEEPS:
            points = bool(_PRONOUNS & words)
            return points or intent == "keep" or (intent == "unkeep" and "shortlist" not in slots.aspects)
        own = intent in policy.OF_OWN_ROLE and memory.profile.role  # "which roles are closest to mine"
        if words & _EVERYBODY and intent != "compare" and not own:
            return False
        if intent in ("outlook", "learning", "not_stated", "list_position"):
            pointed = slots.ordinal is not None and intent != "list_position"
            return bool(_PRONOUNS & words) or len(words) <= policy.SHORT or pointed
        return True


def _of_the_first_two(clause: Clause) -> float:
    """Probability of the two likeliest question types, where both are in scope: one of them is meant."""
    return sum(score for intent, score in clause.ranking[:2] if intent not in policy.SMALL_TALK | {OUT})


def _of_beginners(clause: Clause) -> float:
    """Probability of all that somebody without experience may mean."""
    return sum(score for intent, score in clause.ranking if intent in policy.OF_BEGINNERS)


def _rescued(clause: Clause, slots: Slots, evidence: Evidence) -> Opinion:
    """Out of scope by its words, though it may name something that is in scope."""
    _, confidence = clause.ranking[0]
    if "ai_impact" in slots.aspects and evidence.careers:
        return "outlook", 1 - confidence / 2
    if slots.roles and policy.OF_LEARNING & set(slots.aspects):
        return "learning", 1 - confidence / 2
    if evidence.subject and evidence.sturdy and clause.topics[0].phrase and confidence < policy.DECLINE_PHRASE:
        return evidence.subject, 1 - confidence / 2
    ours = evidence.careers and not evidence.strangers  # nothing in it is foreign
    limit = policy.DECLINE_OURS if ours else policy.DECLINE_NAMED if slots.roles or slots.titles else policy.DECLINE
    intent, second = clause.ranking[1]
    hopeless = confidence >= limit or not (slots.names_something or evidence.careers)
    if hopeless or intent in policy.SMALL_TALK or second < policy.RESCUED:
        return OUT, confidence
    return intent, second
