"""Answer -> one line of JSON, the contract of `careerbot ask --json`."""

import json
import sys
from collections.abc import Callable
from itertools import chain

from careerbot.bot.rendering.clean import whole
from careerbot.bot.rendering.plain import plain
from careerbot.intents.base import Answer, Query

# JSON allows these raw inside a string, but many readers take them for the end of the line.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def as_json(message: str, answer: Answer) -> dict[str, object]:
    """The keys and their order are a contract: see tests/bot/test_as_json.py."""

    def over_queries(part: Callable[[Query], tuple[str, ...]]) -> list[str]:
        return list(dict.fromkeys(chain.from_iterable(map(part, answer.queries))))

    return {
        "message": message,
        "intents": over_queries(lambda query: (query.intent,)),
        "roles": over_queries(lambda query: query.roles),
        "skills": over_queries(lambda query: query.skills),
        # As sure as the least certain part.
        "confidence": round(min((query.confidence for query in answer.queries), default=0.0), 3),
        "outcome": answer.outcome,
        "text": plain(answer),
        "facts": list(answer.facts),
        "suggestions": [suggestion.text for suggestion in answer.suggestions],
    }


def json_line(data: object) -> str:
    """One line, readable where standard output speaks UTF-8 and pure ASCII elsewhere. Never an invalid character."""
    line = whole(json.dumps(data, ensure_ascii=False))
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "").replace("_", "")
    if encoding != "utf8":
        return json.dumps(json.loads(line))  # escaped only now: escapes of broken characters would get past `whole`
    return line.translate(_LINE_ENDS)
