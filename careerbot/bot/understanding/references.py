"""References to roles that were shown: "the second one", "the latter", "both", "the other one" become those roles.

This happens before the router looks, so that "what does the second one do" is asked like any question about a role.
"""

from typing import NamedTuple

from careerbot.bot.memory import Memory
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.line import Entities, Mention, covered
from careerbot.bot.understanding.names import Name

MOST_MEANT = 4
"""Roles that "all of them" can still mean."""


class Referents(NamedTuple):
    shown: tuple[str, ...] = ()
    """Roles in the order the last list had them."""
    talked_about: tuple[str, ...] = ()
    counts_steps: bool = False
    """There is a plan: "number two is done" counts along its steps, not along the roles shown."""

    @classmethod
    def of(cls, memory: Memory) -> "Referents":
        return cls(memory.shown, memory.talked_about, memory.profile.plan is not None)


def resolved(entities: Entities, referents: Referents, grammar: Grammar) -> Entities:
    """The entities with references added as mentions of roles; unchanged where there is nothing to refer to."""
    if not referents.shown or grammar.list_words & {word.text for word in entities.words}:
        return entities
    found = [*_ordinals(entities, referents, grammar), *_phrases(entities, referents, grammar)]
    if not found:
        return entities
    taken = covered(found)
    mentions = [mention for mention in entities.mentions if not taken & set(mention.places)]
    return entities._replace(
        mentions=tuple(sorted((*mentions, *found), key=lambda mention: mention.start)),
        figures=tuple(figure for figure in entities.figures if figure.start not in taken),
        aspects=tuple(aspect for aspect in entities.aspects if not taken & set(aspect.places)),
        referred=True,
    )


def may_refer(entities: Entities, grammar: Grammar) -> bool:
    """Whether `resolved` can find something in it, whatever was shown."""
    said = f" {entities.text} "
    return any(figure.kind == "ordinal" for figure in entities.figures) or any(
        f" {phrase} " in said for phrases in grammar.references.values() for phrase in phrases
    )


def _ordinals(entities: Entities, referents: Referents, grammar: Grammar) -> list[Mention]:
    texts = [word.text for word in entities.words]
    if referents.counts_steps and grammar.step_words & set(texts):
        return []
    found = []
    for figure in entities.figures:
        after = texts[figure.end : figure.end + 1]
        stands_alone = not after or after[0] in grammar.after_ordinal
        place = figure.number - 1 if figure.number > 0 else len(referents.shown) + figure.number
        if figure.kind == "ordinal" and stands_alone and 0 <= place < len(referents.shown):
            end = figure.end + (after != [] and after[0] in grammar.counted_nouns)
            found.append(_mention(figure.start, end, referents.shown[place], texts))
    return found


def _phrases(entities: Entities, referents: Referents, grammar: Grammar) -> list[Mention]:
    texts = [word.text for word in entities.words]
    others = tuple(role for role in referents.shown[:MOST_MEANT] if role not in referents.talked_about)
    meant = {
        "other": others[:1] if len(referents.shown) <= MOST_MEANT else (),
        "all": referents.shown if 2 <= len(referents.shown) <= MOST_MEANT else (),
    }
    for kind, roles in meant.items():
        for phrase in grammar.references[kind] if roles else ():
            words = phrase.split()
            for start in range(len(texts) - len(words) + 1):
                if texts[start : start + len(words)] == words:
                    return [_mention(start, start + len(words), role, texts) for role in roles]
    return []


def _mention(start: int, end: int, role: str, texts: list[str]) -> Mention:
    return Mention(start, end, (Name("role", role, "title"),), " ".join(texts[start:end]))
