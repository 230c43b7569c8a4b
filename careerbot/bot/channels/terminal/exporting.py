"""`/export FILE`: the shortlist, or the role exported last, written to a file. What goes wrong is told with what to do.

Another kind of file is another line in ENDINGS.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from careerbot.bot.channels.terminal.new_file import new_file
from careerbot.bot.channels.terminal.pictures import named, save_picture
from careerbot.bot.channels.terminal.said import WORDS, Notice, Said
from careerbot.bot.rendering.clean import whole
from careerbot.intents.base import Answer, Document

if TYPE_CHECKING:
    from careerbot.bot.channels.terminal.dialogue import Dialogue


class Ending(NamedTuple):
    kind: str
    """As the decision of the core names it."""
    content: Callable[[Answer], bytes | None]
    """What is written; None where the answer has nothing to write."""


def _written(answer: Answer) -> bytes | None:
    document = next((block for block in answer.blocks if isinstance(block, Document)), None)
    return whole(document.text).encode() if document else None


ENDINGS = {
    ".md": Ending("markdown", _written),
    ".txt": Ending("text", _written),
}
PICTURE = ".png"


def export(dialogue: "Dialogue", rest: str) -> Iterable[Said]:
    """Without a name of a file, it is only shown."""
    if not rest:
        return dialogue.decide(f"export:{ENDINGS['.md'].kind}")
    path = Path(rest.strip("\"'"))
    if Path(named(rest)).suffix.lower() == PICTURE:
        answer, after = dialogue.adviser.decide("export:card", dialogue.memory)
        picture = dialogue.picturing.of(answer, after)
        return [save_picture(picture, dialogue.picturing.source, rest)] if picture else dialogue.decide("export:card")
    ending = ENDINGS.get(path.suffix.lower())
    if ending is None:
        known = WORDS["or"].join((*ENDINGS, PICTURE))
        return [Notice(WORDS["unknown_ending"].format(name=path.name, known=known), problem=True)]
    decision = f"export:{ending.kind}"
    answer, _ = dialogue.adviser.decide(decision, dialogue.memory)
    content = ending.content(answer)
    if content is None:
        return dialogue.decide(decision)
    return [new_file(path, lambda: content)]
