"""The bot behind a webhook, as a process of its own: the same application, with an ASGI server before it."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import uvicorn
from telegram.ext import ApplicationBuilder

from careerbot.bot.channels.telegram.application import build
from careerbot.bot.channels.telegram.intake import HANDLED, Intake
from careerbot.bot.channels.telegram.keeping import Keeping
from careerbot.bot.channels.telegram.redaction import log_without_token
from careerbot.bot.channels.telegram.token import take_token
from careerbot.bot.channels.telegram.webhook import Webhook
from careerbot.bot.compiled import load_adviser
from careerbot.bot.settings import Settings
from careerbot.bot.stores.sqlite_records import SqliteRecordStore

PATH = "/telegram/hook"
SECRET = "a-secret-of-the-test"  # noqa: S105


async def serve(state: Path, port: int) -> None:
    token, api = take_token(os.environ), os.environ["CAREERBOT_TELEGRAM_API"]
    log_without_token(token, 20)
    with SqliteRecordStore(state / "memory.sqlite3") as store:
        keeping = Keeping(store, bot=int(token.partition(":")[0]))
        builder = ApplicationBuilder().token(token).base_url(f"{api}/bot")
        async with build(builder, load_adviser(cache=Settings.read().cache), keeping) as application:
            hook = Webhook(Intake(application, keeping), PATH, SECRET)
            server = uvicorn.Server(uvicorn.Config(hook, port=port, log_config=None, timeout_graceful_shutdown=5))
            running = asyncio.create_task(server.serve())
            while not server.started:
                await asyncio.sleep(0.01)
            url = f"http://127.0.0.1:{port}{PATH}"
            await application.bot.set_webhook(url, secret_token=SECRET, allowed_updates=HANDLED)
            await running


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2])))
