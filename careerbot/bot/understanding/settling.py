"""Which question type a clause is, once its entities are weighed against what the router says.

The router knows ways of asking; the entities know what can be asked about. Where the two disagree, these few rules
decide, each for a kind of message and none for a sentence.
"""

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.clauses import Clause
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.slots import Slots
from careerbot.bot.understanding.text import singular

_BY_KIND = {
    "meta_skill": "meta_skills",
    "meta_note": "meta_skills",
    "pattern": "patterns",
    "cluster": "patterns",
    "theme": "patterns",
    "advice": "outlook",
}
_PRONOUNS = frozenset(
    {"it", "they", "them", "that", "this", "those", "these", "he", "she", "there", "both", "one", "same"}
)


class Settler:
    def __init__(self, in_scope: frozenset[str], grammar: Grammar, kinds: dict[str, tuple[str, str | None]]) -> None:
        """`in_scope`: words of the phrases that are in scope. `kinds`: fact id -> its kind and its role."""
        self._in_scope = in_scope
        self._grammar = grammar
        self._kinds = kinds

    def settle(self, clause: Clause, slots: Slots, memory: Memory, beside: bool) -> tuple[str, float]:
        """The question type and its confidence. `beside`: another clause of the message is about careers."""
        intent, confidence = self._routed(clause, slots, memory, beside)
        intent = self._by_entities(intent, clause, slots, memory)
        return intent, confidence

    # What the router says, and whether it may be believed -----------------------------------------------------

    def _routed(self, clause: Clause, slots: Slots, memory: Memory, beside: bool) -> tuple[str, float]:
        intent, confidence = self._first_allowed(clause)
        if (
            memory.talked_about
            and not slots.names_something
            and len(clause.words) <= policy.ELLIPTIC
            and intent in policy.IN_GENERAL
        ):
            intent, confidence = next(
                (
                    (other, policy.ANSWER)
                    for other, score in clause.ranking[1:3]
                    if other in policy.CARRIED and score >= policy.SECOND
                ),
                (intent, confidence),
            )
        subject = self._subject(clause)
        if intent == "out_of_scope":
            return self._rescued(clause, slots, confidence, subject)
        strangers, content = self._strangers(clause)
        if intent in policy.SMALL_TALK:
            strange = strangers >= 2 or (strangers == 1 and confidence < policy.CERTAIN) or confidence < policy.SURE
            return ("out_of_scope", 1 - confidence / 2) if strange else (intent, confidence)
        if subject and confidence < policy.SURE:
            return subject, max(confidence, policy.ANSWER)
        if slots.names_something:
            if confidence >= policy.ANSWER:
                return intent, confidence
            return (
                ("out_of_scope", 1 - confidence)
                if strangers
                else (subject or ("overview" if slots.roles else intent), confidence)
            )
        follows = (memory.last is not None or beside) and not strangers and len(clause.words) <= 7
        if intent == "source" and confidence < policy.SURE + 0.15 and not memory.last:
            return "out_of_scope", 1 - confidence / 2
        if not follows and not self._about_careers(clause) and intent not in policy.WITHOUT_EVIDENCE:
            return "out_of_scope", 1 - confidence / 2
        if strangers > policy.STRANGERS * content or (
            intent in policy.ABOUT_NAMED and strangers and slots.ordinal is None
        ):
            return "out_of_scope", 1 - confidence / 2
        if confidence < policy.ANSWER:
            return "out_of_scope", 1 - confidence
        return intent, confidence

    def _first_allowed(self, clause: Clause) -> tuple[str, float]:
        """The router's first choice; what is asked is no statement about oneself."""
        intent, confidence = clause.ranking[0]
        if intent == "profile" and (clause.entities.asks or clause.words[0] in self._grammar.question_words):
            return clause.ranking[1][0], confidence / 2
        return intent, confidence

    def _rescued(self, clause: Clause, slots: Slots, confidence: float, subject: str | None) -> tuple[str, float]:
        """Out of scope by its words, though it may name something that is in scope."""
        if "ai_impact" in slots.aspects and self._about_careers(clause):
            return "outlook", 1 - confidence / 2
        limit = policy.DECLINE_NAMED if slots.roles or slots.titles else policy.DECLINE
        if subject and confidence < policy.DECLINE_NAMED + 0.15 and clause.topics[0].phrase:
            return subject, 1 - confidence / 2
        if confidence >= limit or not (slots.names_something or self._about_careers(clause)):
            return "out_of_scope", confidence
        intent, second = clause.ranking[1]
        if intent in policy.SMALL_TALK or second < 0.1:
            return "out_of_scope", confidence
        return intent, second

    def _subject(self, clause: Clause) -> str | None:
        """The question type of the fact that the clause is plainly about."""
        if not clause.topics or clause.topics[0].score < policy.TOPIC:
            return None
        kind, role = self._kinds[clause.topics[0].fact]
        if role is None:
            return _BY_KIND[kind]
        named = [mention.of("role") for mention in clause.entities.mentions if mention.of("role")]
        if any(name and name.id == role for name in named):
            return {"duty": "responsibilities", "skill": "skills", "reason": "why_pay", "note": "overview"}.get(kind)
        return "filter" if not named and kind not in ("pay", "pay_open", "position") else None

    def is_about_careers(self, clause: Clause, slots: Slots) -> bool:
        return slots.names_something or self._about_careers(clause)

    def _about_careers(self, clause: Clause) -> bool:
        return any(word.text in self._grammar.career_words for word in clause.entities.words)

    def _strangers(self, clause: Clause) -> tuple[int, int]:
        """Words of content that no phrase in scope has, and all words of content."""
        entities = clause.entities
        covered = {
            place for mention in (*entities.mentions, *entities.aspects) for place in range(mention.start, mention.end)
        }
        covered |= {place for topic in clause.topics[:1] for place in topic.places}
        content = [
            word.text
            for place, word in enumerate(entities.words)
            if place not in covered and word.text[0].isalpha() and word.text not in self._grammar.function_words
        ]
        known = self._in_scope | self._grammar.career_words
        return sum(1 for word in content if word not in known and singular(word) not in known), len(content)

    # What the entities allow -----------------------------------------------------------------------------------

    def _by_entities(self, intent: str, clause: Clause, slots: Slots, memory: Memory) -> str:
        named = len(slots.roles) + len(slots.titles)
        skills = bool(slots.skills or slots.unlisted or slots.like)
        topical = any(self._kinds[fact][1] for fact in slots.facts)
        if (
            intent in ("skills", "responsibilities", "overview", "why_pay")
            and not named
            and not self._takes(clause, memory)
            and not (memory.talked_about and "yes_no" in slots.aspects)
        ):
            if skills:
                return "filter"
            if topical and intent != "overview":
                return "filter"
        if intent == "filter" and slots.roles and not slots.amounts and "which" not in clause.words[:2]:
            if skills:
                return "skills"
            if topical:
                return "responsibilities"
        if intent == "filter" and not (
            slots.amounts or skills or topical or "no_coding" in slots.aspects or "there" in clause.words
        ):
            return "rank" if {"highest", "lowest", "low_bound", "high_bound"} & set(slots.aspects) else intent
        if intent == "list_roles" and slots.ordinal is not None:
            return "list_position"
        if intent == "responsibilities" and slots.roles and slots.skills and "yes_no" in slots.aspects:
            return "skills"
        if intent == "become" and not named and skills and not memory.talked_about:
            return "recommend" if "my" in clause.words else "filter"
        if intent == "profile" and skills and memory.last and memory.last.intent in ("recommend", "become"):
            return memory.last.intent
        if (
            intent in ("rank", "overview", "outlook", "recommend", "learning", "become", "not_stated")
            and named + len(slots.unlisted) + len(slots.ambiguous) > 1
            and self._sets_side_by_side(intent, clause)
        ):
            return "compare"
        if intent == "compare" and named < 2 and not memory.talked_about and slots.roles:
            return "outlook" if "yes_no" in slots.aspects else "overview"
        return intent

    def _sets_side_by_side(self, intent: str, clause: Clause) -> bool:
        """Several names with "vs" or "or" between: which of them?"""
        words = clause.words
        if intent == "rank" or "vs" in words:
            return True
        joint = "or" in words[:-1]
        return joint and (
            "better" in words
            or "best" in words
            or "which" in words
            or "should" in words
            or intent in ("overview", "recommend", "outlook")
        )

    def picks_one(self, intent: str, clause: Clause) -> bool:
        """After several names: "which one is better?"."""
        return intent in ("outlook", "recommend", "learning", "rank", "overview") and bool(
            {"better", "best", "which"} & set(clause.words)
        )

    def _takes(self, clause: Clause, memory: Memory) -> bool:
        """A pronoun that points to a role talked about before."""
        return bool(memory.talked_about and _PRONOUNS & {word.text for word in clause.entities.words})

    def takes_role_from_memory(self, intent: str, clause: Clause, slots: Slots) -> bool:
        if slots.roles or slots.titles or slots.ambiguous or intent not in policy.NEEDS_ROLE:
            return False
        words = {word.text for word in clause.entities.words}
        if words & {"jobs", "roles", "careers", "everyone", "any"} and intent != "compare":
            return False
        if intent in ("outlook", "learning", "not_stated", "list_position"):
            return (
                bool(_PRONOUNS & words)
                or len(words) <= policy.SHORT
                or (slots.ordinal is not None and intent != "list_position")
            )
        return True
