"""Where the entities of a clause know better than its words which question is asked.

Each rule is for a kind of message, none for a sentence; the first that applies decides.
"""

from collections.abc import Callable
from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.slots import Slots

_ABOUT_A_ROLE = frozenset({"skills", "responsibilities", "overview", "why_pay"})
_OF_SEVERAL = frozenset({"rank", "overview", "outlook", "recommend", "learning", "become", "gap", "not_stated"})
_CHOICE, _BEST = frozenset({"better", "which", "should"}), "best"
_BOUNDS = frozenset({"highest", "lowest", "low_bound", "high_bound"})
_VAGUE = frozenset({"help", "acknowledge", "repeat", "meta_skills", "outlook", "become", "recommend"})
_MISSING = frozenset({"missing", "miss", "lack", "lacking"})
_FINISHED = frozenset({"done", "finished", "ready", "complete", "completed"})
_WIDENING = frozenset({"add", "put", "include"})
_UNDONE_BY = {"unkeep": "keep", "keep": "unkeep"}
_DROPS = frozenset({"drop", "cancel", "scrap", "delete", "remove", "ditch", "discard", "abandon"})
_STUDIES = frozenset({"learn", "study"})
_REFUSES = frozenset({"no", "not", "without"})
_OWN_PAY = frozenset({"pay", "salary", "income", "wage", "make", "earn", "amount", "number", "sum"})
_PAY_WORDS = policy.PAY_SIDES | {"high_bound"}


class Asked(NamedTuple):
    intent: str
    words: tuple[str, ...]
    """As the router saw them."""
    slots: Slots
    memory: Memory
    topical: bool
    """It is about a fact of some role."""
    subject: str | None
    """The question type of the fact that it is plainly about."""
    tells_pay: bool
    """Somebody says what they make."""
    asks: bool
    """It ends in a question mark."""
    points_back: bool
    """A pronoun means a role talked about before."""

    @property
    def named(self) -> int:
        return len(self.slots.roles) + len(self.slots.titles)

    @property
    def is_yes_no(self) -> bool:
        return "yes_no" in self.slots.aspects


Rule = Callable[[Asked], str | None]


def override(asked: Asked) -> tuple[str, Rule | None]:
    """The question type that is really asked, and the rule that says so; the one given where no rule applies."""
    for rule in RULES:
        if intent := rule(asked):
            return intent, rule
    return asked.intent, None


def _which_role(asked: Asked) -> str | None:
    """A skill or duty without a role: which role lists it? "who needs agile"."""
    if asked.intent not in _ABOUT_A_ROLE or asked.named or asked.points_back:
        return None
    if asked.memory.talked_about and asked.is_yes_no:
        return None
    return "filter" if asked.slots.names_skill or (asked.topical and asked.intent != "overview") else None


def _of_this_role(asked: Asked) -> str | None:
    """A condition beside a role asks of that role: "does an sre do incident response"."""
    if asked.intent != "filter" or not asked.slots.roles or asked.slots.amounts or "which" in asked.words[:2]:
        return None
    return "skills" if asked.slots.names_skill else "responsibilities" if asked.topical else None


def _no_condition(asked: Asked) -> str | None:
    """Without a sum, a skill or a duty it is a ranking, or about a fact that belongs to no role."""
    conditional = asked.slots.amounts or asked.slots.names_skill or asked.topical or "no_coding" in asked.slots.aspects
    if asked.intent != "filter" or conditional or "there" in asked.words:
        return None
    return "rank" if _BOUNDS & set(asked.slots.aspects) else asked.subject


def _pay_of_this_role(asked: Asked) -> str | None:
    """A role and a side of pay: "ceiling for a data scientist", "hourly rate sre"."""
    if asked.intent == "rank" and asked.named == 1 and asked.slots.roles:
        return "pay"
    vague = asked.intent in ("overview", "not_stated", "filter") and asked.slots.roles and not asked.slots.names_skill
    sides = set(asked.slots.aspects)
    return "pay" if vague and _PAY_WORDS & sides and "hours" not in sides else None


def _skill_of_this_role(asked: Asked) -> str | None:
    """A role and a skill with no clear question: is it in the list? "R or Python for data scientists"."""
    return "skills" if asked.intent == "overview" and asked.slots.roles and asked.slots.names_skill else None


def _learning_of_this_role(asked: Asked) -> str | None:
    """A degree or certificate beside a role is what is asked about, where the words alone are vague."""
    vague = asked.intent in ("skills", "recommend", "overview") and asked.slots.roles and not asked.slots.names_skill
    return "learning" if vague and policy.OF_LEARNING & set(asked.slots.aspects) else None


def _at_a_place(asked: Asked) -> str | None:
    return "list_position" if asked.intent == "list_roles" and asked.slots.ordinal is not None else None


def _skill_in_question(asked: Asked) -> str | None:
    """Does an ai pm do market research: a skill of the list, not a duty."""
    asks = asked.intent == "responsibilities" and asked.slots.roles and asked.slots.skills and asked.is_yes_no
    return "skills" if asks else None


def _become_what(asked: Asked) -> str | None:
    """What job can I get with AWS: no role to become, but a skill that leads to one."""
    if asked.intent != "become" or asked.named or not asked.slots.names_skill or asked.memory.talked_about:
        return None
    return "recommend" if "my" in asked.words else "filter"


def _told_in_addition(asked: Asked) -> str | None:
    """After a match, "i also know R" asks for the match again; after a plan, it ticks it off."""
    last = asked.memory.last
    if asked.intent != "profile" or not asked.slots.names_skill or last is None:
        return None
    if last.intent in policy.OF_A_PLAN and asked.memory.profile.plan:
        return "done"
    return last.intent if last.intent in ("recommend", "become", "gap") else None


def _only_supposed(asked: Asked) -> str | None:
    """What is only thought of, "if i knew docker", tells nothing of oneself and ticks nothing off: who lists it?"""
    supposed = asked.slots.supposed and asked.slots.names_skill and not asked.named
    return "filter" if supposed and asked.intent in policy.SMALL_TALK | {"profile", "done", "undo"} else None


def _told_with_a_goal(asked: Asked) -> str | None:
    """Who says which role they want and what they know asks for the way: "i want to be an mle, know python"."""
    told = asked.slots.told and set(asked.slots.told) == set(asked.slots.skills) and len(asked.slots.roles) == 1
    wants = told and asked.intent in ("skills", "profile") and asked.memory.profile.goal == asked.slots.roles[0]
    return "become" if wants else None


def _own_pay_against(asked: Asked) -> str | None:
    """One's own sum beside a role is set against its range: "i get 96k, what is that against an architect's pay"."""
    beside = asked.tells_pay and asked.slots.amounts and (len(asked.slots.roles) == 1 or asked.memory.talked_about)
    return "pay_position" if beside and not asked.slots.titles and asked.intent in policy.AGAINST_OWN_SUM else None


def _the_role_itself(asked: Asked) -> str | None:
    """After a role "save it" keeps that role; an amount is meant only where one was the subject."""
    last = asked.memory.last
    about_pay = (
        bool({"my_pay", "money"} & set(asked.slots.aspects)) or asked.slots.amounts or _OWN_PAY & set(asked.words)
    )
    if asked.intent != "remember_pay" or about_pay or last is None or not last.roles:
        return None
    return None if any(each.intent in policy.PRIVATE for each in asked.memory.asked[-2:]) else "keep"


def _doubted(asked: Asked) -> str | None:
    """What is asked is no farewell: "that is it?"."""
    return "acknowledge" if asked.intent == "goodbye" and asked.asks else None


def _is_it_missing(asked: Asked) -> str | None:
    """Of "am i missing docker for mle" one skill of the list is asked, not what else is missing."""
    pairs = zip(asked.words, asked.words[1:], strict=False)
    named = any(word in _MISSING and following == "{skill}" for word, following in pairs)
    return "skills" if asked.intent == "gap" and named and asked.slots.roles else None


def _not_done(asked: Asked) -> str | None:
    """A step that is said not to be done is open, however the rest is worded."""
    denied = {"not", "never"} & set(asked.words) or asked.slots.denied
    return "undo" if asked.intent == "done" and denied and not asked.asks else None


def _asked_whether_it_counts(asked: Asked) -> str | None:
    """With "docker i have, is that not in it?" whether the list names it, and nothing taken back."""
    return "skills" if asked.intent == "undo" and asked.asks and asked.slots.names_skill else None


def _known_of_the_list(asked: Asked) -> str | None:
    """Without a plan, "i have the last one" tells which line of the skill list shown last is known."""
    last = asked.memory.last
    counts = asked.slots.ordinal is not None or asked.slots.how_many is not None
    lists = last is not None and last.intent in policy.LISTS_SKILLS and len(asked.memory.talked_about) == 1
    return "profile" if asked.intent == "done" and counts and lists and asked.memory.profile.plan is None else None


def _asked_of_the_role_in_talk(asked: Asked) -> str | None:
    """After a role "is kubernetes needed" asks whether its list names that, not which roles do."""
    one = asked.slots.names_skill and not asked.named and len(asked.memory.talked_about) == 1
    last = asked.memory.last
    return "skills" if asked.intent == "filter" and asked.is_yes_no and one and last and last.roles else None


def _on_with_the_plan(asked: Asked) -> str | None:
    """Who has a plan means it by "what next?" and, right after it was shown, by "done"."""
    last = asked.memory.last
    if asked.memory.profile.plan is None or asked.slots.names_something:
        return None
    if asked.intent in _VAGUE and "next" in asked.words:
        return "plan"
    shown = last is not None and last.intent in policy.OF_A_PLAN
    return (
        "done" if asked.intent in policy.SMALL_TALK - {"goodbye"} and shown and _FINISHED & set(asked.words) else None
    )


def _next_from_here(asked: Asked) -> str | None:
    """What is next, for somebody who has a role and no plan: where one can go from there."""
    told = asked.memory.profile.role is not None and asked.memory.profile.plan is None
    if not told or asked.intent != "plan" or asked.slots.names_something or "making" in asked.slots.aspects:
        return None
    return "moves" if "next" in asked.words and not _STUDIES & set(asked.words) else None


def _another_plan(asked: Asked) -> str | None:
    """Asking for a "new plan: data scientist" makes that one; so does "new plan" after another role was the subject."""
    plan = asked.memory.profile.plan
    if asked.intent != "drop_plan" or "making" not in asked.slots.aspects or _REFUSES & set(asked.words):
        return None
    about = asked.memory.talked_about
    other = asked.slots.roles or (about if len(about) == 1 else ())
    return "plan" if any(role != plan for role in other) else None


def _it_is_the_plan(asked: Asked) -> str | None:
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


def _nearest_to_what_is_known(asked: Asked) -> str | None:
    """Which role is nearest, for somebody of whom only skills are known."""
    own = asked.memory.profile
    stranger = own.role is None and bool(own.skills) and not asked.slots.roles
    return "recommend" if asked.intent == "moves" and stranger and not asked.memory.talked_about else None


def _of_a_duty(asked: Asked) -> str | None:
    """After a gap, "and for mlops?" asks for the gap again, though it is a duty and no role."""
    last = asked.memory.last
    again = last is not None and last.intent == "gap" and len(asked.words) <= policy.ELLIPTIC
    return "gap" if again and asked.intent in ("filter", "responsibilities") and asked.slots.facts else None


def _side_by_side(asked: Asked) -> str | None:
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


def _of_those_kept(asked: Asked) -> str | None:
    """Which of my saved roles pays best: those side by side; without any, how to keep one."""
    if "shortlist" not in asked.slots.aspects or asked.intent not in ("compare", "rank") or asked.named:
        return None
    return "compare" if asked.memory.profile.shortlist else "shortlist"


def _closer_of_several(asked: Asked) -> str | None:
    """Which of them suits me: not any role, but those named or just compared."""
    several = len(asked.slots.roles) > 1 or (asked.points_back and len(asked.memory.talked_about) > 1)
    return "compare" if asked.intent == "recommend" and "closer" in asked.slots.aspects and several else None


def _in_the_comparison(asked: Asked) -> str | None:
    """After a comparison "add devops" widens it and "drop sre" narrows it, unless the shortlist is named."""
    last = asked.memory.last
    if not last or last.intent != "compare" or "shortlist" in asked.slots.aspects or len(asked.slots.roles) != 1:
        return None
    role = asked.slots.roles[0]
    widens = asked.intent == "keep" and bool(_WIDENING & set(asked.words))
    narrows = asked.intent == "unkeep" and role in last.roles and role not in asked.memory.profile.shortlist
    return "compare" if widens or narrows else None


def _compared_with_nothing(asked: Asked) -> str | None:
    others = asked.named + len(asked.slots.unlisted) + len(asked.slots.ambiguous) - 1
    if asked.intent != "compare" or others or not asked.slots.roles or asked.memory.talked_about:
        return None
    if {"vs", "or"} & set(asked.words):
        return None  # with something that we do not know: what it can be compared with is offered
    return "outlook" if asked.is_yes_no else "overview"


def _more_than_a_reaction(asked: Asked) -> str | None:
    """Of "that is a lot, how long" the side that the source does not state is what is asked."""
    sides = set(policy.PATH_CAVEATS) & set(asked.slots.aspects)
    return "not_stated" if asked.intent == "acknowledge" and sides and asked.memory.talked_about else None


def _knows_something(asked: Asked) -> str | None:
    """The quiz is for people who know nothing yet: "python and sql, but no idea what to do" is matched."""
    return "recommend" if asked.intent == "quiz" and asked.slots.names_skill else None


RULES: tuple[Rule, ...] = (
    _knows_something,
    _more_than_a_reaction,
    _only_supposed,
    _not_done,
    _asked_whether_it_counts,
    _known_of_the_list,
    _on_with_the_plan,
    _next_from_here,
    _another_plan,
    _it_is_the_plan,
    _which_role,
    _asked_of_the_role_in_talk,
    _of_this_role,
    _no_condition,
    _pay_of_this_role,
    _skill_of_this_role,
    _learning_of_this_role,
    _at_a_place,
    _skill_in_question,
    _become_what,
    _told_in_addition,
    _nearest_to_what_is_known,
    _of_a_duty,
    _is_it_missing,
    _told_with_a_goal,
    _own_pay_against,
    _the_role_itself,
    _doubted,
    _side_by_side,
    _of_those_kept,
    _closer_of_several,
    _in_the_comparison,
    _compared_with_nothing,
)
