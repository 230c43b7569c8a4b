"""A conversation that was held, as a test of it: what was said, and what came as what is expected."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from careerbot.bot.conversation import Adviser
from careerbot.bot.rendering.clean import whole
from careerbot.bot.testing.expectations import Came
from careerbot.bot.testing.files import Script, Turn
from careerbot.bot.testing.reading import contains
from careerbot.bot.testing.report import WORDS
from careerbot.bot.testing.trial import hold
from careerbot.bot.understanding.text import fold
from careerbot.knowledge.yaml_text import quoted

MOST_ROLES = 4
"""Of longer lists nobody would notice one more or less in a test."""
MOST_WORDS = 2
_MONEY = re.compile(r"\$\d[\d,]*\d")
_WORD = re.compile(r"[^\W\d_]{4,}")


def recorded(name: str, said: Sequence[str], adviser: Adviser) -> str:
    """The YAML of a conversation with these messages, from a memory of nothing."""
    turns = tuple(Turn(whole(text), {}, 0) for text in said)
    held = hold([Script("", name, turns, 1)], adviser)
    lines = [f"name: {quoted(name)}", "turns:"]
    for each in held:
        lines.append(f"  - say: {quoted(each.turn.said)}")
        lines += [f"    {line}" for line in _expected(each.turn.said, each.came, adviser)]
    return "\n".join(lines) + "\n"


def name_of(file: Path | None) -> str:
    return file.stem.replace("_", " ").replace("-", " ") if file else "recorded"


def written(adviser: Adviser, path: str, said: Sequence[str]) -> tuple[str, bool]:
    """Write the conversation to a new file: what to say about it, and whether it failed."""
    file = Path(path).expanduser()
    if not path:
        return WORDS["no_file"], True
    if not said:
        return WORDS["nothing_said"], True
    try:
        write_new(file, recorded(name_of(file), said, adviser))
    except FileExistsError:
        return WORDS["already_there"].format(file=file), True
    except OSError as error:
        return WORDS["not_written"].format(file=file, reason=error.strerror), True
    return WORDS["recorded"].format(file=file, turns=len(said)), False


def write_new(file: Path, text: str) -> None:
    """Raises FileExistsError rather than write over anything, and OSError when it cannot be written."""
    with file.open("x", encoding="utf-8") as opened:
        opened.write(text)


def _expected(said: str, came: Came, adviser: Adviser) -> Iterator[str]:
    if came.intents:
        yield f"intents: [{', '.join(came.intents)}]"
    if 0 < len(came.roles) <= MOST_ROLES:
        yield f"roles: [{', '.join(came.roles)}]"
    yield f"outcome: {came.outcome}"
    telling = list(_telling(said, came.text, adviser))[:MOST_WORDS]
    if telling:
        yield f"contains: [{', '.join(map(quoted, telling))}]"


def _telling(said: str, text: str, adviser: Adviser) -> Iterator[str]:
    """Sums, roles and skills of the answer that the message did not have; its rarest words where it has none."""
    named = list(_named(said, text, adviser))
    yield from named or _rarest(said, text, adviser)


def _rarest(said: str, text: str, adviser: Adviser) -> list[str]:
    mind = adviser.mind(adviser.language_of(text))
    rarity: dict[str, float] = {}
    for word in _WORD.findall(text):
        read = mind.grammar.canonical.get(fold(word), fold(word))
        if read not in mind.grammar.function_words and contains(text, word) and not contains(said, word):
            rarity[word] = mind.rarity(read)
    return sorted(rarity, key=lambda word: (-rarity[word], -len(word), word))[:MOST_WORDS]


def _named(said: str, text: str, adviser: Adviser) -> Iterator[str]:
    found = [match.group() for match in _MONEY.finditer(text)]
    found += sorted((name for name in _names(adviser) if contains(text, name)), key=text.find)
    yield from (each for each in dict.fromkeys(found) if "|" not in each and not contains(said, each))


def _names(adviser: Adviser) -> Iterator[str]:
    yield from adviser.choices.roles.values()
    yield from adviser.choices.skills.values()
