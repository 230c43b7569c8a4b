"""An Answer as Telegram shows it: messages, buttons, a picture."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from careerbot.bot.channels.telegram.button_data import ButtonData
from careerbot.bot.channels.telegram.buttons import Button, Rows
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Choices
from careerbot.bot.memory import Memory
from careerbot.bot.picturing import Picturing
from careerbot.bot.rendering import telegram as html
from careerbot.bot.rendering.pictures import picture as pictures
from careerbot.bot.rendering.pictures.picture import Picture
from careerbot.bot.rendering.pictures.style import Theme
from careerbot.intents.base import Answer, Card, Checklist, Document, PayRanges, RoleMap

DRAWN_AT_ONCE = 4
"""Ranges from which a question about pay gets the picture without asking; moves from which a map is one."""
ABOUT_PAY = frozenset({"pay", "rank"})
ABOUT_ONE = frozenset({"overview", "pay", "skills", "responsibilities", "why_pay"})
"""Question types whose answer about one role can be followed by keeping it."""


@dataclass(frozen=True, slots=True)
class Reply:
    parts: tuple[str, ...]
    """HTML, each part a message of its own."""
    rows: Rows = ()
    """Buttons under the last part."""
    picture: Picture | None = None
    file: Document | None = None
    """Comes last, with the buttons; the words above it where they are too long to stand beside it."""


class Replies:
    def __init__(self, choices: Choices, data: ButtonData, picturing: Picturing | None) -> None:
        """`picturing`: None where no picture can be drawn."""
        self._choices = choices
        self._data = data
        self._picturing = picturing

    def of(self, answer: Answer, heading: str = "", page: int = 0, after: Memory | None = None) -> Reply:
        """The reply for an answer. `heading`: what a button said, as the press left no message.
        `after`: the memory after it, so that a role that is not on the shortlist can be put there.
        """
        file = next((block for block in answer.blocks if isinstance(block, Document)), None)
        answer = replace(answer, blocks=tuple(block for block in answer.blocks if block is not file))
        blocks = html.blocks(answer, page)
        if heading:
            blocks = [html.italic(WORDS["heading"].format(text=heading)), *blocks]
        drawn = self._picturing.of(answer, after or Memory()) if self._picturing else None
        picture = drawn if drawn and _draws_at_once(answer, drawn) else None
        rows: list[tuple[Button, ...]] = []
        if html.pages(answer) > 1:
            rows.append(self._turning(page, html.pages(answer)))
        rows += self._steps(answer)
        rows += self._follow_ups(answer)
        if drawn and drawn.decision and not picture:
            label = "as_chart" if isinstance(drawn.content, PayRanges) else "as_picture"
            rows += self.one(WORDS[label], f".chart:{_as_arguments(drawn.decision)}")
        if answer.outcome == "clarify" and not answer.suggestions and answer.queries:
            rows += self.of_roles(f"={answer.queries[0].intent}", within=answer)
        if after is not None:
            rows += self._keeping(answer, after.profile.shortlist)
        return Reply(tuple(html.messages(blocks)), tuple(rows), picture, file)

    def picture(self, decision: str, memory: Memory) -> Reply | None:
        """Only the picture that a decision leads to, and as much of it in words as fits below; None without one."""
        drawn = self._picturing.again(decision, memory) if self._picturing else None
        return Reply((caption(drawn),), picture=drawn) if drawn else None

    def one(self, label: str, decision: str) -> Rows:
        """A row with one button; none when the decision does not fit into a button."""
        data = self._data.write(decision)
        return ((Button(label, data),),) if data else ()

    def of_roles(self, verb: str, but: str = "", within: Answer | None = None) -> Rows:
        """One button for each role. A comparison takes two, so the first press asks for the second."""
        verb = {"=compare": "=.versus"}.get(verb, verb)
        named = within.roles if within and verb == "=.versus" else ()
        if len(named) == 1:
            verb, but = f"=compare:{named[0]},", named[0]
        verb = verb if ":" in verb else f"{verb}:"
        rows = [self.one(title, f"{verb}{id}") for id, title in self._choices.roles.items() if id != but]
        return tuple(row for each in rows for row in each)

    def with_theme_button(self, reply: Reply, theme: Theme) -> Reply:
        """The reply with a button for its picture in the other theme."""
        if reply.picture is None or not reply.picture.decision:
            return reply
        other = "dark" if theme == "light" else "light"
        again = f"=.{other}:{_as_arguments(reply.picture.decision)}"
        return replace(reply, rows=(*reply.rows, *self.one(WORDS[f"theme_{other}"], again)))

    def with_thumbs(self, reply: Reply) -> Reply:
        """The reply with a last row to say what one thinks of it."""
        up, down = self.one(WORDS["thumb_up"], ".good"), self.one(WORDS["thumb_down"], ".bad")
        return replace(reply, rows=(*reply.rows, tuple(button for row in (*up, *down) for button in row)))

    # ----------------------------------------------------------------------------------------------------------

    def _follow_ups(self, answer: Answer) -> Rows:
        """A question back is answered where it stands, a follow-up below."""
        place = "=" if answer.outcome == "clarify" else ""
        steps = {step.decision for block in answer.blocks if isinstance(block, Checklist) for step in block.steps}
        offers = [offer for offer in answer.suggestions if offer.decision not in steps]
        rows = [self.one(offer.text, place + offer.decision) for offer in offers]
        return tuple(row for each in rows for row in each)

    def _steps(self, answer: Answer) -> Rows:
        """A button for each step of a checklist: it ticks or unticks where it stands."""
        rows = [
            self.one(WORDS["step_done" if step.done else "step_open"].format(step=step.text), f"={step.decision}")
            for block in answer.blocks
            if isinstance(block, Checklist)
            for step in block.steps
        ]
        return tuple(row for each in rows for row in each)

    def _keeping(self, answer: Answer, kept: Collection[str]) -> Rows:
        asked = {query.intent for query in answer.queries}
        if answer.outcome != "answered" or not asked <= ABOUT_ONE or len(answer.roles) != 1 or answer.roles[0] in kept:
            return ()
        return self.one(WORDS["keep"], f"keep:{answer.roles[0]}")

    def _turning(self, page: int, pages: int) -> tuple[Button, ...]:
        back = self.one(WORDS["page_back"], f"=.page:{page - 1}") if page else ()
        on = (
            self.one(WORDS["page_on"].format(page=page + 2, pages=pages), f"=.page:{page + 1}")
            if page + 1 < pages
            else ()
        )
        return tuple(button for row in (*back, *on) for button in row)


def caption(picture: Picture, titled: bool = True) -> str:
    """What the picture shows, in words, as far as Telegram has room; with its title, or without."""
    content = picture.content
    head = (html.bold(pictures.title(content)),) if titled and not isinstance(content, Card) else ()
    whole = "\n".join([*head, *map(html.in_full, pictures.in_blocks(content))])
    return html.messages([whole], html.LONGEST_CAPTION)[0]


def decision_of(arguments: Sequence[str]) -> str:
    """The decision in the arguments of a button for a picture: "pay,devops_engineer" says pay:devops_engineer."""
    return f"{arguments[0]}:{','.join(arguments[1:])}" if arguments else ""


def _as_arguments(decision: str) -> str:
    intent, _, arguments = decision.partition(":")
    return f"{intent},{arguments}" if arguments else intent


def _draws_at_once(answer: Answer, picture: Picture) -> bool:
    """A card and a map are made to be seen; a comparison and a few figures are read first, and drawn on demand."""
    match picture.content:
        case Card():
            return True
        case RoleMap():
            return len(picture.content.moves) >= DRAWN_AT_ONCE
        case PayRanges():
            asked = {query.intent for query in answer.queries}
            return len(picture.content.ranges) >= DRAWN_AT_ONCE and len(asked) == 1 and asked <= ABOUT_PAY
    return False
