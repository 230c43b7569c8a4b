"""From a clause's entities to the slots of a Query."""

from collections.abc import Iterable
from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.understanding.clauses import Clause, is_fragment, names_years
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.line import Mention
from careerbot.bot.understanding.self_talk import (
    follows,
    is_own_role,
    is_supposed,
    is_told_in_short,
    says_disliked,
    says_left,
    says_not_known,
    says_own_skill,
    titled,
)
from careerbot.intents.base import Amount, Naming

_CONNECTED = frozenset(
    {"vs", "or", "and", "to", "into", "from", "than", "with", "versus", "between", "over", "besides"}
)
_OF_SKILLS = frozenset(
    {"with", "know", "knows", "use", "uses", "using", "used", "needs", "requires", "need", "require", "knowing"}
)
"""Words after which a name that may be a field is a skill."""
_SUPPOSED = frozenset({"learn", "learning", "add", "adding", "knew"})
"""The same where more skills are talked of: "how do i learn deep learning" is about the field, "what if" is not."""
_BEHIND = 2
"""Words that may stand behind a name of which it is asked what it is: "what does prometheus do"."""
_LACKING = frozenset({"no", "without"})
_OF_MORE_SKILLS = frozenset({"what_if", "done"})
_SKILL_KINDS = ("skill", "like", "unlisted")


class Slots(NamedTuple):
    roles: tuple[str, ...] = ()
    namings: tuple[Naming, ...] = ()
    titles: tuple[str, ...] = ()
    title_words: tuple[tuple[str, str], ...] = ()
    skills: tuple[str, ...] = ()
    like: tuple[tuple[str, str], ...] = ()
    unlisted: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """Those of the skills that somebody says are theirs."""
    amounts: tuple[Amount, ...] = ()
    how_many: int | None = None
    ordinal: int | None = None
    facts: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    aspect_words: tuple[tuple[str, str], ...] = ()
    excluded: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Keys of words that could be several things, and that nothing else explains."""
    supposed: bool = False
    """Skills are named as a mere thought or intention: "if i knew docker"."""

    @property
    def names_skill(self) -> bool:
        return bool(self.skills or self.unlisted or self.like)

    @property
    def names_something(self) -> bool:
        return bool(
            self.roles or self.titles or self.names_skill or self.denied or self.amounts or self.facts or self.ambiguous
        )


def slots_of(clause: Clause, grammar: Grammar) -> Slots:
    entities = clause.entities
    chosen = _chosen(clause, grammar)
    roles = [
        (mention._replace(negated=mention.negated or says_left(clause, mention, grammar)), mention.of("role"))
        for mention in chosen
        if mention.name.kind == "role"
    ]
    skills = [(mention, mention.name) for mention in chosen if mention.name.kind == "skill"]
    numbers = {
        kind: [figure.number for figure in entities.figures if figure.kind == kind] for kind in ("count", "ordinal")
    }
    return Slots(
        roles=_unique(name.id for mention, name in roles if name and not mention.negated),
        namings=tuple(
            Naming(name.id, mention.words, name.manner)  # type: ignore[arg-type]  # title, field or ask, from the vocabulary
            for mention, name in roles
            if name and not mention.negated
        ),
        titles=_unique(
            mention.name.id
            for mention in chosen
            if mention.name.kind == "title" and not mention.negated and not _is_origin(mention, clause, grammar)
        ),
        title_words=tuple(
            (mention.name.id, titled(mention, clause)) for mention in chosen if mention.name.kind == "title"
        ),
        skills=_unique(name.id for mention, name in skills if not _is_denied(mention, clause, grammar)),
        denied=_unique(name.id for mention, name in skills if _is_denied(mention, clause, grammar)),
        told=_unique(name.id for mention, name in skills if says_own_skill(clause, mention, grammar)),
        like=tuple((_shown(mention, clause), mention.name.id) for mention in chosen if mention.name.kind == "like"),
        unlisted=_unique(mention.name.id for mention in chosen if mention.name.kind == "unlisted"),
        amounts=tuple(figure.amount for figure in entities.figures if figure.amount),
        how_many=next(iter(numbers["count"]), None),
        ordinal=next(iter(numbers["ordinal"]), None),
        facts=tuple(
            topic.fact
            for topic in clause.topics[:6]
            if topic.is_sturdy and topic.score >= max(policy.TOPIC, clause.topics[0].score - 0.3)
        ),
        aspects=_aspects(clause, grammar),
        aspect_words=tuple((mention.name.id, _shown(mention, clause)) for mention in entities.aspects),
        excluded=_unique(name.id for mention, name in roles if name and mention.negated),
        ambiguous=_unique(mention.name.id for mention in chosen if mention.name.kind == "ambiguous"),
        supposed=any(is_supposed(clause, mention, grammar) for mention in chosen if mention.name.kind in _SKILL_KINDS),
    )


def _chosen(clause: Clause, grammar: Grammar) -> list[Mention]:
    """Each mention with the one reading that the sentence supports.

    "aws" is a skill after "I know", the field's role otherwise; "security" beside a full title is a subject, no role.
    """
    mentions = clause.entities.mentions
    titled = [mention for mention in mentions if mention.name.kind == "role" and mention.name.manner == "title"]
    chosen: list[Mention] = []
    for mention in mentions:
        role, skill = mention.of("role"), mention.of("skill") or mention.of("like")
        if (
            role
            and skill
            and (
                _talks_of_skills(mention, clause)
                or any(other is not mention for other in titled)
                or is_told_in_short(clause, mention, grammar)
            )
        ):
            chosen.append(_only(mention, skill.kind))
        elif role and not (
            role.manner == "field" and " " not in mention.words and _is_subject(mention, titled, clause)
        ):
            chosen.append(_only(mention, "role"))
        elif not role:
            chosen.append(mention)
    return chosen


def _only(mention: Mention, kind: str) -> Mention:
    names = tuple(name for name in mention.names if name.kind == kind)
    return Mention(mention.start, mention.end, names, mention.words, mention.negated)


def _talks_of_skills(mention: Mention, clause: Clause) -> bool:
    words = clause.entities.words
    before = [word.text for word in words[max(0, mention.start - 3) : mention.start]]
    of_skills = _OF_SKILLS | _SUPPOSED if clause.intent in _OF_MORE_SKILLS else _OF_SKILLS
    if of_skills & set(before):
        return True
    skills = [other for other in clause.entities.mentions if other.name.kind in _SKILL_KINDS and not other.of("role")]
    return any(0 <= max(other.start - mention.end, mention.start - other.end) <= 1 for other in skills)


def _is_subject(mention: Mention, titled: list[Mention], clause: Clause) -> bool:
    for other in titled:
        left, right = sorted((mention, other), key=lambda each: each.start)
        gap = {word.text for word in clause.entities.words[left.end : right.start]}
        stopped = any(clause.entities.breaks[place] for place in range(left.end - 1, right.start))
        if not gap & _CONNECTED and not stopped:
            return True
    return False


def _aspects(clause: Clause, grammar: Grammar) -> tuple[str, ...]:
    words = clause.entities.words
    found = [name.id for mention in clause.entities.aspects for name in mention.names]
    if any(figure.kind == "foreign" for figure in clause.entities.figures):
        found.append("currency")
    if names_years(clause.entities, grammar):
        found.append("years")
    if words and words[0].text in grammar.yes_no:
        found.append("yes_no")
    texts = [word.text for word in words]
    lacking = any(
        texts[mention.start - 1] in _LACKING
        for mention in clause.entities.mentions
        if mention.start and mention.name.kind in _SKILL_KINDS
    )
    if ("not" in texts[1:] or lacking) and not {"i", "you"} & set(texts):
        found.append("negative")
    named = [mention for mention in clause.entities.mentions if mention.name.kind in _SKILL_KINDS]
    if len(named) == 1 and follows("defines", clause, named[0], grammar) and len(texts) - named[0].end <= _BEHIND:
        found.append("definition")
    if any(says_disliked(mention=each, clause=clause, grammar=grammar) for each in named):
        found += ["negative", "avoided"]
    roles = [mention for mention in clause.entities.mentions if mention.name.kind == "role"]
    if len(roles) > 1:
        before = {word.text for word in words[max(0, roles[0].start - 4) : roles[0].start]}
        if before & {"from", "as", "am"} or {"to", "into"} & {
            word.text for word in words[roles[0].end : roles[1].start]
        }:
            found.append("from")
    return _unique(found)


def _is_denied(mention: Mention, clause: Clause, grammar: Grammar) -> bool:
    if says_not_known(clause, mention, grammar):
        return True
    taken_back = clause.entities.words[mention.start - 1].text == "not" and is_fragment(clause, grammar)
    return mention.negated and (taken_back or " i " in f" {clause.text} ")  # "oh wait, not terraform"


def _is_origin(mention: Mention, clause: Clause, grammar: Grammar) -> bool:
    """What somebody is, studies or comes from is not what they ask about: "from help desk to devops"."""
    return follows("origin", clause, mention, grammar) or is_own_role(clause, mention, grammar)


def _shown(mention: Mention, clause: Clause) -> str:
    """Shown as India for "india" and USA for "usa"; what was typed with capitals stays."""
    words = [word.original for word in clause.entities.words[mention.start : mention.end]]
    return " ".join(
        word.upper() if len(word) <= 3 and word.islower() else word.capitalize() if word.islower() else word
        for word in words
    )


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
