"""Tokens never reach a log, a traceback or the screen, whichever library writes there."""

import logging
import re
import sys
import traceback
from types import TracebackType
from typing import TextIO

_TOKEN = re.compile(r"\d{3,}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
HIDDEN = "<token>"


class Redaction(logging.Formatter):
    """Formats a record as usual, traceback and all, and only then takes the token out: nothing slips by."""

    def __init__(self, token: str, formatter: logging.Formatter | None = None) -> None:
        """`formatter`: what makes the line, if it is to look otherwise."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._token = token
        self._formatter = formatter

    def format(self, record: logging.LogRecord) -> str:
        return self.clean(self._formatter.format(record) if self._formatter else super().format(record))

    def clean(self, text: str) -> str:
        """The text without this token, and without anything else of a token's shape."""
        return _TOKEN.sub(HIDDEN, text.replace(self._token, HIDDEN))


class RedactingFilter(logging.Filter):
    """For handlers of others: the record itself is made clean, so that any formatter may follow."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._redaction = Redaction(token)

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self._redaction.clean(record.getMessage()), None
        if record.exc_info:
            record.exc_text = self._redaction.clean(self._redaction.formatException(record.exc_info))
            record.exc_info = None
        return True


def log_without_token(
    token: str, level: int, stream: TextIO | None = None, formatter: logging.Formatter | None = None
) -> None:
    """Send all logs to standard error through the redaction, and tracebacks of a crash as well."""
    redaction = Redaction(token, formatter)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(redaction)
    root = logging.getLogger()
    for other in root.handlers:
        other.addFilter(RedactingFilter(token))
    root.addHandler(handler)
    root.setLevel(level)
    for name in ("httpx", "httpcore", "aiohttp", "apscheduler", "telegram", "matplotlib"):
        logging.getLogger(name).setLevel(max(level, logging.WARNING))  # httpx tells every URL, and the token is in it

    def show(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        sys.stderr.write(redaction.clean("".join(traceback.format_exception(kind, error, at))))

    sys.excepthook = show
