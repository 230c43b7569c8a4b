"""An Answer as Telegram shows it: messages, buttons, a picture."""

from dataclasses import dataclass, replace

from careerbot.bot.channels.telegram.button_data import ButtonData
from careerbot.bot.channels.telegram.buttons import Button, Rows
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Choices
from careerbot.bot.rendering import telegram as html
from careerbot.bot.rendering.chart import Theme
from careerbot.intents.base import Answer, PayRanges

DRAWN_AT_ONCE = 4
"""Ranges from which a question about pay gets the picture without asking."""
WORTH_DRAWING = 2
ABOUT_PAY = frozenset({"pay", "rank"})


@dataclass(frozen=True, slots=True)
class Picture:
    pay: PayRanges
    roles: str
    """The roles as a button names them: for the same chart in the other theme."""


@dataclass(frozen=True, slots=True)
class Reply:
    parts: tuple[str, ...]
    """HTML, each part a message of its own."""
    rows: Rows = ()
    """Buttons under the last part."""
    picture: Picture | None = None


class Replies:
    def __init__(self, choices: Choices, data: ButtonData, charts: bool) -> None:
        """`charts`: whether pictures can be drawn here."""
        self._choices = choices
        self._data = data
        self._charts = charts
        self._ids = {title: id for id, title in choices.roles.items()}

    def of(self, answer: Answer, heading: str = "", page: int = 0) -> Reply:
        """The reply for an answer. `heading`: what a button said, as the press left no message."""
        blocks = html.blocks(answer, page)
        if heading:
            blocks = [html.italic(WORDS["heading"].format(text=heading)), *blocks]
        pay = self._ranges(answer)
        picture = Picture(pay, self._roles_of(pay)) if pay and self._draws_at_once(answer, pay) else None
        rows: list[tuple[Button, ...]] = []
        if html.pages(answer) > 1:
            rows.append(self._turning(page, html.pages(answer)))
        rows += self._follow_ups(answer)
        if pay and not picture:
            rows += self.one(WORDS["as_chart"], f".chart:{self._roles_of(pay)}")
        if answer.outcome == "clarify" and not answer.suggestions and answer.queries:
            rows += self.of_roles(f"={answer.queries[0].intent}", within=answer)
        return Reply(tuple(html.messages(blocks)), tuple(rows), picture)

    def chart(self, answer: Answer) -> Reply | None:
        """Only the picture of an answer, with what it shows in words; None when there is nothing to draw."""
        pay = self._ranges(answer)
        if pay is None:
            return None
        words = f"{html.bold(WORDS['chart_title'])}\n{html.ranges_as_text(pay)}"
        return Reply((words,), picture=Picture(pay, self._roles_of(pay)))

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
        if reply.picture is None:
            return reply
        other = "dark" if theme == "light" else "light"
        roles = reply.picture.roles
        return replace(reply, rows=(*reply.rows, *self.one(WORDS[f"theme_{other}"], f"=.{other}:{roles}")))

    def with_thumbs(self, reply: Reply) -> Reply:
        """The reply with a last row to say what one thinks of it."""
        up, down = self.one(WORDS["thumb_up"], ".good"), self.one(WORDS["thumb_down"], ".bad")
        return replace(reply, rows=(*reply.rows, tuple(button for row in (*up, *down) for button in row)))

    # ----------------------------------------------------------------------------------------------------------

    def _follow_ups(self, answer: Answer) -> Rows:
        """A question back is answered where it stands, a follow-up below."""
        place = "=" if answer.outcome == "clarify" else ""
        rows = [self.one(offer.text, place + offer.decision) for offer in answer.suggestions]
        return tuple(row for each in rows for row in each)

    def _turning(self, page: int, pages: int) -> tuple[Button, ...]:
        back = self.one(WORDS["page_back"], f"=.page:{page - 1}") if page else ()
        on = (
            self.one(WORDS["page_on"].format(page=page + 2, pages=pages), f"=.page:{page + 1}")
            if page + 1 < pages
            else ()
        )
        return tuple(button for row in (*back, *on) for button in row)

    def _ranges(self, answer: Answer) -> PayRanges | None:
        if not self._charts:
            return None
        drawn = (
            block for block in answer.blocks if isinstance(block, PayRanges) and len(block.ranges) >= WORTH_DRAWING
        )
        pay = next(drawn, None)
        return pay if pay and all(each.label in self._ids for each in pay.ranges) else None

    def _draws_at_once(self, answer: Answer, pay: PayRanges) -> bool:
        asked = {query.intent for query in answer.queries}
        return len(pay.ranges) >= DRAWN_AT_ONCE and len(asked) == 1 and asked <= ABOUT_PAY

    def _roles_of(self, pay: PayRanges) -> str:
        roles = [self._ids[each.label] for each in pay.ranges]
        return "all" if roles == list(self._choices.roles) else ",".join(roles)
