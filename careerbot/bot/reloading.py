"""New knowledge for a service that runs: checked first, and taken only when nothing is wrong with it."""

import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from careerbot.bot.compiled import load_adviser, state_of
from careerbot.bot.conversation import Adviser
from careerbot.bot.folders import OwnFolders
from careerbot.bot.garbage import settle
from careerbot.knowledge.problems import KnowledgeErrors

log = logging.getLogger(__name__)

LOOKED_AT = 2.0
"""Seconds between two looks for changes. What is found must be the same twice: an editor may still be writing."""
MOST_TOLD = 20
"""Problems that go to the log; `careerbot check` tells all."""

Done = Callable[[bool], None]


class Reloading:
    def __init__(self, own: OwnFolders, employ: Callable[[Adviser], None], done: Done = lambda _: None) -> None:
        """`own`: own folders of knowledge. `employ`: takes the new adviser. `done`: is told whether it went well."""
        self._own = own
        self._employ = employ
        self._done = done
        self._busy = asyncio.Lock()
        self._running = self._state()

    async def reload(self) -> bool:
        """Whether the new knowledge is in use. Of what is wrong, the log tells file and line."""
        async with self._busy:
            self._running = self._state()
            try:
                adviser = await self._prepared()
            except (OSError, KnowledgeErrors) as error:  # a file changed once more meanwhile
                log.error("The knowledge could not be read anew (%s); the one before stays in use", error)
                adviser = None
            if adviser:
                self._employ(adviser)
                settle()
                log.info("New knowledge is in use")
            self._done(adviser is not None)
            return adviser is not None

    async def watch(self) -> None:
        """Reload when files change, until cancelled."""
        before = self._running
        while True:
            await asyncio.sleep(LOOKED_AT)
            now = self._state()
            if now != self._running and now == before:
                await self.reload()
            before = now

    async def _prepared(self) -> Adviser | None:
        with TemporaryDirectory(prefix="careerbot-") as cache:
            folders = [str(folder) if folder else "" for folder in self._own]
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "careerbot.bot.preparing", *folders, cache),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
            )
            try:
                told, _ = await process.communicate()
            finally:
                if process.returncode is None:
                    process.kill()
            if process.returncode:
                problems = told.decode("utf-8", "replace").strip().splitlines()
                log.error("The new knowledge has problems; the one before stays in use")
                for problem in problems[:MOST_TOLD]:
                    log.error("%s", problem)
                return None
            return await asyncio.to_thread(lambda: load_adviser(*self._own.found(), Path(cache)).prepare())

    def _state(self) -> int:
        try:
            return state_of(*self._own.found())
        except OSError:  # a file is just being replaced
            return 0


def begin_reloading(reloading: Reloading, watch: bool) -> asyncio.Task[None]:
    """On SIGHUP, and with `watch` on a change of files, until the task is cancelled."""
    loop = asyncio.get_running_loop()
    asked = asyncio.Event()
    if hasattr(signal, "SIGHUP"):
        loop.add_signal_handler(signal.SIGHUP, asked.set)

    async def on_request() -> None:
        while True:
            await asked.wait()
            asked.clear()
            await reloading.reload()

    async def both() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(on_request())
            if watch:
                group.create_task(reloading.watch())

    return loop.create_task(both())
