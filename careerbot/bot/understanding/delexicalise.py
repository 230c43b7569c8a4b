"""Entities become slots: "what does an sre pay" -> what does {role} pay.

So phrases are few, and one written today serves any role that an author adds tomorrow. The words that name a fact may
become {topic} in the same way; the router looks at both views.
"""

from collections.abc import Mapping

from careerbot.bot.understanding.line import Entities

Fillers = Mapping[str, tuple[tuple[str, ...], ...]]
"""See Grammar.fillers."""

ARTICLES = frozenset({"a", "an", "the"})
_ASPECT_SLOTS = {"place": "{place}", "level": "{level}", "company": "{company}"}
_FIGURE_SLOTS = {
    "amount": "{amount}",
    "foreign": "{amount}",
    "count": "{count}",
    "ordinal": "{ordinal}",
    "number": "{number}",
}
_KIND_SLOTS = {"role": "{role}", "title": "{title}", "skill": "{skill}", "like": "{skill}", "unlisted": "{skill}"}
TOPIC = "{topic}"


def delexicalise(entities: Entities, fillers: Fillers, topic: tuple[int, ...] = ()) -> list[str]:
    """Words for the router. `topic`: positions of words that name a fact; they become one {topic}."""
    slots: dict[int, tuple[int, str]] = {}
    for aspect in entities.aspects:
        slot = _ASPECT_SLOTS.get(aspect.name.id)
        if slot:
            slots[aspect.start] = (aspect.end, slot)
    for figure in entities.figures:
        slots[figure.start] = (figure.end, _FIGURE_SLOTS[figure.kind])
    for mention in entities.mentions:
        slot = _KIND_SLOTS.get(mention.name.kind)
        if slot:
            slots[mention.start] = (mention.end, slot)
    words: list[str] = []
    place = 0
    while place < len(entities.words):
        if place in topic:
            if words[-1:] != [TOPIC]:
                words.append(TOPIC)
            place += 1
        elif place in slots:
            end, slot = slots[place]
            _append(words, slot)
            place = end
        else:
            text = entities.words[place].text
            if text not in ARTICLES:
                words.append(text)
            place += 1
    return _without_fillers(words, fillers)


def _append(words: list[str], slot: str) -> None:
    """A slot; a list of skills is one slot."""
    if slot == "{skill}":
        if words[-1:] == [slot]:
            return
        if words[-2:-1] == [slot] and words[-1] in ("and", "or"):
            words.pop()
            return
    words.append(slot)


def _without_fillers(words: list[str], fillers: Fillers) -> list[str]:
    """Leading and inner fillers go, unless nothing would be left."""
    kept: list[str] = []
    place = 0
    while place < len(words):
        for filler in fillers.get(words[place], ()):
            if tuple(words[place : place + len(filler)]) == filler:
                place += len(filler)
                break
        else:
            kept.append(words[place])
            place += 1
    return kept or words
