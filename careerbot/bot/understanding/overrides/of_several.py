"""Several roles, named or talked about: which of them, and of which lists."""

from careerbot.bot import policy
from careerbot.bot.understanding.overrides.asked import Asked

_OF_SEVERAL = frozenset({"rank", "overview", "outlook", "recommend", "learning", "become", "gap", "not_stated"})
_CHOICE, _BEST = frozenset({"better", "which", "should"}), "best"
_WIDENING = frozenset({"add", "put", "include"})
_JOBS = frozenset({"jobs", "job", "roles", "careers", "career", "work", "ones", "{topic}"})
_CODING = frozenset({"coding", "no_coding"})
_VAGUE = frozenset({"filter", "rank", "recommend", "not_stated", "outlook", "skills", "acknowledge", "out_of_scope"})


def side_by_side(asked: Asked) -> str | None:
    """Several names with "vs" or "or" between: which of them? Not "what is the best way into data or cloud"."""
    several = asked.named + len(asked.slots.unlisted) + len(asked.slots.ambiguous) > 1
    if asked.intent not in _OF_SEVERAL or not several:
        return None
    if asked.intent == "rank" or {"vs", "between"} & set(asked.words):
        return "compare"
    if policy.OF_LEARNING & set(asked.slots.aspects):
        return None
    chooses = bool(_CHOICE & set(asked.words)) or (_BEST in asked.words and asked.intent != "become")
    chooses = chooses or asked.intent in ("overview", "recommend", "outlook")
    return "compare" if "or" in asked.words[:-1] and chooses else None


def of_those_kept(asked: Asked) -> str | None:
    """Which of my saved roles pays best: those side by side; without any, how to keep one."""
    if "shortlist" not in asked.slots.aspects or asked.intent not in ("compare", "rank") or asked.named:
        return None
    return "compare" if asked.memory.profile.shortlist else "shortlist"


def closer_of_several(asked: Asked) -> str | None:
    """Which of them suits me: not any role, but those named or just compared."""
    last, about = asked.memory.last, asked.memory.talked_about
    follows = last is not None and last.intent == "compare" and len(asked.words) <= policy.ELLIPTIC
    several = len(asked.slots.roles) > 1 or ((asked.points_back or follows) and len(about) > 1)
    closer = "closer" in asked.slots.aspects or follows
    return "compare" if asked.intent == "recommend" and closer and several else None


def in_the_comparison(asked: Asked) -> str | None:
    """After a comparison "add devops" widens it and "drop sre" narrows it, unless the shortlist is named."""
    last = asked.memory.last
    if not last or last.intent != "compare" or "shortlist" in asked.slots.aspects or len(asked.slots.roles) != 1:
        return None
    role = asked.slots.roles[0]
    widens = asked.intent == "keep" and bool(_WIDENING & set(asked.words))
    narrows = asked.intent == "unkeep" and role in last.roles and role not in asked.memory.profile.shortlist
    return "compare" if widens or narrows else None


def compared_with_nothing(asked: Asked) -> str | None:
    others = asked.named + len(asked.slots.unlisted) + len(asked.slots.ambiguous) - 1
    if asked.intent != "compare" or others or not asked.slots.roles:
        return None
    if asked.yes_or_no:
        return "gap" if asked.memory.profile.skills else "outlook"
    if asked.memory.talked_about:
        return None
    if {"vs", "or"} & set(asked.words):
        return None  # with something that we do not know: what it can be compared with is offered
    return "outlook" if asked.is_yes_no else "overview"


def coding_of_each(asked: Asked) -> str | None:
    """After a comparison "which one is more coding" asks that of those two, not of all."""
    last = asked.memory.last
    several = last is not None and last.intent == "compare" and len(asked.memory.talked_about) > 1
    vague = asked.intent in (
        "filter",
        "rank",
        "recommend",
        "not_stated",
        "outlook",
        "skills",
        "acknowledge",
        "out_of_scope",
    )
    return "compare" if several and vague and _CODING & set(asked.slots.aspects) and not asked.named else None


def of_a_field(asked: Asked) -> str | None:
    """Which jobs there are in a field: "what careers are there in ai", "cloud jobs"."""
    field = any(fact.startswith(policy.FIELD) for fact in asked.slots.facts[:1]) and bool(_JOBS & set(asked.words))
    titled = any(naming.kind == "title" for naming in asked.slots.namings)
    lists = asked.intent in ("list_roles", "overview", "filter", "patterns")
    vague = asked.intent in ("outlook", "rank") and len(asked.words) <= policy.ELLIPTIC
    return "list_roles" if field and (lists or vague) and not titled else None
