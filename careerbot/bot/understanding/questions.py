"""A clause and the memory of the conversation -> the question it asks.

at once from memory -> settled -> in context -> which pay, which comparison is meant -> roles that are left out
"""

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding import follow_up
from careerbot.bot.understanding.clauses import Clause, ClauseReader, is_fragment, tells_experience
from careerbot.bot.understanding.evidence import Evidence
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.in_context import in_context
from careerbot.bot.understanding.self_talk import leads_to
from careerbot.bot.understanding.settling import Settler, Stage, Step
from careerbot.bot.understanding.slots import Slots
from careerbot.intents.base import Amount, Profile, Query

_IT = frozenset({"it", "that", "this"})


class QuestionReader:
    def __init__(self, clauses: ClauseReader, settler: Settler, grammar: Grammar) -> None:
        self._clauses = clauses
        self._settler = settler
        self._grammar = grammar

    def read(
        self, clause: Clause, slots: Slots, evidence: Evidence, borrowed: Slots, memory: Memory, beside: bool
    ) -> tuple[Query, tuple[Step, ...]]:
        """The question, and how it was settled.

        `borrowed`: what the rest of the message names. `beside`: the rest of it is about careers.
        """
        if at_once := self._at_once(clause, slots, evidence, memory, bool(borrowed.roles)):
            query, stage = at_once
            return query, (Step(stage, query.intent, query.confidence),)
        steps = self._settler.settle(clause, slots, evidence, memory, beside, bool(borrowed.roles))
        clause, steps = in_context(clause, steps, slots, evidence, borrowed.roles or memory.talked_about, self._clauses)
        intent, confidence = steps[-1].intent, steps[-1].confidence
        names = intent in policy.REACTIONS and slots.roles  # "oh wait, i meant the sre": a role is no mere reaction
        if names and (done := self._completed(clause, slots, memory, listing=False)):
            return done, (*steps, Step("completed", done.intent, done.confidence))
        if intent in policy.OF_OWN_ROLE and not slots.roles:  # where somebody comes from is what it is about
            slots = slots._replace(titles=tuple(title for title, _ in slots.title_words))
        if intent == "why_pay" and (explains := self._explained(clause, slots, memory)):
            return explains, (*steps, Step("explains", explains.intent, policy.SURE))
        if meant := self._pay_meant(intent, confidence, clause, slots, memory):
            query, step = meant
            return query, (*steps, step)
        if (
            not slots.roles
            and len(borrowed.roles) + len(borrowed.titles) > 1
            and self._settler.picks_one(intent, clause)
        ):
            intent = "compare"
            steps = (*steps, Step("picks_one", intent, confidence))
        if intent == "pay" and not borrowed.roles and self._grammar.has_cue("own_pay", clause.text):
            slots = _with_own_work(slots, memory.profile)
        if intent == "compare" and clause.intent == "unkeep":
            slots = slots._replace(roles=(), excluded=slots.roles)
        intent, roles = self._way(intent, clause, slots, memory)
        slots, roles, supplied = self._meant(intent, clause, slots, roles, borrowed, memory)
        return self._filled(intent, confidence, clause, slots, roles, supplied, memory), steps

    def _at_once(
        self, clause: Clause, slots: Slots, evidence: Evidence, memory: Memory, named: bool
    ) -> tuple[Query, Stage] | None:
        """A question that the words alone do not ask, with the stage that knows it; none where the words decide.

        `named`: the rest of the message names a role.
        """
        last = memory.last
        if last and all(word.text in self._grammar.echoes for word in clause.entities.words):
            return self._filled(
                last.intent, policy.SURE, clause, slots, last.roles, ("intent", "roles"), memory
            ), "again"
        if tells_experience(clause, self._grammar):
            return self._filled("profile", policy.SURE, clause, slots, slots.roles, (), memory), "experience"
        if last and last.intent == "profile" and last.skills and self._grammar.has_cue("take_back_that", clause.text):
            denied = slots._replace(denied=last.skills, skills=(), ambiguous=())
            return self._filled("profile", policy.SURE, clause, denied, (), (), memory), "taken_back"
        if last and not named and follow_up.judges(clause, slots, memory, self._grammar):
            intent = "pay_position" if last.intent in policy.PRIVATE else "pay"
            judged = slots._replace(aspects=(*slots.aspects, "judged"))
            query = self._filled(intent, policy.SURE, clause, judged, memory.talked_about, ("roles",), memory)
            return query, "judges"
        if is_fragment(clause, self._grammar) or evidence.listing:
            done = self._completed(clause, slots, memory, evidence.listing)
            return (done, "completed") if done else None
        return None

    def _explained(self, clause: Clause, slots: Slots, memory: Memory) -> Query | None:
        """What a plain "why" asks after a match or a move: the reasons of that, or what "why not sre" is short of."""
        last = memory.last
        if last is None or last.intent not in policy.EXPLAINED or self._grammar.has_cue("of_pay", clause.text):
            return None
        named = slots.roles or slots.excluded  # of "why not sre" the role is left out, elsewhere
        if named and not clause.entities.referred:
            short = "not" in clause.words and last.intent == "recommend"
            return self._filled("gap", policy.SURE, clause, slots, named, (), memory) if short else None
        why = "quiz_result" if last.intent == "quiz" else "why"
        sided = slots._replace(aspects=(*slots.aspects, why))
        return self._filled(last.intent, policy.SURE, clause, sided, slots.roles or last.roles, ("intent",), memory)

    def _pay_meant(
        self, intent: str, confidence: float, clause: Clause, slots: Slots, memory: Memory
    ) -> tuple[Query, Step] | None:
        """A question about pay that is one of something else: of what was supposed before, or against one's own."""
        if follow_up.asks_pay_of_supposed(intent, clause, slots, memory):
            query = self._filled("what_if", confidence, clause, slots, (), ("intent",), memory)
            return query, Step("supposed", "what_if", confidence)
        against = follow_up.against_own(intent, clause, slots, memory, self._grammar)
        if against is None:
            return None
        sure = max(confidence, policy.SURE)
        sided = slots._replace(aspects=tuple(dict.fromkeys((*slots.aspects, *against.sides))))
        query = self._filled(against.intent, sure, clause, sided, against.roles, against.from_memory, memory)
        return query, Step("against_own", against.intent, sure)

    def _way(self, intent: str, clause: Clause, slots: Slots, memory: Memory) -> tuple[str, tuple[str, ...]]:
        """The roles named, in the direction that is meant: to a role, not from it; the one somebody has is no goal."""
        roles = slots.roles
        if intent == "moves" and len(roles) == 1 and leads_to(clause, roles[0], self._grammar):
            start = follow_up.start_of_move(roles[0], memory)  # "what if i moved to ml engineer"
            return ("moves", (start, *roles)) if start else ("become", roles)
        if intent in policy.TOWARD_A_ROLE and len(roles) > 1:  # "what would i miss for sre, coming from devops"
            roles = tuple(role for role in roles if role != memory.profile.role) or roles
        return intent, roles

    def _meant(
        self, intent: str, clause: Clause, slots: Slots, roles: tuple[str, ...], borrowed: Slots, memory: Memory
    ) -> tuple[Slots, tuple[str, ...], tuple[str, ...]]:
        """Slots and roles with what the clause leaves out, and which of it memory supplied."""
        named = bool(roles or slots.titles)
        needs = intent in policy.NEEDS_ROLE
        if "shortlist" in slots.aspects and not named and needs and (found := follow_up.kept(intent, slots, memory)):
            return slots, found, ("roles",)
        borrows = not named and (needs or (intent == "plan" and "making" in slots.aspects))
        if borrows and (borrowed.roles or borrowed.titles):
            titles = () if borrowed.roles else borrowed.titles
            taken = slots._replace(titles=titles, title_words=borrowed.title_words, namings=borrowed.namings)
            return taken, borrowed.roles, ()
        if self._settler.takes_role_from_memory(intent, clause, slots, memory):
            found = tuple(role for role in follow_up.inherited(intent, clause, memory) if role not in slots.excluded)
            return slots, found, ("roles",) if found else ()
        if intent == "compare" and len(roles) == 1 and not slots.titles and memory.talked_about:
            before = tuple(role for role in memory.talked_about if role not in roles)[:3]
            return slots, (*before, *roles), ("roles",)
        return slots, roles, ()

    def _completed(self, clause: Clause, slots: Slots, memory: Memory, listing: bool) -> Query | None:
        """The question that a fragment asks, with what memory supplies."""
        done = follow_up.completed(clause, slots, memory, self._grammar, listing)
        if done is None:
            return None
        own = slots._replace(told=()) if done.intent == "what_if" else slots
        if (
            done.intent == "pay" and "intent" in done.from_memory and memory.last
        ):  # "i meant the other": by the month too
            carried = (side for side in memory.last.aspects if side in policy.PAY_SIDES)
            own = own._replace(aspects=tuple(dict.fromkeys((*own.aspects, *carried))))
        confidence = max(clause.confidence, policy.SURE)
        return self._filled(done.intent, confidence, clause, own, done.roles, done.from_memory, memory)

    def _filled(
        self,
        intent: str,
        confidence: float,
        clause: Clause,
        slots: Slots,
        roles: tuple[str, ...],
        supplied: tuple[str, ...],
        memory: Memory,
    ) -> Query:
        amounts = slots.amounts
        if (
            intent == "filter"
            and not amounts
            and not slots.skills
            and memory.last
            and memory.last.intent == "filter"
            and "there" in clause.text.split()
        ):
            amounts = tuple(Amount(*amount) for amount in memory.last.amounts)
        skills = slots.skills
        last = memory.last
        filters = intent == "filter" and last is not None and last.intent == "filter"
        if filters and last and not slots.names_something and _IT & set(clause.words):  # "and who does that"
            skills, slots = last.skills, slots._replace(facts=last.facts)
        if intent == "filter" and slots.excluded and not slots.names_something and memory.last:
            skills = memory.last.skills  # "except data scientist"
            amounts = tuple(Amount(*amount) for amount in memory.last.amounts)
            slots = slots._replace(facts=memory.last.facts)
        if intent == "what_if":
            before = follow_up.supposed(intent, clause, slots, memory, self._grammar)
            skills = tuple(dict.fromkeys((*before, *(skill for skill in skills if skill not in slots.told))))
            supplied = (*supplied, "skills") if before and not slots.names_skill else supplied
        lists = last is not None and last.intent in policy.LISTS_ROLES and len(memory.shown) > 1
        chooses = lists and intent in policy.CHOOSES and not roles and self._grammar.has_cue("of_those", clause.text)
        how_many = slots.how_many
        if intent == "rank" and last is not None and last.intent == "rank" and len(clause.words) <= policy.SHORT:
            how_many = how_many or last.how_many  # "same but by starting pay"
        sides = (*slots.aspects, *self._compared_side(clause)) if intent == "compare" else slots.aspects
        return Query(
            intent=intent,
            roles=roles if intent in policy.KEEPS or "shortlist" in slots.aspects else roles[:4],
            titles=slots.titles,
            title_words=slots.title_words,
            skills=skills,
            unlisted_skills=slots.unlisted,
            like_skills=slots.like,
            denied_skills=slots.denied,
            amounts=amounts,
            how_many=how_many,
            ordinal=slots.ordinal,
            facts=slots.facts,
            aspects=sides,
            aspect_words=slots.aspect_words,
            excluded=slots.excluded,
            among=memory.shown if chooses else (),
            namings=slots.namings,
            picked=self._wished(clause) if intent == "language" else (),
            from_memory=("roles", *supplied) if clause.entities.referred else supplied,
            confidence=round(min(confidence, 1.0), 3),
            alternatives=tuple((name, round(score, 3)) for name, score in clause.ranking[:4] if name != intent)[:3],
        )

    def _compared_side(self, clause: Clause) -> tuple[str, ...]:
        """The one side that a comparison is to be of; none where several are named."""
        said = set(clause.text.split())
        sides = tuple(side for side, words in self._grammar.compared_sides.items() if said & words)
        return sides if len(sides) == 1 else ()

    def _wished(self, clause: Clause) -> tuple[str, ...]:
        """Languages that the clause names."""
        words = set(clause.text.split())
        return tuple(code for code, names in self._grammar.language_names.items() if words & set(names))


def _with_own_work(slots: Slots, own: Profile) -> Slots:
    """A question that names no role, about one's own pay: what somebody is, as they told."""
    if slots.roles or slots.titles:
        return slots
    return slots._replace(
        roles=(own.role,) if own.role else (),
        titles=(own.title,) if own.title else (),
        title_words=((own.title or "", own.title_words or own.title or ""),),
    )
