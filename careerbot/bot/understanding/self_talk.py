"""What people say about themselves: "I know python", "I'm a devops engineer", "I don't know R"."""

from dataclasses import replace

from careerbot.bot.understanding.clauses import Clause
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.line import Mention
from careerbot.intents.base import Profile

MOST_SKILLS = 40
OWN_WORK_WORDS = 2
"""Words that name what somebody is today: "hotel receptionist"."""
_OWN_INTENTS = frozenset({"recommend", "profile"})


def learned(clauses: tuple[Clause, ...], profile: Profile, grammar: Grammar) -> Profile:
    """The profile with what these clauses add to it or take from it."""
    for clause in clauses:
        for mention in clause.entities.mentions:
            profile = _with(profile, mention, clause, grammar)
    return profile


def _with(profile: Profile, mention: Mention, clause: Clause, grammar: Grammar) -> Profile:
    skill, unlisted, role, title = (mention.of(kind) for kind in ("skill", "unlisted", "role", "title"))
    if mention.name.kind in ("skill", "like", "unlisted") or (skill and says_own_skill(clause, mention, grammar)):
        if says_not_known(clause, mention, grammar) or mention.negated:
            without = tuple(known for known in profile.skills if not skill or known != skill.id)
            return replace(
                profile,
                skills=without,
                unlisted_skills=tuple(
                    known for known in profile.unlisted_skills if not unlisted or known != unlisted.id
                ),
            )
        if not says_own_skill(clause, mention, grammar):
            return profile
        if skill and skill.id not in profile.skills:
            return replace(profile, skills=(*profile.skills, skill.id)[-MOST_SKILLS:])
        if unlisted and unlisted.id not in profile.unlisted_skills:
            return replace(profile, unlisted_skills=(*profile.unlisted_skills, unlisted.id)[-MOST_SKILLS:])
        return profile
    if role and is_own_role(clause, mention, grammar):
        return replace(profile, role=role.id, title=None)
    if title and is_own_role(clause, mention, grammar):
        return replace(profile, title=title.id, role=None)
    return profile


def says_own_skill(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    before = f" {' '.join(word.text for word in clause.entities.words[: mention.start])} "
    own = _last(grammar.own_skills, before)
    if clause.intent == "what_if":
        return own > _last(grammar.supposed_in_what_if, before)
    if own <= _last(grammar.supposed_skills, before) and _last(grammar.supposed_skills, before) >= 0:
        return False
    if clause.intent in _OWN_INTENTS and not clause.entities.asks and clause.confidence > 0.5:
        return True
    return own >= 0 and " need " not in before and " should " not in before


def _last(cues: tuple[str, ...], before: str) -> int:
    """Where the last of these cues ends in the words before a name; -1 where there is none."""
    return max((before.rfind(f" {cue} ") + len(cue) for cue in cues if f" {cue} " in before), default=-1)


def says_not_known(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    before = " ".join(word.text for word in clause.entities.words[max(0, mention.start - 5) : mention.start])
    if grammar.has_cue("drop_skill", before) and clause.intent in (*_OWN_INTENTS, "out_of_scope", "become"):
        return True
    return " i " in f" {clause.text} " and grammar.has_cue("unknown_skill", before)


def is_own_role(clause: Clause, mention: Mention, grammar: Grammar) -> bool:
    """Such as "I am a devops engineer", "as a data scientist, how can I …"."""
    before = [word.text for word in clause.entities.words[max(0, mention.start - 5) : mention.start]]
    if grammar.has_cue("goal", " ".join(before)) or mention.negated:
        return False
    earns_as = before[-1:] == ["as"] or before[-2:] in (["as", "a"], ["as", "an"])
    if earns_as and mention.of("role") and grammar.has_cue("earns", clause.text):  # "i make 150k as an sre"
        return True
    first_person = any(word in ("i", "my", "me") for word in clause.text.split())
    return first_person and is_said_of_oneself(before, grammar)


def is_said_of_oneself(before: list[str], grammar: Grammar) -> bool:
    """Whether what follows these words is what somebody is: "i work as a …", "i work as a hotel …"."""
    return any(_begins_own_work(before[: len(before) - more], grammar) for more in range(OWN_WORK_WORDS))


def _begins_own_work(before: list[str], grammar: Grammar) -> bool:
    said = " ".join(before[:-1] if before[-1:] in (["a"], ["an"]) else before)
    return any(f" {said}".endswith(f" {cue}") for cue in grammar.cues["self"])
