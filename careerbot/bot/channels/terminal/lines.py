"""Messages from a stream that nobody is typing into, and where the answers go."""

import io
import sys
from collections.abc import Iterator


def messages() -> Iterator[str]:
    """Every line of standard input, as soon as it is there, whatever bytes it holds."""
    if sys.stdin is None:  # closed by whoever started us
        return
    for n, line in enumerate(sys.stdin.buffer):
        text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")
        yield text.removeprefix("\ufeff") if n == 0 else text


def take_any_text() -> None:
    """Let standard output and error replace what their encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
