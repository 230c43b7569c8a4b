"""The webhook as Telegram knows it: set at the start, and looked at from time to time.

Whoever has the token can set another one, which Telegram tells nobody. It is not set again then: two installations with
one token would take it from each other for ever, and each would answer some of the people.
"""

import asyncio
import logging
from dataclasses import dataclass

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from careerbot.bot.channels.telegram.intake import HANDLED

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Registration:
    bot: Bot
    url: str
    """Where Telegram is to bring updates, path and all."""
    secret: str
    connections: int
    stands: bool = False
    """Telegram brings updates to this address, as far as we know."""

    async def register(self) -> None:
        await self.bot.set_webhook(
            self.url, secret_token=self.secret, max_connections=self.connections, allowed_updates=HANDLED
        )
        self.stands = True

    async def watch(self, every: float) -> None:
        """Look every so many seconds, until cancelled."""
        while True:
            await asyncio.sleep(every)
            await self.look()

    async def look(self) -> None:
        """Find out whether it still stands. Telegram out of reach says nothing about it."""
        try:
            url = (await self.bot.get_webhook_info()).url
        except InvalidToken:
            self._found(False, "Telegram no longer knows this bot token: renew it here, and start anew")
        except TelegramError as error:
            log.debug("The webhook could not be looked at: %s", error.message)
        else:
            other = "was set to another address" if url else "was taken away"
            self._found(
                url == self.url, f"The webhook {other} by somebody who has this token; start anew to take it back"
            )

    def _found(self, stands: bool, otherwise: str) -> None:
        if self.stands and not stands:
            log.error("%s", otherwise)
        elif stands and not self.stands:
            log.warning("The webhook is ours again")
        self.stands = stands
