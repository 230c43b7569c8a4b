"""Charts as Telegram keeps them: each is uploaded once, and sent by its file_id from then on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from hashlib import blake2b

from careerbot.bot.channels.telegram.keeping import FOREVER, Keeping
from careerbot.bot.channels.telegram.words import WORDS
from careerbot.bot.rendering import chart
from careerbot.intents.base import PayRanges

PATIENCE = 5.0
"""Seconds to wait for another chat's upload of the same chart."""
THEMES: dict[str, chart.Theme] = {"light": "light", "dark": "dark"}


class Charts:
    def __init__(self, keeping: Keeping, source: str) -> None:
        """`source`: the title of where the figures come from, named below each chart."""
        self._keeping = keeping
        self._source = source
        self._uploading: dict[str, asyncio.Lock] = {}

    @asynccontextmanager
    async def turn(self, pay: PayRanges, theme: chart.Theme) -> AsyncIterator[None]:
        """To be held while this chart is sent. Of two chats that want a new one at once, one uploads, the other waits.

        Not for long: the first may have been told to wait by Telegram, which is no concern of the second.
        """
        name = self._name(pay, theme)
        if await self._keeping.noted("chart", name):
            yield
            return
        uploading = self._uploading.setdefault(name, asyncio.Lock())
        first = False
        with suppress(TimeoutError):
            first = await asyncio.wait_for(uploading.acquire(), PATIENCE)
        try:
            yield
        finally:
            if first:
                uploading.release()

    async def file(self, pay: PayRanges, theme: chart.Theme) -> str | bytes:
        """The file_id of the chart, or the picture when it is not uploaded yet."""
        known = await self._keeping.noted("chart", self._name(pay, theme))
        if known:
            return known
        return await asyncio.to_thread(chart.draw, pay, theme, WORDS["chart_title"], self._note(pay))

    async def uploaded(self, pay: PayRanges, theme: chart.Theme, file_id: str) -> None:
        await self._keeping.note("chart", self._name(pay, theme), file_id, seconds=FOREVER)

    async def gone(self, pay: PayRanges, theme: chart.Theme) -> None:
        """Telegram no longer knows the file_id."""
        await self._keeping.drop("chart", self._name(pay, theme))

    async def theme(self, person: str) -> chart.Theme:
        return THEMES.get(await self._keeping.noted("theme", person) or "", "light")

    async def choose_theme(self, person: str, theme: chart.Theme) -> None:
        await self._keeping.note("theme", person, theme, person, FOREVER)

    def _name(self, pay: PayRanges, theme: chart.Theme) -> str:
        """The same for the same picture only."""
        rows = [(each.label, each.low, each.high, each.open_ended) for each in pay.ranges]
        seen = (chart.VERSION, theme, pay.ordered, rows, WORDS["chart_title"], self._note(pay))
        return blake2b(repr(seen).encode(), digest_size=12).hexdigest()

    def _note(self, pay: PayRanges) -> str:
        is_open = any(each.open_ended for each in pay.ranges)
        return "\n".join([WORDS["chart_note"].format(source=self._source), *([WORDS["chart_open"]] if is_open else [])])
