"""What a message leaves out: fragments, corrections, ordinals and pronouns, completed from memory.

"and SRE?"  "no, i meant SRE"  "the second one"  "back to the first one, same question"  "compared to cloud architect?"
"""

from typing import NamedTuple

from careerbot.bot import policy
from careerbot.bot.memory import Memory
from careerbot.bot.understanding.clauses import Clause
from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.slots import Slots


class Completed(NamedTuple):
    """An intent and roles for a fragment that has no question of its own."""

    intent: str
    roles: tuple[str, ...] = ()
    from_memory: tuple[str, ...] = ()


def completed(clause: Clause, slots: Slots, memory: Memory, grammar: Grammar, listing: bool) -> Completed | None:
    """What a fragment asks, given what came before; None when it is not for memory to say.

    `listing`: it is a bare list of skills.
    """
    last = memory.last
    text = clause.text
    carried = last.intent if last and last.intent in policy.CARRIED else None
    if slots.roles:
        return _with_roles(slots, memory, carried, text, grammar)
    if slots.excluded and last and last.intent in ("rank", "filter", "list_roles", "recommend"):
        return Completed(last.intent, (), ("intent",))
    if slots.ordinal is not None and not memory.shown:
        return Completed("list_position")
    if slots.names_skill:
        return _with_skills(clause, memory, listing)
    if slots.amounts:
        return Completed("filter")
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
    compares = bool(words & {"vs", "compared", "compare"}) or (
        last is not None and last.intent == "compare" and len(slots.roles) == 1
    )
    if len(slots.roles) + len(slots.titles) > 1 and (compares or "or" in words or not carried):
        return Completed("compare", slots.roles)
    if compares and memory.talked_about:
        before = tuple(role for role in memory.talked_about if role not in slots.roles)
        if grammar.has_cue("correction", text):
            before = before[:-1]
        return Completed("compare", (*before[:3], *slots.roles), ("roles",))
    if memory.pending and memory.pending.intent and memory.pending.kind == "role":
        return Completed(memory.pending.intent, slots.roles, ("intent",))
    if policy.PAY_SIDES & set(slots.aspects):
        return Completed("pay", slots.roles)
    if last and last.intent == "drop_plan":
        return Completed("plan", slots.roles, ("intent",))
    if carried:
        return Completed(carried, slots.roles, ("intent",))
    if slots.names_skill:
        return Completed("skills", slots.roles)
    return Completed("overview", slots.roles)


def _with_skills(clause: Clause, memory: Memory, listing: bool) -> Completed:
    """A bare list asks for a match, unless it follows a question about skills."""
    last = memory.last
    if last and last.intent in policy.OF_WHAT_ONE_KNOWS:
        return Completed(
            "recommend" if last.intent == "profile" else last.intent,
            memory.talked_about if last.intent in ("become", "gap") else (),
            ("intent",),
        )
    if last and last.intent in policy.OF_A_PLAN and memory.profile.plan:
        asks = clause.entities.asks
        return Completed("skills" if asks else "done", (memory.profile.plan,) if asks else (), ("intent",))
    if last and last.intent == "skills" and last.roles:
        return Completed("skills", last.roles, ("intent", "roles"))
    return Completed("recommend" if listing and not (last and last.intent == "filter") else "filter")


def inherited(intent: str, clause: Clause, memory: Memory) -> tuple[str, ...]:
    """Roles for a question that names none: by pronoun, or those talked about."""
    last = memory.last
    if last is None:
        return ()
    several = bool({"both", "these", "those", "them", "they", "two", "all"} & set(clause.text.split()))
    about = memory.talked_about
    if intent in ("become", "gap", "plan") and not several:
        return about[:1]
    if intent == "compare":
        roles = about if len(about) > 1 else memory.shown
        return roles[:4] if 2 <= len(roles) <= 4 and len(about) != 1 else memory.latest_two
    return about[:4] if several or last.intent == intent else about[:2]
