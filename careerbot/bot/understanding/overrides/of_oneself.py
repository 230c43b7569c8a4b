"""What somebody tells of themselves, and what they ask by telling it."""

from careerbot.bot import policy
from careerbot.bot.understanding.overrides.asked import Asked

_STUDIES = frozenset({"learn", "study"})


def knows_something(asked: Asked) -> str | None:
    """The quiz is for people who know nothing yet: "python and sql, but no idea what to do" is matched."""
    return "recommend" if asked.intent == "quiz" and asked.slots.names_skill else None


def avoids(asked: Asked) -> str | None:
    """Who says nothing but what they do not like asks which lists do without it: "i hate statistics"."""
    avoided = asked.slots.names_skill and "avoided" in asked.slots.aspects and not asked.slots.told
    return "filter" if avoided and asked.intent == "profile" else None


def whether_it_counts(asked: Asked) -> str | None:
    """After something was told "does that count?" asks for the match, or for what is missing, once more."""
    last, toward = asked.memory.last, asked.memory.toward
    bare = asked.intent == "what_if" and not asked.slots.names_something and last is not None
    if not bare or last is None or last.intent != "profile":
        return None
    return "gap" if toward else "recommend"


def takes_back(asked: Asked) -> str | None:
    """What was told is taken back: "ok forget statistics"."""
    denied = asked.slots.denied and not asked.slots.skills and not asked.asks
    vague = policy.SMALL_TALK | {"out_of_scope", "unkeep", "forget_me"}
    return "profile" if denied and asked.intent in vague else None


def only_supposed(asked: Asked) -> str | None:
    """What is only thought of, "if i knew docker", tells nothing of oneself and ticks nothing off: who lists it?"""
    supposed = asked.slots.supposed and asked.slots.names_skill and not asked.named
    return "filter" if supposed and asked.intent in policy.SMALL_TALK | {"profile", "done", "undo"} else None


def told_in_addition(asked: Asked) -> str | None:
    """After a match, "i also know R" asks for the match again; after a plan, it ticks it off."""
    last = asked.memory.last
    told = set(asked.slots.skills) and set(asked.slots.skills) == set(asked.slots.told) and not asked.slots.supposed
    changes = asked.intent == "what_if" and told  # "i used jenkins, does that change anything"
    untold = asked.intent == "done" and asked.memory.profile.plan is None and bool(asked.slots.told)
    if not (asked.intent == "profile" or changes or untold) or not asked.slots.names_skill or last is None:
        return None
    if last.intent in policy.OF_A_PLAN and asked.memory.profile.plan:
        return "done"
    again = {"recommend": "recommend", "gap": "gap", "become": "gap" if changes else "become"}.get(last.intent)
    if last.intent == "skills" and len(last.roles) == 1:  # "what does an mle need" - "i know python already"
        again = "gap"
    return again or ("recommend" if changes else "profile" if untold else None)


def told_with_a_goal(asked: Asked) -> str | None:
    """Who says which role they want and what they know asks for the way: "i want to be an mle, know python"."""
    told = asked.slots.told and set(asked.slots.told) == set(asked.slots.skills) and len(asked.slots.roles) == 1
    wants = told and asked.intent in ("skills", "profile") and asked.memory.profile.goal == asked.slots.roles[0]
    return "become" if wants else None


def known_of_the_list(asked: Asked) -> str | None:
    """Without a plan, "i have the last one" tells which line of the skill list shown last is known."""
    last = asked.memory.last
    counts = asked.slots.ordinal is not None or asked.slots.how_many is not None
    lists = last is not None and last.intent in policy.LISTS_SKILLS and len(asked.memory.talked_about) == 1
    return "profile" if asked.intent == "done" and counts and lists and asked.memory.profile.plan is None else None


def own_pay_against(asked: Asked) -> str | None:
    """One's own sum beside a role is set against its range: "i get 96k, what is that against an architect's pay"."""
    one = len(asked.slots.roles) == 1 or (not asked.slots.roles and len(asked.memory.talked_about) == 1)
    beside = asked.tells_pay and asked.slots.amounts and (one or asked.memory.talked_about)
    exact = len(asked.slots.amounts) == 1 and asked.slots.amounts[0].low == asked.slots.amounts[0].high
    measured = one and asked.measures and exact and asked.intent != "filter"  # "is 220k above the range of an mle"
    against = asked.intent in policy.AGAINST_OWN_SUM | {"out_of_scope", "acknowledge", "recommend"}
    return "pay_position" if (beside or measured) and not asked.slots.titles and against else None


def become_what(asked: Asked) -> str | None:
    """What job can I get with AWS: no role to become, but a skill that leads to one."""
    if asked.intent != "become" or asked.named or not asked.slots.names_skill or asked.memory.talked_about:
        return None
    return "recommend" if "my" in asked.words else "filter"


def nearest_to_what_is_known(asked: Asked) -> str | None:
    """Which role is nearest, for somebody of whom only skills are known."""
    own = asked.memory.profile
    stranger = own.role is None and bool(own.skills) and not asked.slots.roles
    return "recommend" if asked.intent == "moves" and stranger and not asked.memory.talked_about else None


def next_from_here(asked: Asked) -> str | None:
    """What is next, for somebody who has no plan: where one can go from their role, or what fits what they know."""
    own = asked.memory.profile
    if own.plan is not None or asked.intent != "plan" or "making" in asked.slots.aspects or asked.slots.roles:
        return None
    if "next" not in asked.words or _STUDIES & set(asked.words) or asked.slots.titles:
        return None
    return "moves" if own.role else "recommend" if own.skills or own.unlisted_skills else None
