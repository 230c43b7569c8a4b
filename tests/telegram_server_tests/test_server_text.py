"""Texts: lengths, emptiness, HTML, entities."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram_server import Person
from telegram_server.errors import ApiError
from telegram_server.text.find import found_entities
from telegram_server.text.formatted import formatted
from telegram_server.text.html import parse_html
from telegram_server.text.units import cut, units

from telegram_server_tests.calling import Api, words


@pytest.mark.parametrize("text", ["x" * 4096, "🙂" * 2048, "<b>" + "x" * 4096 + "</b>"])
def test_longest_text(api: Api, ann: Person, text: str) -> None:
    """4096 UTF-16 units after entity parsing are allowed."""
    assert units(api("sendMessage", chat_id=ann.id, text=text, parse_mode="HTML")["text"]) == 4096


@pytest.mark.parametrize("text", ["x" * 4097, "🙂" * 2049, "&lt;" * 4097])
def test_too_long_text(api: Api, ann: Person, text: str) -> None:
    """One more is too long."""
    assert words(api("sendMessage", chat_id=ann.id, text=text, parse_mode="HTML")) == "Bad Request: message is too long"


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Bad Request: message text is empty"),
        (" \n", "Bad Request: text must be non-empty"),
        ("<b> </b>", "Bad Request: text must be non-empty"),
    ],
)
def test_empty_text(api: Api, ann: Person, text: str, description: str) -> None:
    """An empty text is refused."""
    assert description == words(api("sendMessage", chat_id=ann.id, text=text, parse_mode="HTML"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("é<foo>x", 'Unsupported start tag "foo" at byte offset 2'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="http://x.org', "Unclosed start tag at byte offset 0"),
        ("<a href=http://x.org>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html(text: str, complaint: str) -> None:
    """HTML that Telegram can't read is refused in its words."""
    with pytest.raises(ApiError) as raised:
        parse_html(text)

    assert f"Bad Request: can't parse entities: {complaint}" == raised.value.description


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("<b>🙂a</b>", "🙂a", [{"type": "bold", "offset": 0, "length": 3}]),
        ("&lt;&amp;&gt;&quot;&#65;&#x42;&nbsp;", '<&>"AB&nbsp;', []),
        ("<i></i>x", "x", []),
        (
            "<b>a<i>b</i></b>",
            "ab",
            [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 1}],
        ),
        (
            '<a href="https://x.org/?a=1&amp;b">l</a>',
            "l",
            [{"type": "text_link", "offset": 0, "length": 1, "url": "https://x.org/?a=1&b"}],
        ),
        (
            '<pre><code class="language-py">x</code></pre>',
            "x",
            [{"type": "pre", "offset": 0, "length": 1, "language": "py"}],
        ),
        ("<blockquote expandable>q</blockquote>", "q", [{"type": "expandable_blockquote", "offset": 0, "length": 1}]),
        ("<tg-spoiler>q</tg-spoiler>", "q", [{"type": "spoiler", "offset": 0, "length": 1}]),
    ],
)
def test_html(text: str, plain: str, entities: list[Any]) -> None:
    """Tags become entities counted in UTF-16 units."""
    assert (plain, entities) == parse_html(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_escaped_text_comes_back(text: str) -> None:
    """Any text with <, > and & escaped is read as it was."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert (text, []) == parse_html(escaped)


@given(st.text(alphabet="<>/b i&a=\"'lt;\n🙂", max_size=30))
def test_html_never_breaks_the_server(text: str) -> None:
    """Whatever comes is read or refused; entities lie inside the text."""
    try:
        plain, entities = formatted(text, "HTML", None)
    except ApiError:
        return

    assert all(0 <= item["offset"] < item["offset"] + item["length"] <= units(plain) for item in entities)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/ask@bot_1 hi", [("bot_command", "/ask@bot_1")]),
        ("hi /pay, or a/b", [("bot_command", "/pay")]),
        ("🙂 @career_bot!", [("mention", "@career_bot")]),
        ("me@x.org @abc", [("email", "me@x.org")]),
        ("see https://x.org/a_(b)?c=1. And x.com", [("url", "https://x.org/a_(b)?c=1"), ("url", "x.com")]),
        ("#sre #1 $USD", [("hashtag", "#sre"), ("cashtag", "$USD")]),
        ("CI/CD and TCP/IP", []),
    ],
)
def test_found_entities(text: str, found: list[tuple[str, str]]) -> None:
    """Commands, mentions, addresses and tags are found where Telegram finds them."""
    assert found == [(item["type"], cut(text, item["offset"], item["length"])) for item in found_entities(text)]


def test_given_entities(api: Api, ann: Person) -> None:
    """Entities may be given instead of a parse mode; they must lie in the text."""
    bold = {"type": "bold", "offset": 0, "length": 2}

    assert [bold] == api("sendMessage", chat_id=ann.id, text="hi you", entities=[bold])["entities"]
    assert "ends after the end of the text" in words(api("sendMessage", chat_id=ann.id, text="h", entities=[bold]))


def test_trimming(api: Api, ann: Person) -> None:
    """Spaces around a text go, with the entities moved."""
    sent = api("sendMessage", chat_id=ann.id, text="\n <b>x</b> \n", parse_mode="HTML")

    assert (sent["text"], sent["entities"]) == ("x", [{"type": "bold", "offset": 0, "length": 1}])


def test_mention_by_id(api: Api, ann: Person) -> None:
    """A link to a known user is a mention that carries the user."""
    sent = api("sendMessage", chat_id=ann.id, text=f'<a href="tg://user?id={ann.id}">A</a>', parse_mode="HTML")

    assert ("text_mention", ann.id) == (sent["entities"][0]["type"], sent["entities"][0]["user"]["id"])


def test_unknown_parse_mode(api: Api, ann: Person) -> None:
    """Only modes that exist."""
    assert (
        words(api("sendMessage", chat_id=ann.id, text="x", parse_mode="RTF")) == "Bad Request: unsupported parse_mode"
    )
