"""What is asked of one role: its pay, its skills, its duties, its place in the list."""

from careerbot.bot import policy
from careerbot.bot.understanding.overrides.asked import Asked

_ABOUT_A_ROLE = frozenset({"skills", "responsibilities", "overview", "why_pay"})
_BOUNDS = frozenset({"highest", "lowest", "low_bound", "high_bound"})
_NEEDS = frozenset({"need", "needs", "require", "requires"})
_LENGTHS = frozenset({"list_length", "longest_list"})
_MISSING = frozenset({"missing", "miss", "lack", "lacking"})
_PAY_WORDS = policy.PAY_SIDES | {"high_bound"}


def what_it_is(asked: Asked) -> str | None:
    """What a skill is, no source of ours says; which lists name it is what can be told."""
    defined = "definition" in asked.slots.aspects and asked.slots.names_skill and not asked.named
    return "filter" if defined and not asked.slots.told else None


def which_role(asked: Asked) -> str | None:
    """A skill or duty without a role: which role lists it? "who needs agile"."""
    of_all = {"jobs", "roles", "careers"} & set(asked.words)  # "are there other jobs that need rust"
    if asked.intent not in _ABOUT_A_ROLE or asked.named or (asked.points_back and not of_all):
        return None
    if asked.memory.talked_about and asked.is_yes_no and not of_all:
        return None
    return "filter" if asked.slots.names_skill or (asked.topical and asked.intent != "overview") else None


def asked_of_the_role_in_talk(asked: Asked) -> str | None:
    """After a role "is kubernetes needed" asks whether its list names that, not which roles do."""
    one = asked.slots.names_skill and not asked.named and len(asked.memory.talked_about) == 1
    last = asked.memory.last
    return "skills" if asked.intent == "filter" and asked.is_yes_no and one and last and last.roles else None


def of_this_role(asked: Asked) -> str | None:
    """A condition beside a role asks of that role: "does an sre do incident response"."""
    if asked.intent != "filter" or not asked.slots.roles or asked.slots.amounts or "which" in asked.words[:2]:
        return None
    return "skills" if asked.slots.names_skill else "responsibilities" if asked.topical else None


def no_condition(asked: Asked) -> str | None:
    """Without a sum, a skill or a duty it is a ranking, or about a fact that belongs to no role."""
    conditional = asked.slots.amounts or asked.slots.names_skill or asked.topical or "no_coding" in asked.slots.aspects
    if asked.intent != "filter" or conditional or "there" in asked.words:
        return None
    needs_less = bool(_NEEDS & set(asked.words)) and not _LENGTHS & set(asked.slots.aspects)  # "needs the least math"
    return "rank" if _BOUNDS & set(asked.slots.aspects) and not needs_less else asked.subject


def pay_of_this_role(asked: Asked) -> str | None:
    """A role and a side of pay: "ceiling for a data scientist", "hourly rate sre"."""
    if asked.intent == "rank" and asked.named == 1 and asked.slots.roles:
        return "pay"
    vague = asked.intent in ("overview", "not_stated", "filter") and asked.slots.roles and not asked.slots.names_skill
    sides = set(asked.slots.aspects)
    return "pay" if vague and _PAY_WORDS & sides and "hours" not in sides else None


def skill_of_this_role(asked: Asked) -> str | None:
    """A role and a skill with no clear question: is it in the list? "R or Python for data scientists"."""
    return "skills" if asked.intent == "overview" and asked.slots.roles and asked.slots.names_skill else None


def learning_of_this_role(asked: Asked) -> str | None:
    """A degree or certificate beside a role is what is asked about, where the words alone are vague."""
    vague = asked.intent in ("skills", "recommend", "overview") and asked.slots.roles and not asked.slots.names_skill
    return "learning" if vague and policy.OF_LEARNING & set(asked.slots.aspects) else None


def skill_in_question(asked: Asked) -> str | None:
    """Does an ai pm do market research: a skill of the list, not a duty."""
    asks = asked.intent == "responsibilities" and asked.slots.roles and asked.slots.skills and asked.is_yes_no
    return "skills" if asks else None


def is_it_missing(asked: Asked) -> str | None:
    """Of "am i missing docker for mle" one skill of the list is asked, not what else is missing."""
    pairs = zip(asked.words, asked.words[1:], strict=False)
    named = any(word in _MISSING and following == "{skill}" for word, following in pairs)
    return "skills" if asked.intent == "gap" and named and asked.slots.roles else None


def at_a_place(asked: Asked) -> str | None:
    return "list_position" if asked.intent == "list_roles" and asked.slots.ordinal is not None else None


def of_a_duty(asked: Asked) -> str | None:
    """After a gap, "and for mlops?" asks for the gap again, though it is a duty and no role."""
    last = asked.memory.last
    again = last is not None and last.intent == "gap" and len(asked.words) <= policy.ELLIPTIC
    return "gap" if again and asked.intent in ("filter", "responsibilities") and asked.slots.facts else None
