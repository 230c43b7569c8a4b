"""The values that travel between the floors: Query goes in, Answer comes out.

    message + memory -> Query -> handler -> Answer -> rendering -> channel

All of them are frozen and small. Money is US dollars a year everywhere.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Outcome = Literal["answered", "clarify", "not_covered", "out_of_scope", "small_talk"]


class Amount(NamedTuple):
    """An amount of money in a message: "at least 180k" is low=180000, strict=False."""

    low: int | None
    high: int | None
    strict: bool = False
    """True for "over" and "under", False for "at least", "up to" and "+"."""


class Naming(NamedTuple):
    """How the message named a role: decides whether the reply says which role was taken."""

    role: str
    words: str
    """The user's own words, folded."""
    kind: Literal["title", "field", "ask"]
    """title: an alias that maps silently; field: "data science"; ask: near, answered with a caveat."""


class Query(NamedTuple):
    """One question, as it was understood. Ids refer to the knowledge base and its vocabulary."""

    intent: str
    roles: tuple[str, ...] = ()
    """Role ids in the order of the message (or as memory supplied them)."""
    titles: tuple[str, ...] = ()
    """Titles that the knowledge does not cover, by their entries in the vocabulary or as they were typed."""
    title_words: tuple[tuple[str, str], ...] = ()
    """How the message named such a title, as it is to be shown: ("doctor", "nurse")."""
    skills: tuple[str, ...] = ()
    """Skill ids that some role lists."""
    unlisted_skills: tuple[str, ...] = ()
    """Skills that no role lists, by their names as they are to be shown."""
    unknown_skills: tuple[str, ...] = ()
    """Words that stand in a list of skills and are not known at all, as they were typed."""
    like_skills: tuple[tuple[str, str], ...] = ()
    """Tools that are like a listed skill, by our judgement: ("Tableau", "data_visualization")."""
    denied_skills: tuple[str, ...] = ()
    """Skill ids that the asker says they do not have."""
    amounts: tuple[Amount, ...] = ()
    how_many: int | None = None
    """The 3 of "top 3"."""
    ordinal: int | None = None
    """Position asked for: 2 for "the second one", -1 for "the last"."""
    facts: tuple[str, ...] = ()
    """Facts the message is about, found by its words, best first."""
    aspects: tuple[str, ...] = ()
    """Sides of the question that are named in the vocabulary: place, level, course, monthly, lowest, middle…"""
    aspect_words: tuple[tuple[str, str], ...] = ()
    """The user's own words for a side, as they are to be shown: ("place", "India")."""
    excluded: tuple[str, ...] = ()
    """Role ids that the message rules out."""
    among: tuple[str, ...] = ()
    """Role ids of a list just shown, from which alone is chosen: "which of those need python"."""
    namings: tuple[Naming, ...] = ()
    from_memory: tuple[str, ...] = ()
    """Names of the slots that memory filled: roles, intent, ordinal."""
    picked: tuple[str, ...] = ()
    """What a button carries besides roles and skills: an answer of the quiz, a kind of export."""
    of_answer: int = 0
    """It is about the roles of the answer before it in the same message, this many: "which pays most and why"."""
    confidence: float = 1.0
    alternatives: tuple[tuple[str, float], ...] = ()
    """Other intents that were close, with their scores."""
    source_text: str = ""

    @property
    def shown_titles(self) -> tuple[str, ...]:
        """The titles not covered in the words of the message."""
        words = dict(self.title_words)
        return tuple(words.get(title, title) for title in self.titles)


class Text(NamedTuple):
    """A paragraph."""

    text: str
    facts: tuple[str, ...] = ()


class Bullets(NamedTuple):
    """A list, with an optional line above it."""

    items: tuple[str, ...]
    title: str = ""
    ordered: bool = False
    facts: tuple[str, ...] = ()


class Table(NamedTuple):
    """First column names the rows. A cell may hold several lines."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...] = ()


class PayRange(NamedTuple):
    label: str
    text: str
    """The range in words: "$150,000 to $210,000". What a renderer that draws nothing prints."""
    low: int
    high: int
    open_ended: bool


class PayRanges(NamedTuple):
    """Pay ranges to be drawn on one scale: bars in a terminal, a chart as a picture, lines as plain text."""

    ranges: tuple[PayRange, ...]
    facts: tuple[str, ...] = ()
    ordered: bool = False


class Step(NamedTuple):
    text: str
    done: bool
    decision: str
    """What a button under it does: "done:docker" ticks it, "undo:docker" opens it again."""


class Checklist(NamedTuple):
    """Numbered steps that are ticked off, with a progress bar."""

    steps: tuple[Step, ...]
    title: str = ""
    facts: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        return sum(step.done for step in self.steps)


class Move(NamedTuple):
    """A way from one role to another, by titles. Same and similar hold both ways."""

    start: str
    end: str
    kind: Literal["same", "similar", "duty"]
    """A skill of both lists; skills that are alike by our judgment; what one role does, the other lists as a skill."""
    reason: str
    """What ties the two, its kind said in words, and how the pay ranges differ."""


class RoleMap(NamedTuple):
    """Moves between roles, drawn as a map. In words: one line for each, below the role it starts from."""

    moves: tuple[Move, ...]
    facts: tuple[str, ...] = ()

    @property
    def by_start(self) -> dict[str, list[Move]]:
        """Title of a role -> the moves that start from it, in order."""
        grouped: dict[str, list[Move]] = {}
        for move in self.moves:
            grouped.setdefault(move.start, []).append(move)
        return grouped


class Section(NamedTuple):
    title: str
    lines: tuple[str, ...]


class Card(NamedTuple):
    """A picture to share; where nothing is drawn, the same in words."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    pay: tuple[PayRange, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def unsaid_pay(self) -> tuple[PayRange, ...]:
        """Ranges that the subtitle does not say in words."""
        return tuple(pay for pay in self.pay if pay.text not in self.subtitle)


class Document(NamedTuple):
    """A file to hand over: "shortlist.md" and what stands in it, line ends and all."""

    name: str
    text: str
    facts: tuple[str, ...] = ()


Block = Text | Bullets | Table | PayRanges | Checklist | RoleMap | Card | Document


class Suggestion(NamedTuple):
    """A follow-up: `text` works when typed, `decision` is what a button carries, already resolved."""

    text: str
    decision: str
    """intent:argument,argument, such as pay:site_reliability_engineer"""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person said about themselves, and what they keep here. Handlers return a changed one in their Answer."""

    skills: tuple[str, ...] = ()
    unlisted_skills: tuple[str, ...] = ()
    role: str | None = None
    title: str | None = None
    """Their present title when the knowledge does not cover it, by its entry in the vocabulary."""
    title_words: str | None = None
    """How they called it, as it is to be shown: nurse, of the entry doctor."""
    goal: str | None = None
    """The role they said they want."""
    plan: str | None = None
    """The role they work toward by a checklist. What is ticked off is in `skills`."""
    shortlist: tuple[str, ...] = ()
    """Roles they keep, in the order they were kept."""
    quiz: tuple[str, ...] | None = None
    """The answers so far while a quiz is going on."""
    pay: int | None = None
    """US dollars a year. Only kept when the person asks for that."""
    language: str | None = None
    """The language they wish answers in; None: that of their messages."""


@dataclass(frozen=True, slots=True)
class Answer:
    blocks: tuple[Block, ...]
    outcome: Outcome = "answered"
    suggestions: tuple[Suggestion, ...] = ()
    roles: tuple[str, ...] = ()
    """Role ids in the order the answer shows them: "the second one" counts along these."""
    singled_out: str | None = None
    """The one of these roles that it puts first, such as the best paid: what "that one" means from here on."""
    queries: tuple[Query, ...] = ()
    """The questions that it answers."""
    profile: Profile | None = None
    """What is remembered of the person from here on; None where it stays as it was."""

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts behind the answer, in order of appearance."""
        return tuple(dict.fromkeys(fact for block in self.blocks for fact in block.facts))
