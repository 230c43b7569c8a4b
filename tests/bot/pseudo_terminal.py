"""A person at a terminal: a real pseudo-terminal, with pyte as the screen.

Nothing here waits for a time to pass: it reads until the screen shows what is expected, and fails after PATIENCE.
"""

import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds until a screen that does not show what is expected fails the test."""


class _Screen(pyte.Screen):
    """Answers the program, which asks where the cursor is, as a terminal does."""

    def __init__(self, columns: int, rows: int, answer: Callable[[str], object]) -> None:
        super().__init__(columns, rows)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        self._answer(data)


class PseudoTerminal:
    def __init__(self, command: list[str], environment: Mapping[str, str], columns: int = 80, rows: int = 60) -> None:
        self.raw = b""
        """Everything the program wrote."""
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            command[1:],
            env={"TERM": "xterm-256color", **environment},
            dimensions=(rows, columns),
        )
        self._child.delaybeforesend = None
        self._screen = _Screen(columns, rows, self._child.send)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._child.close(force=True)

    @property
    def text(self) -> str:
        """What the screen shows, without the empty room to the right and below."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def type(self, keys: str | bytes) -> None:
        self._child.send(keys)

    def enter(self, line: str) -> None:
        """At the prompt, type a line and wait until it is answered: a fresh prompt stands below."""
        self.until(lambda: self.at_prompt)
        self.type(line)
        if line.strip():
            self.until(lambda: not self.at_prompt and line.split("\n")[-1] in self.text)
        before = len(self.raw)
        self.type("\r")
        self.until(lambda: len(self.raw) > before and self.at_prompt)

    @property
    def at_prompt(self) -> bool:
        """The last line of the screen is an empty prompt."""
        return self.text.split("\n")[-1].strip() == ">"

    def until(self, seen: str | Callable[[], bool]) -> None:
        """Read until the screen shows this text, or this is true."""
        deadline = time.monotonic() + PATIENCE
        while not (seen in self.text if isinstance(seen, str) else seen()):
            assert time.monotonic() < deadline, f"not seen: {seen}; the screen shows:\n{self.text}"
            self._read()

    def ended(self) -> int:
        """Wait until the program ends; its exit code."""
        self.until(lambda: self._child.flag_eof)
        self._child.close()
        assert self._child.exitstatus is not None, f"killed by signal {self._child.signalstatus}"
        return self._child.exitstatus

    def _read(self) -> None:
        try:
            data = self._child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            self._child.flag_eof = True
            return
        self.raw += data
        self._stream.feed(data)
