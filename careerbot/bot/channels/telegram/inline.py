"""Inline mode: "@our_bot sre vs devops" in any chat gives cards to send."""

from hashlib import blake2b
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.error import BadRequest
from telegram.ext import CallbackContext
from telegram.helpers import create_deep_linked_url

from careerbot.bot.channels.telegram.events import this_turn
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.memory import Memory
from careerbot.bot.rendering import telegram as html
from careerbot.bot.rendering.clean import whole
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Answer

Context = CallbackContext[Any, Any, Any, Any]

KEPT = 300
"""Seconds that Telegram may give the same cards for the same query, to anybody: they depend on nothing else."""
MOST = 20
TITLE = 64
DESCRIPTION = 120
POPULAR = ("rank:", "list_roles:", "patterns:", "meta_skills:")


class InlineCards:
    def __init__(self, adviser: Adviser) -> None:
        self._adviser = adviser

    async def asked(self, update: Update, context: Context) -> None:
        query = update.inline_query
        if query is None:
            return
        cards = self.cards(query.query, context.bot.username)
        try:
            await query.answer(
                cards,
                cache_time=KEPT,
                is_personal=False,
                button=InlineQueryResultsButton(WORDS["inline_button"], start_parameter="inline"),
            )
        except BadRequest as error:
            if "query is too old" not in error.message.lower():
                raise

    def cards(self, text: str, bot: str) -> list[InlineQueryResultArticle]:
        """The answer first, then what could be asked next; without a usable query, what is popular and every role."""
        found: dict[str, tuple[str, Answer]] = {}
        text = whole(text).strip()
        if text:
            answer, _ = self._adviser.respond(text, Memory())
            this_turn().heard(answer)
            if answer.outcome not in ("out_of_scope", "small_talk") and answer.profile is None:  # nothing is kept here
                found["asked"] = (text, answer)
            for offer in answer.suggestions if "asked" in found else ():
                found[offer.decision] = (offer.text, self._adviser.decide(offer.decision, Memory())[0])
            for id in self._beginning_with(text):
                found[f"overview:{id}"] = (self._adviser.choices.roles[id], self._overview(id))
        if not found:
            for decision in POPULAR:
                answer, _ = self._adviser.decide(decision, Memory())
                found[decision] = (WORDS[f"popular_{decision[:-1]}"], answer)
            for id, title in self._adviser.choices.roles.items():
                found[f"overview:{id}"] = (title, self._overview(id))
        return [_card(text, key, title, answer, bot) for key, (title, answer) in list(found.items())[:MOST]]

    def _overview(self, role: str) -> Answer:
        return self._adviser.decide(f"overview:{role}", Memory())[0]

    def _beginning_with(self, text: str) -> list[str]:
        """Roles with a word that the query begins: something to see from the first letter on."""
        begun = text.lower()
        roles = self._adviser.choices.roles.items()
        return [
            id for id, title in roles if any(word.startswith(begun) for word in (title.lower(), *title.lower().split()))
        ]


def _card(query: str, key: str, title: str, answer: Answer, bot: str) -> InlineQueryResultArticle:
    blocks = html.blocks(answer)
    message = html.messages([html.bold(title), *blocks])[0]
    first = " ".join(plain(answer).split())
    return InlineQueryResultArticle(
        id=blake2b(f"{query}|{key}".encode(), digest_size=12).hexdigest(),
        title=_short(title, TITLE),
        description=_short(first, DESCRIPTION),
        input_message_content=InputTextMessageContent(
            message, parse_mode="HTML", link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=InlineKeyboardMarkup.from_button(
            InlineKeyboardButton(WORDS["inline_more"], url=create_deep_linked_url(bot, "inline"))
        ),
    )


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
