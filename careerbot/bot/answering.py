"""A Query to its Answer: the handler's, or the refusal of a title, with what must be said beside it.

Said beside it: which role was taken for a field, what the source does not state, a fact that is exactly the topic.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.choosing import meant
from careerbot.bot.understanding.grammar import Grammar
from careerbot.intents import not_covered
from careerbot.intents.base import Answer, Block, Naming, Query, Suggestion, Text
from careerbot.intents.catalogue import handler
from careerbot.intents.quiz import questions
from careerbot.intents.turn import SUGGESTIONS, Turn
from careerbot.intents.wording import Wording
from careerbot.knowledge.base import KnowledgeBase
from careerbot.knowledge.coverage import coverage

_ABOUT_ROLE = policy.NEEDS_ROLE - {"become", "outlook", "not_stated", "learning"}
"""Question types that say nothing of a title beside a role but this: it is not covered."""
_TOPICAL = frozenset(
    {
        "pay",
        "skills",
        "responsibilities",
        "why_pay",
        "overview",
        "compare",
        "outlook",
        "rank",
        "not_stated",
        "patterns",
        "meta_skills",
    }
)


_LEFT_OPEN = {"place": "country", "level": "level", "total": "base_or_total", "currency": "currency_name"}
"""Side of a question -> how a source calls it among what it leaves open."""
QUIZ = "quiz"
"""The question type that goes on over several turns."""
STOP, UNCLEAR = questions.STOP, questions.UNCLEAR
PLAIN = 0.7
"""Share of a field's letters with which a role's title begins."""
_OF_SKILLS = frozenset({"learning", "meta_skills", "overview", "become", "compare"})
"""Question types that have nothing to say when all that is named is a skill in none of the lists."""


@dataclass(frozen=True)
class Answering:
    knowledge: KnowledgeBase
    wording: Wording
    skills: Mapping[str, str]
    nearest: Mapping[str, tuple[str, ...]]
    programming: frozenset[str]
    ambiguous: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
    examples: Mapping[str, str]
    rests_on: Mapping[str, tuple[str, ...]]
    """Question types without Python -> the facts that their fixed reply rests on."""

    def answer(self, query: Query, memory: Memory) -> Answer:
        turn = self.turn(query.intent, memory)
        matched = query.intent == "recommend" and (query.skills or memory.profile.skills)
        answered = query.intent in policy.DESPITE_TITLE or matched or self._is_background(query) or _is_general(query)
        if query.titles and not query.roles and not answered:
            return replace(not_covered.answer(query, turn), queries=(query,))
        if query.unlisted_skills and not (query.roles or query.skills) and query.intent in _OF_SKILLS:
            return replace(not_covered.of_skills(query, turn), queries=(query,))
        answer = self._handled(query, turn)
        before, after = self._beside(query, answer, turn)
        head, *rest = answer.blocks or (Text(""),)
        personal = self._personal(query, answer, turn)
        return replace(answer, blocks=(*before, head, *after, *rest, *personal), queries=(query,))

    def typed_in_quiz(
        self, text: str, memory: Memory, grammar: Grammar, counts: bool, asks_otherwise: bool
    ) -> str | None:
        """The decision behind a typed answer to the question of the quiz, if it is one. For the rest see `meant`."""
        turn = self.turn(QUIZ, memory)
        question = questions.current(turn)
        if question is None:
            return None
        *answers, skip, stop = questions.ways(question, turn)
        found = meant(text, answers, (skip, stop), questions.small_words(turn), grammar, counts, asks_otherwise)
        if not found:
            return None
        return f"{QUIZ}:{','.join((*found, question.id) if found == (questions.SKIP,) else found)}"

    def with_quiz_waiting(self, answer: Answer, queries: tuple[Query, ...], memory: Memory) -> Answer:
        """An answer to something else while a quiz is going on, with the way back to it among the follow-ups."""
        turn = self.turn(QUIZ, memory)
        back = Suggestion(turn.word("go_on"), f"{QUIZ}:")
        asks = answer.outcome == "clarify" and not answer.suggestions
        offered = any(offer.decision == back.decision for offer in answer.suggestions)
        if questions.current(turn) is None or asks or offered or any(query.intent == QUIZ for query in queries):
            return answer
        return replace(answer, suggestions=(*answer.suggestions[: SUGGESTIONS - 1], back))

    def with_more(self, answer: Answer, more: tuple[Query, ...], memory: Memory) -> Answer:
        """The answer with the questions named that the same message asked beyond those answered."""
        offers = [self.turn(query.intent, memory).suggest(query.intent, *query.roles[:1]) for query in more]
        said = Text(
            self.wording.render(
                "", "more_asked", {"number": policy.MOST_QUERIES, "questions": [each.text for each in offers]}
            )
        )
        fresh = tuple(dict.fromkeys((*offers, *answer.suggestions)))[:SUGGESTIONS]
        return replace(answer, blocks=(*answer.blocks, said), suggestions=fresh)

    def either(self, query: Query, memory: Memory) -> Answer | None:
        """A question back where two question types are as likely as each other, and neither is sure."""
        other, score = query.alternatives[0] if query.alternatives else ("", 0.0)
        unsure = query.confidence < policy.SURE and query.confidence - score < policy.MARGIN
        if not unsure or query.from_memory or {other, query.intent} - policy.CARRIED or len(query.roles) != 1:
            return None
        turn = self.turn(query.intent, memory)
        offers = [turn.suggest(intent, query.roles[0]) for intent in (query.intent, other)]
        facts = [self.knowledge.role(query.roles[0]).position_fact]
        asked = turn.say("either_question", facts, options=[turn.word("quoted", text=offer.text) for offer in offers])
        answer = turn.answer(asked, outcome="clarify", roles=query.roles, follow_ups=offers)
        return replace(answer, queries=(query, query._replace(intent=other)))

    def which(self, word: str, query: Query, memory: Memory) -> Answer:
        """A question back for a word that could be several things."""
        turn = self.turn(query.intent, memory)
        roles, titles, skills = self.ambiguous[word]
        options = [
            *(self.knowledge.role(role).title for role in roles),
            *titles,
            *(self.skills[skill] for skill in skills),
        ]
        facts = [self.knowledge.role(role).position_fact for role in roles]
        intent = query.intent if query.intent in policy.CARRIED else "overview"
        asked = turn.say("which_of_these", facts, word=word, options=options)
        answer = turn.answer(
            asked,
            outcome="clarify",
            roles=roles,
            follow_ups=[
                *(turn.suggest(intent, role) for role in roles),
                *(turn.suggest_skill(skill) for skill in skills),
            ],
        )
        return replace(answer, queries=(query,))

    def turn(self, intent: str, memory: Memory) -> Turn:
        return Turn(
            knowledge=self.knowledge,
            memory=memory,
            wording=self.wording,
            intent=intent,
            skills=self.skills,
            nearest=self.nearest,
            programming=self.programming,
            rests_on=self.rests_on.get(intent, ()),
        )

    def _is_background(self, query: Query) -> bool:
        """One title that no role is near to, beside "what fits": where the person comes from, "i study biology"."""
        one = query.intent == "recommend" and not query.roles and len(query.titles) == 1
        return one and not self.nearest.get(query.titles[0])

    def _handled(self, query: Query, turn: Turn) -> Answer:
        if query.intent == "compare" and (query.titles or query.unlisted_skills) and len(query.roles) == 1:
            half = handler("overview")(query._replace(intent="overview"), self.turn("overview", turn.memory))
            return replace(half, queries=(query,))
        return self._among(query, turn) if query.among else handler(query.intent)(query, turn)

    def _among(self, query: Query, turn: Turn) -> Answer:
        """The answer as if there were only the roles of the list shown before, and that it is of those."""
        shown = turn.among(query.among)
        facts = tuple(fact for fact in query.facts if fact in shown.knowledge.facts)
        answer = handler(query.intent)(query._replace(facts=facts), shown)
        finds = query.intent == "filter" and not (query.unlisted_skills or query.like_skills)
        if finds and not answer.roles and (query.skills or query.facts or answer.outcome == "answered"):
            positions = [role.position_fact for role in shown.knowledge.roles]
            nothing = turn.say("none_among", positions, count=len(query.among))
            return turn.answer(nothing, roles=query.among, follow_ups=[turn.suggest("filter"), turn.suggest("rank")])
        return replace(answer, blocks=(turn.say("among", count=len(query.among)), *answer.blocks))

    def _beside(self, query: Query, answer: Answer, turn: Turn) -> tuple[list[Block], list[Block]]:
        """Blocks before and after the first block of the answer."""
        before: list[Block] = []
        after: list[Block] = []
        if "language" in query.aspects and query.intent != "out_of_scope":
            before.append(Text(self.wording.render("out_of_scope", "language", {})))
        general = self._is_background(query) or _is_general(query)
        if query.titles and ((query.roles and query.intent in _ABOUT_ROLE) or general):
            before.append(turn.say("other_half_missing" if query.roles else "title_missing", titles=query.shown_titles))
        namings = [naming for naming in query.namings if naming.role in answer.roles]
        before += self._namings(namings, "ask", turn)
        before += self._on_topic(query, answer, turn)
        caveats = self._caveats(query, turn)
        (before if query.intent in policy.CAVEATS_FIRST else after).extend(caveats)
        after += self._namings(namings, "field", turn)
        return before, after

    def _personal(self, query: Query, answer: Answer, turn: Turn) -> list[Block]:
        """What of the roles shown the person knows, where they told it earlier; nothing where that is nothing."""
        if query.intent not in policy.PERSONAL:
            return []
        roles = [self.knowledge.role(role) for role in dict.fromkeys(answer.roles)]
        held = [coverage(role, turn.profile.skills, self.knowledge) for role in roles]
        known = [(each, turn.names(turn.told_before(query, each.held))) for each in held]
        known = [(each, names) for each, names in known if names]
        if not known:
            return []
        facts = [line.group.fact for each, _ in known for line in each.lines if line.held]
        if len(roles) == 1:
            return [turn.say("of_these_you_know", facts, skills=known[0][1])]
        each_role = [turn.word("role_names", role=each.role, skills=names) for each, names in known]
        return [turn.say("of_these_lists_name", facts, roles=each_role)]

    def _namings(self, namings: Iterable[Naming], kind: Literal["field", "ask"], turn: Turn) -> list[Block]:
        """Which role was taken for what the person called it, unless its title says so itself."""
        name = "named_by_field" if kind == "field" else "named_near"
        said: list[Block] = []
        for naming in namings:
            role = self.knowledge.role(naming.role)
            if naming.kind == kind and not (kind == "field" and _is_plain(naming.words, role.title)):
                said.append(turn.say(name, words=naming.words, role=role))
        return said

    def _on_topic(self, query: Query, answer: Answer, turn: Turn) -> list[Block]:
        """Facts of the roles talked about that the message is exactly about and the answer does not yet have."""
        if query.intent not in _TOPICAL:
            return []
        facts = [self.knowledge.facts[fact] for fact in query.facts[:2] if fact not in answer.facts]
        told = [
            fact for fact in facts if fact.role in answer.roles and fact.kind in ("duty", "skill", "reason", "note")
        ]
        in_general = [fact for fact in facts if fact.kind in ("theme", "advice", "meta_note")]
        said: list[Block] = [
            turn.say("on_topic", [fact.id], facts=[self._line(fact.role or "", fact.text)]) for fact in told
        ]
        return [*said, *(turn.say("on_topic", [fact.id], facts=[fact.text]) for fact in in_general)]

    def _line(self, role: str, text: str) -> str:
        return self.wording.render("", "on_topic_line", {"role": self.knowledge.role(role), "fact": text})

    def _caveats(self, query: Query, turn: Turn) -> list[Block]:
        """What the question takes for granted and the source does not state, in half a sentence each."""
        wanted = [side for side in policy.CAVEATS.get(query.intent, ()) if side in query.aspects][: policy.MOST_CAVEATS]
        words = dict(query.aspect_words)
        return list(dict.fromkeys(self._caveat(side, words.get(side, ""), query, turn) for side in wanted))

    def _caveat(self, side: str, words: str, query: Query, turn: Turn) -> Text:
        """That the source does not state this side, or that it does and only its figure is carried here."""
        used = {self.knowledge.facts[self.knowledge.role(role).pay.fact].source for role in query.roles}
        stating = [
            source
            for source in self.knowledge.sources
            if source.id in used and side in _LEFT_OPEN and _LEFT_OPEN[side] not in source.leaves_open
        ]
        if stating and len(stating) == len(used):
            return turn.say("caveat_stated", [source.id for source in stating], source=stating[0])
        return turn.say(f"caveat_{side}", [self.knowledge.sources[0].id], words=words)


def _is_plain(words: str, title: str) -> bool:
    """The field is the beginning of the title, so the title says enough: "data science", Data Scientist."""
    field, whole = words.replace(" ", ""), title.lower().replace(" ", "")
    shared = next((place for place, (one, other) in enumerate(zip(field, whole)) if one != other), len(field))  # noqa: B905
    return shared >= PLAIN * len(field)


def _is_general(query: Query) -> bool:
    """A title that is not covered, in a question that has an answer for everybody: what AI does to jobs."""
    return query.intent == "outlook" and bool({"ai_impact", "demand"} & set(query.aspects))
