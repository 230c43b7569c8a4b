"""References to roles that were shown or talked about become those roles.

"the second one"  "the latter"  "the first two"  "both"  "all three"  "the other one"

This happens before the router looks, so that "what does the second one do" is asked like any question about a role.
"""

from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.amounts import Figure
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.line import Entities, Mention, covered
from careerbot.bot.understanding.names import Name

RECENT = 3
"""Questions after which an order by pay may still be meant by "second place"."""
MOST_MEANT = 4
"""Roles that "all of them" can still mean."""
_NEED_NOUN = frozenset({"other", "that"})
"""Kinds of references after which a role's word stands, or nothing that could be another noun: no "other thing"."""
_VAGUE = frozenset({"title", "ambiguous"})
_POINTING = frozenset({"the", "that", "this"})
COUNTED = {"two": 2, "three": 3, "four": 4}
"""Kinds of references that say how many roles they mean: "both", "all three"."""


class Referents(NamedTuple):
    shown: tuple[str, ...] = ()
    """Roles in the order the last list had them."""
    shown_before: tuple[str, ...] = ()
    """The longer list from which those were taken: "the third" after "compare the first two"."""
    talked_about: tuple[str, ...] = ()
    earlier: tuple[tuple[str, ...], ...] = ()
    """The roles of the questions asked, newest question first."""
    best_paid: str | None = None
    """The role that the latest answer listed first."""
    singled_out: str | None = None
    """The same, where it was asked for."""
    ranked: bool = False
    """An order by pay was shown last: "second place" is in that."""
    counts_lines: bool = False
    """The skill list of one role was shown last: "i know the first two" counts along its lines."""
    counts_steps: bool = False
    """There is a plan: "number two is done" counts along its steps, not along the roles shown."""

    @classmethod
    def of(cls, memory: Memory) -> "Referents":
        last = memory.last
        earlier = tuple(asked.roles for asked in reversed(memory.asked) if asked.roles)
        return cls(
            memory.shown,
            memory.shown_before,
            memory.talked_about,
            earlier,
            memory.best_paid,
            memory.singled_out,
            any(asked.intent == "rank" for asked in memory.asked[-RECENT:]),
            last is not None and last.intent in policy.LISTS_SKILLS and len(last.roles) == 1,
            memory.profile.plan is not None,
        )

    def counted(self, number: int) -> tuple[str, ...]:
        """The roles meant by this many: those talked about last, those shown, or those of the latest questions."""
        for roles in (self.talked_about, self.shown):
            if len(roles) == number:
                return roles
        together: tuple[str, ...] = ()
        for roles in self.earlier:
            together = (*(role for role in roles if role not in together), *together)
            if len(together) >= number:
                break
        return together if len(together) == number else ()


def resolved(entities: Entities, referents: Referents, grammar: Grammar) -> Entities:
    """The entities with references added as mentions of roles; unchanged where there is nothing to refer to."""
    entities = _named_again(entities, referents)
    if not referents.shown:
        return entities
    listing = grammar.list_words - (grammar.rank_words if referents.ranked else frozenset())
    if listing & {word.text for word in entities.words}:  # "the third on the list", but also "rank the three"
        found = _phrases(entities, referents, grammar, frozenset(COUNTED))
    else:
        found = [*_ordinals(entities, referents, grammar), *_phrases(entities, referents, grammar)]
    explained = {mention.start for mention in entities.mentions if mention.of("role")}
    found = [each for each in found if each.end not in explained]  # "the first one, cloud architect"
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


def _named_again(entities: Entities, referents: Referents) -> Entities:
    """What is not known as a name, but is the end of one just said: "the research scientist", "the manager".

    A title that is not covered must be pointed at: "a product manager" is none of AI, whoever was talked about.
    """
    about = (*referents.talked_about, *(role for role in referents.shown if role not in referents.talked_about))
    if not about or not any(map(_is_vague, entities.mentions)):
        return entities
    texts = [word.text for word in entities.words]
    mentions = []
    for mention in entities.mentions:
        said = texts[mention.start : mention.end]
        meant = [role for role in about if role.split("_")[-len(said) :] == said]
        pointed = mention.name.kind == "ambiguous" or (mention.start and texts[mention.start - 1] in _POINTING)
        clear = _is_vague(mention) and len(meant) == 1 and pointed
        if clear:  # of a title that is not covered it is said for which role it is taken
            manner: str = "title" if mention.name.kind == "ambiguous" else "field"
            mentions.append(_mention(mention.start, mention.end, meant[0], texts, manner))
        else:
            mentions.append(mention)
    return entities._replace(mentions=tuple(mentions))


def _is_vague(mention: Mention) -> bool:
    """Not the name of a role, or only of one near to what was said."""
    role = mention.of("role")
    return mention.name.kind in _VAGUE or (role is not None and role.manner == "ask")


def may_refer(entities: Entities, grammar: Grammar) -> bool:
    """Whether `resolved` can find something in it, whatever was shown."""
    said = f" {entities.text} "
    if any(map(_is_vague, entities.mentions)):
        return True
    return any(figure.kind == "ordinal" for figure in entities.figures) or any(
        f" {phrase} " in said for phrases in grammar.references.values() for phrase in phrases
    )


def _ordinals(entities: Entities, referents: Referents, grammar: Grammar) -> list[Mention]:
    texts = [word.text for word in entities.words]
    if referents.counts_steps and grammar.step_words & set(texts):
        return []
    if referents.counts_lines and any(f" {phrase} " in f" {entities.text} " for phrase in grammar.i_know):
        return []
    found = []
    for figure in entities.figures:
        after = texts[figure.end : figure.end + 1]
        placed = referents.ranked and bool(after) and after[0] in grammar.rank_words
        stands_alone = not after or after[0] in grammar.after_ordinal or bool(entities.breaks[figure.end - 1]) or placed
        shown = _counted_along(figure.number, referents)
        place = figure.number - 1 if figure.number > 0 else len(shown) + figure.number
        if figure.kind != "ordinal":
            continue
        if several := _several(figure, after, shown, grammar):
            found += [_mention(figure.start, figure.end + 1, role, texts) for role in several]
        elif stands_alone and (placed or _points(figure, after, texts, grammar)) and 0 <= place < len(shown):
            end = figure.end + (placed or (after != [] and after[0] in grammar.counted_nouns))
            found.append(_mention(figure.start, end, shown[place], texts))
    return found


def _counted_along(number: int, referents: Referents) -> tuple[str, ...]:
    """The roles shown last, or the longer list before them where the number goes past their end."""
    return referents.shown_before if abs(number) > len(referents.shown) else referents.shown


def _several(figure: Figure, after: list[str], shown: tuple[str, ...], grammar: Grammar) -> tuple[str, ...]:
    """The roles of "the first two", "the last 3"."""
    word = after[0] if after else ""
    number = int(word) if word.isdecimal() else grammar.numbers.get(word, 0)
    if abs(figure.number) != 1 or not 2 <= number <= min(len(shown), MOST_MEANT):
        return ()
    return shown[:number] if figure.number > 0 else shown[-number:]


def _points(figure: Figure, after: list[str], texts: list[str], grammar: Grammar) -> bool:
    """It stands for a role, "the first", "number 2", and not for a time: "what should i learn first"."""
    if figure.start == 0 or figure.end - figure.start > 1 or (after and after[0] in grammar.counted_nouns):
        return True
    return texts[figure.start] not in grammar.ordinals or texts[figure.start - 1] in grammar.before_ordinal


def _phrases(
    entities: Entities, referents: Referents, grammar: Grammar, kinds: frozenset[str] | None = None
) -> list[Mention]:
    """`kinds`: references that are looked for; all, where none are given."""
    texts = [word.text for word in entities.words]
    shown = referents.shown
    others = tuple(role for role in shown[:MOST_MEANT] if role not in referents.talked_about)
    if len(shown) == COUNTED["two"] and not others:  # of two said in one go: not the one put first, or said first
        others = tuple(role for role in shown if role != (referents.singled_out or shown[0]))
    meant = {
        "other": others[:1] if len(shown) <= MOST_MEANT else (),
        "middle": shown[len(shown) // 2 : len(shown) // 2 + 1] if len(shown) % 2 and len(shown) > 1 else (),
        "before": _before(referents),
        "better": (referents.best_paid,) if referents.best_paid else (),
        "that": (referents.singled_out,) if referents.singled_out else (),
        **{kind: referents.counted(number) for kind, number in COUNTED.items()},
        "all": shown if 2 <= len(shown) <= MOST_MEANT else (),
    }
    for kind, roles in meant.items():
        for phrase in grammar.references[kind] if roles and (kinds is None or kind in kinds) else ():
            words = phrase.split()
            for start in range(len(texts) - len(words) + 1):
                after = texts[start + len(words) : start + len(words) + 1]
                named = words[-1] in grammar.counted_nouns or not after or after[0] in grammar.after_ordinal
                if texts[start : start + len(words)] == words and (kind not in _NEED_NOUN or named):
                    return [_mention(start, start + len(words), role, texts) for role in roles]
    return []


def _before(referents: Referents) -> tuple[str, ...]:
    """The role that was talked about before the latest one."""
    ones = [roles for roles in referents.earlier if len(roles) == 1 and roles != referents.talked_about]
    return ones[0] if ones else ()


def _mention(start: int, end: int, role: str, texts: list[str], manner: str = "title") -> Mention:
    return Mention(start, end, (Name("role", role, manner),), " ".join(texts[start:end]))
