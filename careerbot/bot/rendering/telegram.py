"""Answer -> Telegram's HTML, in as many messages as it needs.

Every text is escaped here. No tag spans two lines, so a message can end after any line.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from itertools import zip_longest

from careerbot.bot.rendering.clean import clean
from careerbot.bot.rendering.progress import bar, box
from careerbot.intents.base import Answer, Block, Bullets, Card, Checklist, Document, PayRanges, RoleMap, Table, Text

LONGEST_MESSAGE = 4096
"""UTF-16 units, without the tags."""
LONGEST_CAPTION = 1024
MOST_TAGS = 100
"""Telegram shows at most this many formatted pieces in a message."""
LONGEST_LIST = 12
"""Items on one page."""
WIDEST_BAR = 12
"""Blocks of a progress bar: about what a phone shows on one line."""

_TAG = re.compile(r"<[^>]*>")


def text(words: str) -> str:
    """Anything at all, safe to stand in HTML."""
    return escape(clean(words), quote=False)


def bold(words: str) -> str:
    return f"<b>{text(words)}</b>" if words.strip() else ""


def italic(words: str) -> str:
    return f"<i>{text(words)}</i>" if words.strip() else ""


def length(html: str) -> int:
    """How long Telegram finds this."""
    return _units(without_tags(html))


def without_tags(html: str) -> str:
    """The words as they are read."""
    return unescape(_TAG.sub("", html))


def messages(blocks: Iterable[str], longest: int = LONGEST_MESSAGE) -> list[str]:
    """The blocks, a blank line between them, in as few messages as possible; only a block too long for one is cut."""
    found: list[str] = []
    now = ""
    for block in blocks:
        joined = f"{now}\n\n{block}" if now else block
        if _fits(joined, longest):
            now = joined
            continue
        if now:
            found.append(now)
        *whole, now = [block] if _fits(block, longest) else _cut(block, longest)
        found += whole
    return [*found, now] if now else found


def blocks(answer: Answer, page: int = 0) -> list[str]:
    """The answer's blocks as HTML. Of lists longer than a page, the items of this page."""
    found = ["\n".join(_lines(block, page)) for block in answer.blocks]
    return _beside_each_other([block for block in found if block.strip()], answer)


def pages(answer: Answer) -> int:
    """How many pages the longest list of the answer has."""
    return max((-(-_items(block) // LONGEST_LIST) for block in answer.blocks), default=1) or 1


def in_full(block: Block) -> str:
    """All of a block, however long its list is: what a picture of it shows, in words."""
    return "\n".join(_lines(block, page=0, all_of_it=True))


# --------------------------------------------------------------------------------------------------------------


def _beside_each_other(found: list[str], answer: Answer) -> list[str]:
    """A line of text that ends with a colon stays with the list below it."""
    if len(found) != len(answer.blocks):
        return found
    joined: list[str] = []
    above = False
    for html, block in zip(found, answer.blocks, strict=True):
        if joined and above and not isinstance(block, Text):
            joined[-1] += f"\n{html}"
        else:
            joined.append(html)
        above = isinstance(block, Text) and block.text.rstrip().endswith(":")
    return joined


def _items(block: Block) -> int:
    match block:
        case Bullets():
            return len(block.items)
        case PayRanges():
            return len(block.ranges)
        case Table():
            return len(block.rows)
        case Checklist():
            return len(block.steps)
        case Text() | RoleMap() | Card() | Document():
            return 1


def _lines(block: Block, page: int, all_of_it: bool = False) -> Iterator[str]:
    first = 0 if all_of_it else LONGEST_LIST * min(page, max(0, (_items(block) - 1) // LONGEST_LIST))
    last = _items(block) if all_of_it else first + LONGEST_LIST
    match block:
        case Text():
            yield text(block.text)
        case Bullets():
            if block.title:
                yield bold(block.title)
            for n, item in enumerate(block.items[first:last], first + 1):
                yield f"{n}. {text(item)}" if block.ordered else f"• {text(item)}"
        case PayRanges():
            for n, pay in enumerate(block.ranges[first:last], first + 1):
                yield f"{f'{n}. ' if block.ordered else ''}{bold(pay.label)}: {text(pay.text)}"
        case Table():
            for n, row in enumerate(block.rows[first:last]):
                yield from ([""] if n else [])
                yield from _row(block.columns, row)
        case Checklist():
            yield from _checklist(block, first, last)
        case RoleMap():
            yield from _map(block)
        case Card():
            yield from _card(block)
        case Document():  # only where no file can be sent
            yield from (text(line) for line in block.text.rstrip("\n").split("\n"))


def _checklist(checklist: Checklist, first: int, last: int) -> Iterator[str]:
    if checklist.title:
        yield bold(checklist.title)
    yield bar(checklist.done, len(checklist.steps), WIDEST_BAR)
    for n, step in enumerate(checklist.steps[first:last], first + 1):
        yield f"{n}. {box(step.done, unicode=True)} {text(step.text)}"


def _map(role_map: RoleMap) -> Iterator[str]:
    for n, (start, moves) in enumerate(role_map.by_start.items()):
        yield from ([""] if n else [])
        yield bold(start)
        yield from (f"→ {bold(move.end)}: {text(move.reason)}" for move in moves)


def _card(card: Card) -> Iterator[str]:
    yield from (bold(card.title), italic(card.subtitle))
    if card.unsaid_pay:
        yield from ("", *(f"{bold(pay.label)}: {text(pay.text)}" for pay in card.unsaid_pay))
    for section in card.sections:
        yield from ("", bold(section.title), *(f"• {text(line)}" for line in section.lines))


def _row(columns: tuple[str, ...], row: tuple[str, ...]) -> Iterator[str]:
    """A phone has no room for columns: the cells stand below the name of their row."""
    name, *cells = row
    yield bold(name)
    for title, cell in zip_longest(columns[1:], cells, fillvalue=""):
        if "\n" in cell:
            yield from (f"{italic(title)}:", *(f"• {text(line)}" for line in cell.split("\n")))
        elif cell:
            yield f"{italic(title)}: {text(cell)}" if title else text(cell)


def _fits(html: str, longest: int) -> bool:
    short = len(html) <= longest and html.isascii()  # without its tags it is shorter still
    return (short or length(html) <= longest) and html.count("</") <= MOST_TAGS


def _cut(block: str, longest: int) -> list[str]:
    """At line ends; a line too long for one message at spaces, without its tags."""
    found: list[str] = []
    now = ""
    for line in block.split("\n"):
        pieces = [line] if _fits(line, longest) else list(_pieces(without_tags(line), longest))
        for piece in pieces:
            joined = f"{now}\n{piece}" if now else piece
            if _fits(joined, longest):
                now = joined
            else:
                found.append(now)
                now = piece
    return [*found, now]


def _pieces(words: str, longest: int) -> Iterator[str]:
    while _units(words) > longest:
        end = longest // 2 if _units(words[:longest]) > longest else longest
        space = words.rfind(" ", end // 2, end)
        end = space if space > 0 else end
        yield escape(words[:end], quote=False)
        words = words[end:].lstrip()
    if words:
        yield escape(words, quote=False)


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
