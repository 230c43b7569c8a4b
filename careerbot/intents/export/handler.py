"""Roles as something to take along: Markdown, plain text, or a card to share."""

from collections.abc import Sequence

from careerbot.intents.base import Answer, Card, Document, Query, Suggestion
from careerbot.intents.export.card import card
from careerbot.intents.export.contents import Contents, contents
from careerbot.intents.export.writing import markdown, plain_text
from careerbot.intents.shortlist.handler import nothing_kept
from careerbot.intents.turn import Turn

KINDS = ("markdown", "text", "card")
MINE = "mine"
"""What a button carries that means the shortlist."""


def answer(query: Query, turn: Turn) -> Answer:
    ids = _meant(query, turn)
    if not ids:
        return nothing_kept(turn)
    roles = [turn.knowledge.role(role) for role in ids]
    kind = _kind(query)
    here = turn.say(
        "here",
        [role.position_fact for role in roles],
        mine=len(roles) > 1 and tuple(ids) == turn.profile.shortlist,
        roles=[role.title for role in roles],
        kind=turn.word(f"as_{kind}"),
    )
    return turn.answer(
        here,
        _made(kind, contents(roles, turn), turn),
        roles=ids,
        follow_ups=[_offer(other, ids, turn) for other in KINDS if other != kind],
    )


def _meant(query: Query, turn: Turn) -> Sequence[str]:
    """The roles named; those of the export just seen, in another form; else the shortlist, or what is talked about."""
    if query.roles:
        return query.roles
    kept = turn.profile.shortlist
    last = turn.memory.last
    mine = MINE in query.picked or "shortlist" in query.aspects
    if last and last.intent == "export" and last.roles and not mine:
        return last.roles
    return kept or (() if mine else turn.memory.talked_about)


def _kind(query: Query) -> str:
    """As the button or the message names it; Markdown, or a card where only a role is named."""
    named = [kind for kind in KINDS if kind in query.picked or f"as_{kind}" in query.aspects]
    return named[0] if named else KINDS[0]


def _made(kind: str, of: Contents, turn: Turn) -> Card | Document:
    if kind == "card":
        return card(of, turn)
    ending, written = ("md", markdown(of)) if kind == "markdown" else ("txt", plain_text(of))
    name = of.roles[0].role.id if len(of.roles) == 1 else turn.word("file")
    return Document(f"{name}.{ending}", written, of.facts)


def _offer(kind: str, ids: Sequence[str], turn: Turn) -> Suggestion:
    mine = tuple(ids) == turn.profile.shortlist
    titles = [] if mine else [turn.knowledge.role(role).title for role in ids]
    return Suggestion(turn.word(f"offer_{kind}", roles=titles), f"export:{kind},{MINE if mine else ','.join(ids)}")
