"""Which of the offers that were just made a message takes up: by a plain yes, by its words, by its number."""

from careerbot.bot.memory import Pending
from careerbot.bot.understanding.choosing import meant
from careerbot.bot.understanding.grammar import Grammar

EITHER = "intent"
"""Kind of a question asked back about what is meant of one role."""


def taken_up(text: str, pending: Pending, heard: Grammar, plain_yes: bool) -> str | None:
    """The decision behind it, if it takes one up. `plain_yes`: a yes means the first.

    Of several that begin alike, what tells them apart is enough: "rust" for "Done with Rust".
    """
    typed = _letters(text)
    only_heard = pending.kind == "offer" and typed in heard.cues["heard"]  # "ok" makes no plan of its own
    if pending.options and typed in heard.yes and plain_yes and not only_heard:
        return pending.options[0]
    said = [_letters(offer) for offer in pending.said]
    offers = zip(said, _told_apart(said), pending.options, strict=False)
    chosen = next((decision for whole, tail, decision in offers if typed and typed in (whole, tail)), None)
    return chosen or _numbered(text, pending, heard)


def beside_a_yes(text: str, pending: Pending | None, heard: Grammar) -> str | None:
    """What a message tells beside a yes to the one thing that was offered; None where it says no yes, or no more."""
    if pending is None or pending.kind != "offer" or len(pending.options) != 1:
        return None
    first, mark, rest = text.partition(",")
    told = rest.strip()
    agrees = mark and _letters(first) in heard.yes and _letters(first) not in heard.cues["heard"]
    return told if agrees and told and "?" not in told else None


def _numbered(text: str, pending: Pending, heard: Grammar) -> str | None:
    """The one of the offers of a question asked back that a number means: "2", "the second one"."""
    words = {heard.canonical.get(word, word) for word in _letters(text).split()}
    if pending.kind != EITHER or words & {"not", *heard.no}:
        return None
    picked = meant(text, [(option, ()) for option in pending.options], (), (), heard, counts=True, asks_otherwise=True)
    return picked[0] if len(picked) == 1 else None


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalpha() or char == " ").strip()


def _told_apart(offers: list[str]) -> list[str]:
    """Each offer without the words that all of them begin with."""
    words = [offer.split() for offer in offers]
    first = next((place for place, column in enumerate(zip(*words)) if len(set(column)) > 1), 0)  # noqa: B905
    return [" ".join(each[first:]) for each in words]
