"""Pictures as Telegram keeps them: each is uploaded once, and sent by its file_id from then on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from careerbot.bot.channels.telegram.keeping import FOREVER, Keeping
from careerbot.bot.rendering.pictures import drawing
from careerbot.bot.rendering.pictures.picture import Drawable
from careerbot.bot.rendering.pictures.style import THEMES, Theme

PATIENCE = 5.0
"""Seconds to wait for another chat's upload of the same picture."""


class Charts:
    def __init__(self, keeping: Keeping, source: str) -> None:
        """`source`: the title of where the figures come from, named below each picture."""
        self._keeping = keeping
        self._source = source
        self._uploading: dict[str, asyncio.Lock] = {}

    @asynccontextmanager
    async def turn(self, content: Drawable, theme: Theme) -> AsyncIterator[None]:
        """To be held while this picture is sent. Of two chats that want a new one, one uploads, the other waits.

        Not for long: the first may have been told to wait by Telegram, which is no concern of the second.
        """
        name = self._name(content, theme)
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

    async def file(self, content: Drawable, theme: Theme) -> str | bytes:
        """The file_id of the picture, or the picture itself when it is not uploaded yet."""
        known = await self._keeping.noted("chart", self._name(content, theme))
        if known:
            return known
        return await asyncio.to_thread(drawing.draw, content, theme, self._source)

    async def uploaded(self, content: Drawable, theme: Theme, file_id: str) -> None:
        await self._keeping.note("chart", self._name(content, theme), file_id, seconds=FOREVER)

    async def gone(self, content: Drawable, theme: Theme) -> None:
        """Telegram no longer knows the file_id."""
        await self._keeping.drop("chart", self._name(content, theme))

    async def theme(self, person: str) -> Theme:
        return THEMES.get(await self._keeping.noted("theme", person) or "", "light")

    async def choose_theme(self, person: str, theme: Theme) -> None:
        await self._keeping.note("theme", person, theme, person, FOREVER)

    def _name(self, content: Drawable, theme: Theme) -> str:
        return drawing.name_of(content, theme, self._source)
