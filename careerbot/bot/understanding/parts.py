"""A message without the parts that say something of their own: "no quiz!! which job has to do with automation"."""

import re

from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.text import sentences

_PART = re.compile(r"[^.!?,;\n]*[.!?,;\n]*")


def without_cue(cue: str, text: str, grammar: Grammar) -> str | None:
    """What is left without the parts that hold the cue; None where none does."""
    parts = _PART.findall(text)
    kept = [part for part in parts if not _says(cue, part, grammar)]
    return "".join(kept).strip() if len(kept) < len(parts) else None


def _says(cue: str, part: str, grammar: Grammar) -> bool:
    said = sentences(part, grammar.rewrites, grammar.canonical)
    return any(grammar.has_cue(cue, " ".join(token.text for token in each.tokens)) for each in said)
