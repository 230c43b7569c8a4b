"""Inline mode: cards in any chat."""

from typing import Any

import pytest
from town import Town

from careerbot.bot.conversation import Adviser


def cards(town: Town, query: str) -> list[dict[str, Any]]:
    asked = town.person().inline(query)
    found: list[dict[str, Any]] = town.telegram.wait_answer(asked["query_id"])["results"]
    return found


def test_answer_first(town: Town) -> None:
    """The first card is the answer to what was typed: title, description, message."""
    card = cards(town, "sre vs devops")[0]

    assert card["title"] == "sre vs devops"
    assert "$10,000" in card["description"]
    assert "$10,000" in card["input_message_content"]["message_text"]


def test_empty_query_shows_popular_ones(town: Town) -> None:
    """Nothing typed yet: popular questions, then the roles."""
    titles = [card["title"] for card in cards(town, "")]

    assert titles[0] == "Which roles pay the most?"
    assert "Data Scientist" in titles


@pytest.mark.parametrize("query", ["сколько зарабатывает", "多少钱", "qwertz", "🤷"])
def test_unknown_language_lists_roles(town: Town, query: str, adviser: Adviser) -> None:
    """What is not understood still lists every role."""
    titles = {card["title"] for card in cards(town, query)}

    assert set(adviser.choices.roles.values()) <= titles


def test_first_letters(town: Town) -> None:
    """A name begun finds the roles that begin so."""
    assert "Blockchain Developer" in [card["title"] for card in cards(town, "block")]


def test_cached_and_not_personal(town: Town) -> None:
    """Cards depend on the query alone, so Telegram may keep them for everybody."""
    asked = town.person().inline("sre pay")
    answer = town.telegram.wait_answer(asked["query_id"])

    assert answer["cache_time"] > 0
    assert not answer.get("is_personal")


def test_hostile_query(town: Town) -> None:
    """Markup and the longest possible query are no trouble."""
    assert cards(town, "<b>sommelier</b> & co")
    assert cards(town, "x" * 256)


def test_chosen_card_is_not_answered(town: Town) -> None:
    """A card sent into the chat with the bot itself is a message through the bot: it is not answered."""
    ann = town.person()
    asked = ann.inline("sre pay")
    card = town.telegram.wait_answer(asked["query_id"])["results"][0]
    chosen = ann.choose(asked, card["id"], ann)
    town.settle()

    assert [message for message in ann.by_bot() if message["message_id"] > chosen["message_id"]] == []
    assert "$140,000" in next(m for m in ann.messages() if m["message_id"] == chosen["message_id"])["text"]
