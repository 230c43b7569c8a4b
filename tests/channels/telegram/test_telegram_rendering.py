"""Answers as Telegram's HTML: escaped, cut at the borders of blocks, never too long."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.bot.rendering import telegram
from careerbot.intents.base import (
    Answer,
    Block,
    Bullets,
    Card,
    Checklist,
    Document,
    PayRange,
    PayRanges,
    Section,
    Step,
    Table,
    Text,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LONG = st.builds(lambda words, times: words * times, TEXTS, st.integers(1, 200))
CELLS = st.lists(TEXTS, min_size=1, max_size=4).map(tuple)
RANGES = st.builds(PayRange, TEXTS, TEXTS, st.integers(1, 10**6), st.integers(1, 10**6), st.booleans())
STEPS = st.builds(Step, LONG, st.booleans(), TEXTS)
BLOCKS = st.one_of(
    st.builds(Text, LONG),
    st.builds(Bullets, st.lists(LONG, max_size=30).map(tuple), TEXTS, st.booleans()),
    st.builds(Table, CELLS, st.lists(CELLS, max_size=20).map(tuple)),
    st.builds(PayRanges, st.lists(RANGES, max_size=30).map(tuple), ordered=st.booleans()),
    st.builds(Checklist, st.lists(STEPS, max_size=30).map(tuple), TEXTS),
    st.builds(
        Card,
        TEXTS,
        TEXTS,
        st.lists(st.builds(Section, TEXTS, st.lists(LONG, max_size=9).map(tuple)), max_size=9).map(tuple),
        st.lists(RANGES, max_size=9).map(tuple),
    ),
    st.builds(Document, TEXTS, LONG),
)


class Balance(HTMLParser):
    """Fails on tags that do not pair up, or that we never use."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert (tag, attrs) in (("b", []), ("i", []))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, max_size=6).map(tuple), st.integers(0, 3))
def test_any_answer_is_sendable(blocks: tuple[Block, ...], page: int) -> None:
    """Whatever an answer holds, each message is well-formed, not too long, and has not too many tags."""
    for message in telegram.messages(telegram.blocks(Answer(blocks), page)):
        balance = Balance()
        balance.feed(message)
        balance.close()
        assert balance.open == []
        assert telegram.length(message) <= telegram.LONGEST_MESSAGE
        assert message.count("</") <= telegram.MOST_TAGS


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Text, LONG), min_size=1, max_size=6).map(tuple))
def test_nothing_is_lost(blocks: tuple[Text, ...]) -> None:
    """Cut into messages, every word is still there, in order."""
    shown = "".join(unescape(part) for part in telegram.messages(telegram.blocks(Answer(blocks))))
    meant = "".join(unescape(telegram.text(block.text)) for block in blocks)

    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", meant)


def test_cut_at_blocks() -> None:
    """A long answer is cut between blocks, not within one."""
    blocks = tuple(Text(f"{n} " + "x" * 1500) for n in range(5))
    parts = telegram.messages(telegram.blocks(Answer(blocks)))

    assert [part[0] for part in parts] == ["0", "2", "4"]
    assert all("\n\n" in part for part in parts[:2])


def test_emoji_count_double() -> None:
    """Telegram counts in UTF-16: an emoji is two."""
    assert telegram.length("🚀") == 2
    assert len(telegram.messages([telegram.text("🚀" * 3000)])) == 2


def test_escaped() -> None:
    """Angle brackets and ampersands are shown, not obeyed."""
    assert telegram.text("<b>&amp;") == "&lt;b&gt;&amp;amp;"


@pytest.mark.parametrize(("items", "pages"), [(0, 1), (12, 1), (13, 2), (30, 3)])
def test_pages(items: int, pages: int) -> None:
    """A list longer than a page is shown page by page, numbered through."""
    answer = Answer((Bullets(tuple(f"item {n}" for n in range(items)), "Title", ordered=True),))

    assert telegram.pages(answer) == pages
    shown = "\n".join(line for page in range(pages) for line in telegram.blocks(answer, page))
    assert [f"{n + 1}. item {n}" in shown for n in range(items)] == [True] * items
