"""A bare echo bot on careerbot's own library, HTTP server and client: what the plumbing costs without an adviser.

PORT=… API=… SECRET=… python -m load.echo_on_the_library
"""

import asyncio
import hmac
import json
import os
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters

from careerbot.bot.channels.telegram.http import http_server, listening
from careerbot.bot.channels.telegram.request import AiohttpRequest
from careerbot.bot.channels.telegram.webhook import SECRET, Receive, Scope, Send, respond

App = Application[Any, Any, Any, Any, Any, Any]


class Echo:
    def __init__(self, application: App, secret: bytes) -> None:
        self._application = application
        self._secret = secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        if not hmac.compare_digest(headers.get(SECRET, b""), self._secret):
            await respond(send, 403)
            return
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        await self._application.process_update(Update.de_json(json.loads(body), self._application.bot))
        await respond(send, 200)


async def answer(update: Update, context: object) -> None:  # noqa: ARG001
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


async def main() -> None:
    api = os.environ["API"]
    token = os.environ["TOKEN"]
    builder = ApplicationBuilder().token(token).base_url(f"{api}/bot").updater(None)
    application = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest()).build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    await application.initialize()
    server = http_server(Echo(application, os.environ["SECRET"].encode()), grace=1)
    await server.serve([listening(f"127.0.0.1:{os.environ['PORT']}")])


asyncio.run(main())
