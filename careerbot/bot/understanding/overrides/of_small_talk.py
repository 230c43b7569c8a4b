"""What seems small talk, or about something kept, and is not."""

from careerbot.bot import policy
from careerbot.bot.understanding.overrides.asked import Asked

_OWN_PAY = frozenset({"pay", "salary", "income", "wage", "make", "earn", "amount", "number", "sum"})


def more_than_a_reaction(asked: Asked) -> str | None:
    """Of "that is a lot, how long" the side that the source does not state is what is asked."""
    sides = set(policy.PATH_CAVEATS) & set(asked.slots.aspects)
    return "not_stated" if asked.intent == "acknowledge" and sides and asked.memory.talked_about else None


def doubted(asked: Asked) -> str | None:
    """What is asked is no farewell: "that is it?"."""
    return "acknowledge" if asked.intent == "goodbye" and asked.asks else None


def the_role_itself(asked: Asked) -> str | None:
    """After a role "save it" keeps that role; an amount is meant only where one was the subject."""
    last = asked.memory.last
    about_pay = (
        bool({"my_pay", "money"} & set(asked.slots.aspects)) or asked.slots.amounts or _OWN_PAY & set(asked.words)
    )
    if asked.intent != "remember_pay" or about_pay or last is None or not last.roles:
        return None
    return None if any(each.intent in policy.PRIVATE for each in asked.memory.asked[-2:]) else "keep"
