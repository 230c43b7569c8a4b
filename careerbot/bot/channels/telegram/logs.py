"""Logs with structure: one JSON object a line for machines, columns for people. No line ever has the token in it."""

import json
import logging
import sys
from hashlib import blake2b
from typing import Literal

import structlog

from careerbot.bot.channels.telegram.events import Events, Turn
from careerbot.bot.channels.telegram.redaction import Redaction, log_without_token

Ids = Literal["hashed", "plain", "none"]
CHANNEL = "telegram"
NAME = "careerbot.turns"


def begin_logging(token: str, level: str, form: str) -> None:
    """`form`: "json", "text", or "auto" for text where somebody is watching."""
    watched = sys.stderr.isatty()
    as_text = form == "text" or (form == "auto" and watched)
    common: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    foreign: list[structlog.typing.Processor] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        _without_colors,
    ]
    last: list[structlog.typing.Processor] = (
        [structlog.dev.ConsoleRenderer(colors=watched, exception_formatter=structlog.dev.plain_traceback)]
        if as_text
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(_as_json)]
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*common, *foreign],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
    )
    threshold = logging.getLevelNamesMapping()[level.upper()]
    log_without_token(token, threshold, formatter=formatter)
    redaction = Redaction(token)
    # Lines of our own, one for each turn, do not go through the standard library's logging: that takes far longer.
    structlog.configure(
        processors=[*common, *last, lambda _, __, line: redaction.clean(str(line))],
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        cache_logger_on_first_use=True,
    )


_JSON = json.JSONEncoder(ensure_ascii=False, default=repr)


def _as_json(told: structlog.typing.EventDict, **_: object) -> str:
    """With an encoder that is made once, not for each line."""
    return _JSON.encode(told)


def _without_colors(
    logger: object,  # noqa: ARG001
    method: str,  # noqa: ARG001
    told: structlog.typing.EventDict,
) -> structlog.typing.EventDict:
    """The server sends each of its lines a second time, for terminals."""
    told.pop("color_message", None)
    return told


class TurnLog(Events):
    """A line for each turn. Who it was with is told as the operator chose, what was said only if they chose so."""

    def __init__(self, token: str, ids: Ids, text: bool) -> None:
        """`token`: every installation has another, so hashes of two installations cannot be compared."""
        self._salt = blake2b(token.encode(), person=b"log of turns").digest()
        self._ids = ids
        self._text = text
        self._log = structlog.get_logger()

    def ends(self, turn: Turn) -> None:
        told: dict[str, object] = {
            "logger": NAME,
            "channel": CHANNEL,
            "kind": turn.kind,
            "intent": ",".join(turn.intents),
            "confidence": None if turn.confidence is None else round(turn.confidence, 3),
            "outcome": "to_come_again" if turn.unfinished else turn.outcome,
            "ms": round(turn.seconds * 1000, 1),
        }
        if self._ids != "none":
            told |= {"person": self._name(turn.person), "conversation": self._name(turn.conversation)}
        if self._text:
            told["text"] = turn.text
        self._log.info("turn", **told)

    def _name(self, id: str) -> str:
        if self._ids == "plain" or not id:
            return id
        return blake2b(id.encode(), key=self._salt, digest_size=8).hexdigest()
