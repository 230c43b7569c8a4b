"""Guards: when a name that is also an everyday word may stand. "I know Go" is a skill, "I go to school" is not."""

from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.line import LISTING, Line, Mention, covered
from careerbot.bot.understanding.names import Name

SHORT = 4
"""Words of a follow-up in which a guarded abbreviation needs no capitals: "what about em"."""
BEFORE = 4
AFTER = 2
"""Words around a name that its guard looks at."""


def stands(name: Name, mention: Mention, line: Line, others: list[Mention], grammar: Grammar) -> bool:
    """Whether the guard of this name holds. `others`: what else the sentence names."""
    match name.guard:
        case "caps":
            return _is_abbreviation(mention, line, grammar)
        case "digits":
            before = "".join(line.texts(mention.start - 1, mention.start))
            return not before[:1].isdigit() and before not in grammar.numbers
        case "not_algo":
            around = line.texts(mention.start - 1, mention.start) + line.texts(mention.end, mention.end + AFTER)
            return not grammar.algorithm_words & set(around)
        case "near_monitoring":
            return any(word.text in grammar.monitoring for word in line.words)
        case "frame":
            return _is_about_skills(mention, line, others, grammar)
        case _:
            return True


def _is_abbreviation(mention: Mention, line: Line, grammar: Grammar) -> bool:
    """In capitals, or beside a word of the trade; "tell em i said hi" names nobody."""
    original = line.words[mention.start].original
    before = "".join(line.texts(mention.start - 1, mention.start))
    if before in grammar.pronoun_verbs and not original.isupper():
        return False
    if before in grammar.asked_after and len(line.words) <= SHORT:
        return True
    shouted = all(word.original.isupper() for word in line.words)
    in_capitals = original.rstrip("s").isupper() and not shouted
    return in_capitals or any(word.text in grammar.domain_words for word in line.words)


def _is_about_skills(mention: Mention, line: Line, others: list[Mention], grammar: Grammar) -> bool:
    named = covered(others)
    near = range(max(mention.start - BEFORE, 0), mention.start)
    before = [line.words[place].text for place in near if place not in named]
    after = line.texts(mention.end, mention.end + 1)
    last = "".join(line.texts(mention.start - 1, mention.start))
    if last == "to" or (mention.words == "r" and last in grammar.before_are):  # verbs: "to go", "skills which r useful"
        return False
    return bool(
        grammar.skill_frame_strong & set(before)
        or grammar.skill_heads & set(after)
        or _is_in_list(mention, line, others)
        or _is_asked_after(mention, line, grammar)
    )


def _is_asked_after(mention: Mention, line: Line, grammar: Grammar) -> bool:
    """A follow-up of nothing but the name and small words: "and rust?", "what about r instead"."""
    around = line.texts(0, mention.start) + line.texts(mention.end, len(line.words))
    short = len(around) <= SHORT and mention.start > 0
    return short and around[mention.start - 1] in grammar.asked_after and set(around) <= grammar.fragment_words


def _is_in_list(mention: Mention, line: Line, others: list[Mention]) -> bool:
    """Beside another skill, with only a comma, a slash, "and" or "or" between."""
    for other in others:
        if other.start == mention.start or not any(name.kind in ("skill", "unlisted", "like") for name in other.names):
            continue
        left, right = sorted((mention, other), key=lambda each: each.start)
        gap = line.texts(left.end, right.start)
        if gap in (["and"], ["or"]) or (not gap and line.breaks[left.end - 1] in LISTING):
            return True
    return False
