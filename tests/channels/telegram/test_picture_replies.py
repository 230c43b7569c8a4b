"""Which replies are pictures, without Telegram."""

from dataclasses import dataclass, field
from typing import cast

import pytest

from careerbot.bot.channels.telegram.button_data import ButtonData
from careerbot.bot.channels.telegram.replies import Replies, caption, decision_of
from careerbot.bot.conversation import Adviser, Choices
from careerbot.bot.memory import Memory
from careerbot.bot.picturing import Picturing
from careerbot.bot.rendering import telegram as html
from careerbot.bot.rendering.pictures.picture import Picture
from careerbot.intents.base import Answer, Block, Card, Move, PayRange, Query, RoleMap, Section, Text

CARD = Card(
    "DevOps Engineer",
    "to keep",
    (Section("Work", ("deploying & <watching>",)),),
    (PayRange("DevOps Engineer", "$130,000 to $175,000", 130_000, 175_000, open_ended=False),),
)
MOVE = Move("DevOps Engineer", "Site Reliability Engineer", "same", "scripting")
MOVES = RoleMap(tuple(MOVE._replace(end=f"Role {n}") for n in range(4)))


@dataclass
class Shop:
    """An adviser with one answer, which `change` makes another."""

    block: Block
    choices: Choices = field(default_factory=lambda: Choices({"devops_engineer": "DevOps Engineer"}, {}))

    def decide(self, decision: str, memory: Memory) -> tuple[Answer, Memory]:
        return self.answer() if decision == "card:devops_engineer" else Answer((Text("what?"),)), memory

    def answer(self) -> Answer:
        return Answer((Text("Here:"), self.block), queries=(Query("card", roles=("devops_engineer",)),))


def replies(shop: Shop, charts: bool = True) -> Replies:
    picturing = Picturing(cast("Adviser", shop)) if charts else None
    return Replies(shop.choices, ButtonData(shop.choices), picturing)


def labels(rows: object) -> list[str]:
    return [button.text for row in cast("tuple[tuple[object, ...], ...]", rows) for button in row]  # type: ignore[attr-defined]


@pytest.mark.parametrize("block", [CARD, MOVES])
def test_made_to_be_seen(block: Block) -> None:
    """A card and a map are pictures at once, with a button for the other theme, and all of it in words."""
    reply = replies(Shop(block)).of(Shop(block).answer())
    themed = replies(Shop(block)).with_theme_button(reply, "light")

    assert reply.picture == Picture(block, "card:devops_engineer")  # type: ignore[arg-type]
    assert [button.data for row in themed.rows for button in row] == ["1|=.dark:card,devops_engineer"]
    assert html.in_full(block) in reply.parts[0]


def test_few_moves_are_drawn_on_demand() -> None:
    """Two or three moves are read faster than a map of them."""
    few = RoleMap(MOVES.moves[:2])
    reply = replies(Shop(few)).of(Shop(few).answer())

    assert reply.picture is None
    assert labels(reply.rows) == ["🖼 Show as a picture"]


@pytest.mark.parametrize("block", [CARD, MOVES])
def test_words_where_nothing_can_be_drawn(block: Block) -> None:
    """Without matplotlib the same is said in words, and no button promises a picture."""
    reply = replies(Shop(block), charts=False).of(Shop(block).answer())

    assert (reply.picture, reply.rows) == (None, ())
    assert html.in_full(block) in reply.parts[0]
    assert replies(Shop(block), charts=False).picture("card:devops_engineer", Memory()) is None


def test_no_button_leads_to_another_picture() -> None:
    """What no decision leads to has no button for the other theme."""
    shop = Shop(CARD)
    answer = shop.answer()
    shop.block = CARD._replace(subtitle="something else by now")
    reply = replies(shop).of(answer)

    assert reply.picture == Picture(CARD, "")
    assert replies(shop).with_theme_button(reply, "light") == reply


def test_caption_has_room() -> None:
    """However much is on the picture, the caption is one that Telegram takes, cut at the end of a line."""
    long = CARD._replace(sections=(Section("Work", ("x" * 200,) * 12),))
    words = caption(Picture(long, ""))

    assert html.length(words) <= html.LONGEST_CAPTION
    assert words.endswith("x" * 200)


def test_decision_in_a_button() -> None:
    """A decision is written as arguments of a button and read back."""
    assert decision_of(("compare", "devops_engineer", "data_scientist")) == "compare:devops_engineer,data_scientist"
    assert decision_of(("rank",)) == "rank:"
    assert decision_of(()) == ""


def test_every_order_of_all_roles_fits(adviser: Adviser) -> None:
    """Ten roles with numbers fit into the 64 bytes of a button, in either theme."""
    data = ButtonData(adviser.choices)
    roles = tuple(adviser.choices.roles)
    for verb in (".chart", "=.light", "=.dark"):
        written = data.write(f"{verb}:pay#,{','.join(reversed(roles))}")
        assert written is not None
        assert decision_of(data.read(written).arguments) == f"pay#:{','.join(reversed(roles))}"
