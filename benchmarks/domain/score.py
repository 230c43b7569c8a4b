"""How much of what was asked is understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory

from .asked import DECLINED, Asked


@dataclass(frozen=True)
class Share:
    right: int
    of: int

    @property
    def value(self) -> float:
        """0 to 1; 1 of nothing."""
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.right}/{self.of} = {self.value:.3f}" if self.of else "-"


@dataclass(frozen=True)
class Score:
    intents: Share
    """Messages in scope of which each question is understood."""
    roles: Share
    skills: Share
    declined: Share
    """Messages out of scope that are declined."""
    refused: Share
    """Messages in scope that are declined all the same."""


def score(adviser: Adviser, asked: Sequence[Asked], texts: Sequence[str]) -> Score:
    """`texts` as they are typed, one for each message."""
    intents: list[bool] = []
    roles: list[bool] = []
    skills: list[bool] = []
    declined: list[bool] = []
    refused: list[bool] = []
    for message, text in zip(asked, texts, strict=True):
        answer, _ = adviser.respond(text, Memory())
        declines = answer.outcome in DECLINED or any(query.intent == "out_of_scope" for query in answer.queries)
        if not message.in_scope:
            declined.append(declines or answer.outcome in message.outcomes)
            continue
        types = {query.intent for query in answer.queries}
        fits = answer.outcome in message.outcomes
        intents.append(fits or all(each & types for each in message.intents))
        refused.append(declines and not fits and "out_of_scope" not in types & frozenset().union(*message.intents))
        if message.roles is not None:
            roles.append(message.roles <= {role for query in answer.queries for role in query.roles})
        if message.skills is not None:
            skills.append(message.skills <= {skill for query in answer.queries for skill in query.skills})
    return Score(*(Share(sum(each), len(each)) for each in (intents, roles, skills, declined, refused)))
