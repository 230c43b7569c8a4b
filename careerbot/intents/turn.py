"""What a handler has in its hands during one turn: the knowledge, the memory, the wording."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from careerbot.intents.base import (
    Answer,
    Block,
    Bullets,
    Outcome,
    PayRange,
    PayRanges,
    Profile,
    Query,
    Suggestion,
    Table,
    Text,
)
from careerbot.intents.filters import capital
from careerbot.intents.wording import Wording
from careerbot.knowledge.base import Fact, KnowledgeBase, Role, SkillGroup

if TYPE_CHECKING:
    from careerbot.bot.memory import Memory

SUGGESTIONS = 3
"""Most follow-ups under an answer."""


@dataclass(frozen=True)
class Turn:
    knowledge: KnowledgeBase
    memory: "Memory"
    wording: Wording
    intent: str
    """The question type whose wording is used."""
    skills: Mapping[str, str]
    """Skill id -> name to show."""
    nearest: Mapping[str, tuple[str, ...]]
    """Title that is not covered -> ids of the nearest roles, by our judgement."""
    programming: frozenset[str] = frozenset()
    """Ids of the skills that mean writing code."""
    rests_on: tuple[str, ...] = ()
    """Ids of the facts that the language file of a question type without Python names."""

    # Saying ---------------------------------------------------------------------------------------------------

    def say(self, name: str, facts: Iterable[str] = (), /, **values: Any) -> Text:
        """A paragraph in the wording of this name, resting on these facts."""
        return Text(self.word(name, **values), tuple(facts))

    def word(self, name: str, /, **values: Any) -> str:
        return self.wording.render(self.intent, name, values)

    def bullets(self, items: Iterable[str], facts: Iterable[str], title: str = "", *, ordered: bool = False) -> Bullets:
        return Bullets(tuple(items), title, ordered, tuple(facts))

    def statements(self, facts: Iterable[Fact], title: str = "") -> Bullets:
        """Facts as a list, in their own words."""
        facts = tuple(facts)
        return Bullets(tuple(capital(fact.text) for fact in facts), title, facts=tuple(fact.id for fact in facts))

    def skill_lines(self, groups: Iterable[SkillGroup], title: str = "", *, ordered: bool = False) -> Bullets:
        groups = tuple(groups)
        return Bullets(
            tuple(capital(group.text) for group in groups), title, ordered, tuple(group.fact for group in groups)
        )

    def pay_ranges(self, roles: Iterable[Role], *, ordered: bool = False) -> PayRanges:
        roles = tuple(roles)
        ranges = tuple(
            PayRange(role.title, self.wording.range(role.pay), role.pay.low, role.pay.high, role.pay.open_ended)
            for role in roles
        )
        return PayRanges(ranges, pay_facts(*roles), ordered)

    def table(self, columns: Iterable[str], rows: Iterable[Iterable[str]], facts: Iterable[str]) -> Table:
        return Table(tuple(columns), tuple(tuple(row) for row in rows), tuple(facts))

    @property
    def profile(self) -> Profile:
        """What the person said of themselves and keeps here, this message included."""
        return self.memory.profile

    def remembering(self, profile: Profile) -> "Turn":
        """The turn as if this were remembered of the person."""
        return replace(self, memory=replace(self.memory, profile=profile))

    def among(self, roles: Iterable[str]) -> "Turn":
        """The turn as if there were only these roles."""
        return replace(self, knowledge=self.knowledge.only(roles))

    # Looking up -----------------------------------------------------------------------------------------------

    def roles(self, query: Query) -> list[Role]:
        return [self.knowledge.role(id) for id in query.roles]

    def names(self, skills: Iterable[str]) -> list[str]:
        return [self.skills[skill] for skill in skills]

    def facts_naming(self, skills: Iterable[str]) -> list[str]:
        """Facts of the lines that name these skills, of whatever role."""
        return [group.fact for skill in skills for _, group in self.knowledge.listing(skill)]

    def told_before(self, query: Query, skills: Iterable[str]) -> list[str]:
        """Of these skills, what the person told in an earlier message: nobody is told what they just said."""
        return [skill for skill in skills if skill in self.profile.skills and skill not in query.skills]

    def alike(self, query: Query) -> list[Text]:
        """What is said of tools that are like a listed skill."""
        return [
            self.say(
                "like_skill",
                [group.fact for _, group in self.knowledge.listing(skill)],
                tool=tool,
                skill=self.skills[skill],
            )
            for tool, skill in query.like_skills
        ]

    # Answering ------------------------------------------------------------------------------------------------

    def suggest(self, intent: str, *roles: str) -> Suggestion:
        """A follow-up that works when typed: the question type's own way of being suggested."""
        text = self.wording.offer(intent, tuple([self.knowledge.role(role).title for role in roles]))
        return Suggestion(text, f"{intent}:{','.join(roles)}")

    def suggest_skill(self, skill: str, intent: str = "filter") -> Suggestion:
        """A follow-up about a skill: which roles list it, that it is done, that it is not."""
        words = self.wording.render(intent, "suggestion_skill", {"skill": self.skills[skill]})
        return Suggestion(words, f"{intent}:{skill}")

    def suggest_kept(self, kept: tuple[str, ...]) -> list[Suggestion]:
        """What can be done with the roles on the shortlist: side by side, and as something to share."""
        beside = Suggestion(self.wording.render("compare", "suggestion_kept", {}), f"compare:{','.join(kept)}")
        whole = Suggestion(self.wording.offer("export", ()), "export:markdown,mine")
        return [*([beside] if len(kept) > 1 else []), whole]

    def answer(
        self,
        *blocks: Block,
        outcome: Outcome = "answered",
        roles: Iterable[str] = (),
        follow_ups: Iterable[Suggestion] = (),
        profile: Profile | None = None,
        options: Iterable[Suggestion] = (),
        singled_out: str | None = None,
    ) -> Answer:
        """`profile`: what is remembered of the person from here on, where the answer changes it.

        `options`: answers to a question that is asked back, all of which are offered, before the follow-ups.
        """
        kept = tuple(block for block in blocks if not isinstance(block, Text) or block.text)
        offers = (*options, *tuple(dict.fromkeys(follow_ups))[:SUGGESTIONS])
        return Answer(kept, outcome, offers, tuple(dict.fromkeys(roles)), singled_out, profile=profile)


def pay_facts(*roles: Role) -> tuple[str, ...]:
    return tuple(fact for role in roles for fact in (role.pay.fact, role.pay.open_fact) if fact)


def skill_facts(*roles: Role) -> tuple[str, ...]:
    return tuple(group.fact for role in roles for group in role.skills)


Handler = Callable[[Query, Turn], Answer]
"""What each `intents/<question type>/handler.py` offers as `answer`."""
