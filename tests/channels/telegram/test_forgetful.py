"""The library's own part of the process remembers nobody."""

import asyncio
import gc

from telegram import Bot, Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from careerbot.bot.channels.telegram.forgetful import ForgetfulApplication

PERSON = 7_654_321_987
"""No other number like this in the process."""


def _update(bot: Bot) -> Update:
    person = {"id": PERSON, "is_bot": False, "first_name": "Ann", "type": "private"}
    message = {"message_id": 1, "date": 1_790_000_000, "chat": person, "from": person, "text": "pay"}
    return Update.de_json({"update_id": 1, "message": message}, bot)


def test_nobody() -> None:
    """After an update was handled, no set or mapping in the process has the id of who wrote."""
    answered = []

    async def answer(update: Update, context: object) -> None:
        answered.append(update.update_id)

    async def one() -> None:
        builder = ApplicationBuilder().token("1234567:nobody").updater(None)
        application = builder.application_class(ForgetfulApplication).build()
        application.add_handler(MessageHandler(filters.ALL, answer))
        application._initialized = True  # without a call to Telegram
        await application.process_update(_update(application.bot))
        assert answered == [1]
        held = [each for each in gc.get_objects() if type(each) in (set, dict) and PERSON in each]
        assert held == []

    asyncio.run(one())
