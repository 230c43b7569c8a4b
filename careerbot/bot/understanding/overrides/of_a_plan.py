"""The checklist that somebody follows: done, undone, dropped, or another one."""

from careerbot.bot import policy
from careerbot.bot.understanding.overrides.asked import Asked

_VAGUE = frozenset({"help", "acknowledge", "repeat", "meta_skills", "outlook", "become", "recommend"})
_FINISHED = frozenset({"done", "finished", "ready", "complete", "completed"})
_UNDONE_BY = {"unkeep": "keep", "keep": "unkeep"}
_DROPS = frozenset({"drop", "cancel", "scrap", "delete", "remove", "ditch", "discard", "abandon"})
_REFUSES = frozenset({"no", "not", "without"})


def not_done(asked: Asked) -> str | None:
    """A step that is said not to be done is open, however the rest is worded."""
    denied = {"not", "never"} & set(asked.words) or asked.slots.denied
    return "undo" if asked.intent == "done" and denied and not asked.asks else None


def asked_whether_it_counts(asked: Asked) -> str | None:
    """With "docker i have, is that not in it?" whether the list names it, and nothing taken back."""
    return "skills" if asked.intent == "undo" and asked.asks and asked.slots.names_skill else None


def on_with_the_plan(asked: Asked) -> str | None:
    """Who has a plan means it by "what next?" and, right after it was shown, by "done"."""
    last = asked.memory.last
    if asked.memory.profile.plan is None or asked.slots.names_something:
        return None
    if asked.intent in _VAGUE and "next" in asked.words:
        return "plan"
    shown = last is not None and last.intent in policy.OF_A_PLAN
    if asked.intent == "gap" and shown:  # "how much is left"
        return "plan"
    return (
        "done" if asked.intent in policy.SMALL_TALK - {"goodbye"} and shown and _FINISHED & set(asked.words) else None
    )


def nothing_is_dropped(asked: Asked) -> str | None:
    """A plan is dropped where the words say so, never for "alright, the plan please"."""
    return "plan" if asked.intent == "drop_plan" and not asked.says_to_drop else None


def another_plan(asked: Asked) -> str | None:
    """Asking for a "new plan: data scientist" makes that one; so does "new plan" after another role was the subject."""
    plan = asked.memory.profile.plan
    if asked.intent != "drop_plan" or "making" not in asked.slots.aspects or _REFUSES & set(asked.words):
        return None
    about = asked.memory.talked_about
    other = asked.slots.roles or (about if len(about) == 1 else ())
    return "plan" if any(role != plan for role in other) else None


def it_is_the_plan(asked: Asked) -> str | None:
    """What "drop it" means right after a plan, and "undo that" after a change of the shortlist."""
    last = asked.memory.last
    if last is None or asked.slots.names_something or asked.slots.ordinal is not None:
        return None
    drops = asked.intent in ("unkeep", "forget_me") or (
        len(asked.words) <= policy.ELLIPTIC and bool(_DROPS & set(asked.words))
    )
    if last.intent == "plan" and asked.memory.profile.plan and drops:
        return "drop_plan"
    return _UNDONE_BY.get(last.intent) if asked.intent == "undo" and last.roles else None
