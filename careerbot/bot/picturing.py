"""The picture of an answer: which of its blocks is drawn, and which decision leads to the same picture again.

One place for every channel. Nothing is drawn here: see rendering/pictures.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from careerbot.bot.memory import Memory
from careerbot.bot.rendering.pictures.picture import Drawable, Picture, SideBySide, worth_drawing
from careerbot.intents.base import Answer, Card, PayRanges, Profile, RoleMap, Table

if TYPE_CHECKING:
    from careerbot.bot.conversation import Adviser

MOST_BESIDE = 4
REMEMBERED = 512
"""Decisions of which it is remembered what they draw: most people have told nothing of themselves yet."""
NUMBERED = "#"
"""Behind "pay" in a decision: the ranges with numbers, in the order of the roles. No question of its own."""


class Picturing:
    def __init__(self, adviser: "Adviser") -> None:
        self._adviser = adviser
        self._drawn = lru_cache(maxsize=REMEMBERED)(self._worked_out)

    @property
    def source(self) -> str:
        """The title of where the figures come from."""
        return self._adviser.knowledge.sources[0].title

    def of(self, answer: Answer, memory: Memory) -> Picture | None:
        """The picture of an answer; None when it has nothing to draw. `memory`: after the answer."""
        content = self._content(answer)
        if content is None:
            return None
        again = (each for each in self._decisions(answer, content) if self._leads_to(each, memory) == content)
        return Picture(content, next(again, ""))

    def again(self, decision: str, memory: Memory) -> Picture | None:
        """The picture of the answer to a decision."""
        content = self._leads_to(decision, memory)
        return Picture(content, decision) if content else None

    # ----------------------------------------------------------------------------------------------------------

    def _content(self, answer: Answer) -> Drawable | None:
        """What says the most: a card and a map are made to be drawn, a comparison has its ranges in it."""
        cards = [block for block in answer.blocks if isinstance(block, Card)]
        maps = [block for block in answer.blocks if isinstance(block, RoleMap)]
        beside = [self._beside(block) for block in answer.blocks if isinstance(block, Table)]
        ranges = [block for block in answer.blocks if isinstance(block, PayRanges)]
        return next((each for each in (*cards, *maps, *beside, *ranges) if each and worth_drawing(each)), None)

    def _beside(self, table: Table) -> SideBySide | None:
        """The table with the ranges of its roles, which then need no row; None when its columns are no roles."""
        ids = {title: id for id, title in self._adviser.choices.roles.items()}
        titles = table.columns[1:]
        if not 1 < len(titles) <= MOST_BESIDE or any(title not in ids for title in titles):
            return None
        answer, _ = self._adviser.decide("pay:" + ",".join(ids[title] for title in titles), Memory())
        pay = next((block for block in answer.blocks if isinstance(block, PayRanges)), None)
        if pay is None or tuple(each.label for each in pay.ranges) != titles:
            return None
        texts = tuple(each.text for each in pay.ranges)
        return SideBySide(pay, table._replace(rows=tuple(row for row in table.rows if row[1:] != texts)))

    def _decisions(self, answer: Answer, content: Drawable) -> Iterator[str]:
        """What may lead to it: the questions themselves; for ranges, what the same roles pay."""
        for query in answer.queries:
            yield f"{query.intent}:{','.join((*query.roles, *query.skills, *query.picked))}"
            yield f"{query.intent}:{','.join(answer.roles)}"
        if isinstance(content, PayRanges):
            ids = {title: id for id, title in self._adviser.choices.roles.items()}
            pay = f"pay{NUMBERED if content.ordered else ''}:"
            yield pay
            yield pay + ",".join(ids.get(each.label, "") for each in content.ranges)

    def _leads_to(self, decision: str, memory: Memory) -> Drawable | None:
        """What is drawn is of the knowledge and of the person, not of what was talked about."""
        return self._drawn(decision, memory.profile, memory.language)

    def _worked_out(self, decision: str, profile: Profile, language: str | None) -> Drawable | None:
        intent, _, arguments = decision.partition(":")
        asked = f"{intent.removesuffix(NUMBERED)}:{arguments}"
        answer, _ = self._adviser.decide(asked, Memory(profile=profile, language=language))
        content = self._content(answer)
        if intent.endswith(NUMBERED) and isinstance(content, PayRanges):
            return content._replace(ordered=True)
        return content
