"""The bot as python-telegram-bot's Application: every part put together, nothing started."""

import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from careerbot.bot.channels.telegram.button_data import ButtonData
from careerbot.bot.channels.telegram.charting import Charts
from careerbot.bot.channels.telegram.commands import Commands
from careerbot.bot.channels.telegram.delivery import Delivery, say
from careerbot.bot.channels.telegram.desk import Desk
from careerbot.bot.channels.telegram.explaining import Explaining
from careerbot.bot.channels.telegram.failures import Failures
from careerbot.bot.channels.telegram.forgetful import ForgetfulApplication
from careerbot.bot.channels.telegram.inline import InlineCards
from careerbot.bot.channels.telegram.intake import App
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.messages import Messages
from careerbot.bot.channels.telegram.operating import Operating
from careerbot.bot.channels.telegram.order import ConversationOrder
from careerbot.bot.channels.telegram.pacing import Pacing
from careerbot.bot.channels.telegram.pickers import Pickers
from careerbot.bot.channels.telegram.places import place_of
from careerbot.bot.channels.telegram.presses import Presses
from careerbot.bot.channels.telegram.replies import Replies
from careerbot.bot.channels.telegram.request import AiohttpRequest
from careerbot.bot.channels.telegram.together import together
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.conversation import Adviser
from careerbot.bot.picturing import Picturing
from careerbot.bot.rendering.pictures import drawing

log = logging.getLogger(__name__)

Builder = ApplicationBuilder[Any, Any, Any, Any, Any, Any]


@dataclass(slots=True)
class _Notice:
    """Tells a person who floods that we slow down. The bot is known only once the application is built."""

    application: App | None = None

    async def __call__(self, update: Update) -> None:
        place = place_of(update.effective_message) if update.effective_message else None
        if self.application is None or place is None:
            return
        with suppress(TelegramError):
            await say(self.application.bot, place, WORDS["flood"])


def build(builder: Builder, adviser: Adviser, keeping: Keeping, operating: Operating) -> App:
    """The Application for this builder, which has the token in it. The caller starts it: see running.py."""
    notice = _Notice()
    application: App = (
        builder.request(AiohttpRequest())
        .get_updates_request(AiohttpRequest(connections=2))
        .application_class(ForgetfulApplication)
        .updater(None)
        .rate_limiter(Pacing(events=keeping.events))
        .concurrent_updates(ConversationOrder(together(keeping), notice))
        .build()
    )
    notice.application = application
    employ(application, adviser, keeping, operating)
    application.add_error_handler(Failures().failed)
    return application


def employ(application: App, adviser: Adviser, keeping: Keeping, operating: Operating) -> None:
    """Have this adviser answer from now on. What is being answered is left to the one before."""
    data = ButtonData(adviser.choices)
    picturing = Picturing(adviser)
    charts = Charts(keeping, picturing.source)
    replies = Replies(adviser.choices, data, picturing if drawing.can_draw() else None)
    delivery = Delivery(application.bot, charts, replies)
    pickers = Pickers(adviser, replies, operating.notebook.days if operating.notebook else 0)
    desk = Desk(adviser, keeping, delivery, replies, pickers, operating)
    messages = Messages(desk, Commands(adviser), Explaining(adviser, keeping, operating))
    presses = Presses(desk, data, charts)
    application.handlers[0] = [
        MessageHandler(filters.UpdateType.MESSAGE, messages.new),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, messages.edited),
        CallbackQueryHandler(presses.pressed),
        InlineQueryHandler(InlineCards(adviser).asked),
    ]
