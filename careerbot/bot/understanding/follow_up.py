"""What a message leaves out: fragments, corrections, ordinals and pronouns, completed from memory.

"and SRE?"  "no, i meant SRE"  "the second one"  "back to the first one, same question"  "compared to cloud architect?"
"""

from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.clauses import Clause
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.self_talk import says_wish, tells_pay
from careerbot.bot.understanding.slots import Slots

_WHICH = frozenset({"what", "which", "who", "any", "anything", "why"})
_SEVERAL = frozenset({"both", "these", "those", "them", "they", "two", "all"})


class Completed(NamedTuple):
    """An intent and roles for a fragment that has no question of its own."""

    intent: str
    roles: tuple[str, ...] = ()
    from_memory: tuple[str, ...] = ()


class Against(NamedTuple):
    """A question about what one has now and what one could have."""

    intent: str
    roles: tuple[str, ...]
    sides: tuple[str, ...]
    from_memory: tuple[str, ...] = ("roles",)


def against_own(intent: str, clause: Clause, slots: Slots, memory: Memory, grammar: Grammar) -> Against | None:
    """Pay set against that of one's own role: "how much more would sre pay", "which roles pay more than mine"."""
    if intent not in policy.AGAINST_OWN or slots.titles or slots.amounts or "why" in clause.words:
        return None
    own = memory.profile.role
    more = grammar.has_cue("earns_more", clause.text)
    less = grammar.has_cue("earns_less", clause.text)
    measured = grammar.has_cue("measured", clause.text)
    about = memory.talked_about
    one = about[0] if len(about) == 1 else None
    asks_which = bool(_WHICH & set(clause.words))
    if one and not asks_which and (more or less):
        other = slots.roles if measured else () if slots.roles or not own else (own,)
        if len(other) == 1 and one not in other and (slots.roles or _points_back(clause.text)):
            return Against("compare", (*other, one) if other == (own,) else (one, *other), ("money",))
    if grammar.has_cue("than_mine", clause.text) and not slots.roles:
        return Against("moves", (own,) if own else (), ("higher",)) if more else None
    if more and own and not slots.roles and len(clause.words) <= policy.ELLIPTIC:  # "and more money?"
        return Against("moves", (own,), ("higher",))
    if not (more or less) or len(slots.roles) != 1 or clause.entities.referred:
        return None
    if measured and not {"i", "me", "my", "mine"} & set(clause.words):  # "what pays more than sre"
        return Against("moves", slots.roles, ("higher",), ()) if more else None
    if own and own not in slots.roles:
        return Against("compare", (own, *slots.roles), ("money",))
    return Against("pay", slots.roles, (), ()) if intent in ("overview", "outlook") else None


def completed(clause: Clause, slots: Slots, memory: Memory, grammar: Grammar, listing: bool) -> Completed | None:
    """What a fragment asks, given what came before; None when it is not for memory to say.

    `listing`: it is a bare list of skills.
    """
    last = memory.last
    text = clause.text
    carried = last.intent if last and last.intent in policy.CARRIED else None
    exact = len(slots.amounts) == 1 and slots.amounts[0].low == slots.amounts[0].high
    if len(slots.roles) == 1 and slots.amounts and (exact or tells_pay(clause, grammar)):  # "155k as an sre"
        return Completed("pay_position", slots.roles)
    if len(slots.roles) == 1 and any(says_wish(clause, mention, grammar) for mention in clause.entities.mentions):
        return Completed("become", slots.roles)  # "ok i go with sre"
    if slots.roles:
        return _with_roles(slots, memory, carried, text, grammar)
    if slots.excluded and last and last.intent in ("rank", "filter", "list_roles", "recommend"):
        return Completed(last.intent, (), ("intent",))
    if slots.excluded and last and last.intent == "compare":
        return Completed("compare", tuple(role for role in last.roles if role not in slots.excluded), ("roles",))
    if slots.ordinal is not None and not memory.shown:
        return Completed("list_position")
    if slots.names_skill or slots.denied:
        return _with_skills(clause, slots, memory, grammar, listing)
    if slots.amounts and last and last.intent in policy.PRIVATE:
        return Completed(last.intent, memory.talked_about[:1], ("intent", "roles"))
    if slots.amounts:
        return Completed("filter")
    if slots.ambiguous and any(fact.startswith(policy.FIELD) for fact in slots.facts):  # "only those in ai"
        return Completed("list_roles")
    if slots.titles or slots.ambiguous:
        return Completed(carried or "overview", (), ("intent",) if carried else ())
    if carried == "pay" and memory.talked_about and "is" not in text.split() and policy.SIDES & set(slots.aspects):
        return Completed(carried, memory.talked_about, ("intent", "roles"))
    if memory.talked_about and policy.PAY_SIDES & set(slots.aspects):
        return Completed("pay", memory.talked_about, ("roles",))
    return None


def _with_roles(slots: Slots, memory: Memory, carried: str | None, text: str, grammar: Grammar) -> Completed:
    words = set(text.split())
    last = memory.last
    more = grammar.has_cue("measured", text) and (grammar.has_cue("earns_more", text) or "than" in words)
    compares = (
        bool(words & {"vs", "compared", "compare"})
        or more
        or (
            last is not None and last.intent == "compare" and len(slots.roles) == 1 and slots.roles[0] not in last.roles
        )
    )
    if len(slots.roles) == 1 and "place" in slots.aspects and carried not in policy.OF_PLACES:
        return Completed("pay", slots.roles)
    both = len(slots.roles) + len(slots.titles) > 1 and not slots.names_skill  # "and both without python?"
    if both and (compares or "or" in words or not carried):
        return Completed("compare", slots.roles)
    if compares and memory.talked_about:
        before = tuple(role for role in memory.talked_about if role not in slots.roles)
        if grammar.has_cue("correction", text):
            before = before[:-1]
        return Completed("compare", (*before[:3], *slots.roles), ("roles",))
    if memory.pending and memory.pending.intent and memory.pending.kind == "role":
        asked = memory.pending.intent
        return Completed("overview" if asked in policy.PRIVATE else asked, slots.roles, ("intent",))
    if policy.PAY_SIDES & set(slots.aspects):
        return Completed("pay", slots.roles)
    if last and last.intent == "keep" and "and" in words:  # "save sre", "and the mle"
        return Completed("keep", slots.roles, ("intent",))
    if last and last.intent == "drop_plan":
        return Completed("plan", slots.roles, ("intent",))
    if carried:
        return Completed(carried, slots.roles, ("intent",))
    if slots.names_skill:
        return Completed("skills", slots.roles)
    return Completed("overview", slots.roles)


def _with_skills(clause: Clause, slots: Slots, memory: Memory, grammar: Grammar, listing: bool) -> Completed:
    """A bare list asks for a match, unless it follows a question about skills."""
    last = memory.last
    if "definition" in slots.aspects:  # "what is terraform"
        return Completed("filter")
    if last and last.intent == "what_if":
        return Completed("what_if", (), ("intent",))
    if last and last.intent in policy.OF_WHAT_ONE_KNOWS:
        toward = memory.toward if last.intent == "profile" else last
        again = toward.intent if toward else "recommend"
        return Completed(again, memory.talked_about if again in ("become", "gap") else (), ("intent",))
    if last and last.intent in policy.OF_A_PLAN and memory.profile.plan:
        asks = clause.entities.asks or grammar.has_cue("follow_up_asks", clause.text)
        if clause.entities.mentions[0].negated or slots.denied:  # "oops, not gdpr"
            return Completed("undo", (), ("intent",))
        return Completed("skills" if asks else "done", (memory.profile.plan,) if asks else (), ("intent",))
    if last and last.intent == "skills" and last.roles:
        return Completed("skills", last.roles, ("intent", "roles"))
    return Completed("recommend" if listing and not (last and last.intent == "filter") else "filter")


def judges(clause: Clause, slots: Slots, memory: Memory, grammar: Grammar) -> bool:
    """Whether pay that was just shown is much is asked: "is that good", "so is it a lot or not"."""
    last = memory.last
    shown = last is not None and last.intent in policy.SHOWS_PAY and len(memory.talked_about) == 1
    short = len(clause.words) <= policy.SHORT and not slots.names_something
    return shown and short and clause.words[0] in grammar.yes_no and grammar.has_cue("judges", " ".join(clause.words))


def start_of_move(end: str, memory: Memory) -> str | None:
    """Where a move to this role begins: one's own role, or the one talked about."""
    about = memory.talked_about
    starts = (memory.profile.role, about[0] if len(about) == 1 else None)
    return next((role for role in starts if role and role != end), None)


def kept(intent: str, slots: Slots, memory: Memory) -> tuple[str, ...]:
    """Roles of the shortlist that a question about it means: one by its place there, or all of them.

    "Put the second one on my list" counts along what was shown, "take the second one off" along the list itself.
    """
    mine = memory.profile.shortlist
    if slots.ordinal is not None:
        along = memory.shown if intent == "keep" else mine
        place = slots.ordinal - 1 if slots.ordinal > 0 else len(along) + slots.ordinal
        if slots.how_many and abs(slots.ordinal) == 1:  # "the first two"
            return along[: slots.how_many] if place == 0 else along[-slots.how_many :]
        return along[place : place + 1] if 0 <= place < len(along) else ()
    return () if intent in policy.KEEPS else mine


def supposed(intent: str, clause: Clause, slots: Slots, memory: Memory, grammar: Grammar) -> tuple[str, ...]:
    """Skills that a "what if" takes from the one before: "and what if i learn it too", "and for pay?"."""
    last = memory.last
    if last is None:
        return ()
    if slots.names_skill:
        return last.skills if last.intent == "what_if" and grammar.has_cue("addition", clause.text) else ()
    points = bool({"it", "that", "this", "them", "those", "these", "both"} & set(clause.words))
    return last.skills if points or asks_pay_of_supposed(intent, clause, slots, memory) else ()


def asks_pay_of_supposed(intent: str, clause: Clause, slots: Slots, memory: Memory) -> bool:
    """Such as "and for pay?" after a "what if"."""
    follows = memory.last is not None and memory.last.intent == "what_if"
    return (
        follows
        and intent in ("pay", "what_if")
        and clause.intent == "pay"
        and not slots.names_something
        and len(clause.words) <= policy.ELLIPTIC
    )


def inherited(intent: str, clause: Clause, memory: Memory) -> tuple[str, ...]:
    """Roles for a question that names none: one's own, by pronoun, or those talked about."""
    last = memory.last
    own = memory.profile.role
    if intent in policy.OF_OWN_ROLE and own and not _points_back(clause.text):
        return (own,)
    if last is None:
        return ()
    several = bool(_SEVERAL & set(clause.text.split()))
    fitting = intent == "plan" and last.intent == "recommend" and not _points_back(clause.text)  # the handler says why
    if memory.singled_out and intent != "compare" and not several and not fitting:
        return (memory.singled_out,)
    about = memory.talked_about or (memory.before_the_list if intent in policy.TOWARD_A_ROLE else ())
    if intent == "plan" and memory.profile.plan:  # another than the one there is
        return about if len(about) == 1 and about[0] != memory.profile.plan else ()
    if intent == "plan" and len(about) > 1 and not _points_back(clause.text):
        return ()  # which of them is for the handler to say
    if intent in ("become", "gap", "plan", *policy.OF_OWN_ROLE) and not several:
        return about[:1]
    if intent in policy.KEEPS and clause.intent == "undo":
        return about
    if intent in policy.KEEPS and not several:
        return about if len(about) == 1 else ()  # which of several is asked back
    if intent == "compare":
        roles = about if len(about) > 1 else memory.shown
        return roles[:4] if 2 <= len(roles) <= 4 and len(about) != 1 else memory.latest_two
    return about[:4] if several or last.intent in (intent, "compare") else about[:2]


def _points_back(text: str) -> bool:
    """Such as "from there", "that role"; not "a step that pays more"."""
    pointers = (
        "there",
        "it",
        "them",
        "they",
        "those",
        "these",
        "that one",
        "that role",
        "that job",
        "this role",
        "this job",
    )
    return text.endswith(" that") or any(f" {pointer} " in f" {text} " for pointer in pointers)
