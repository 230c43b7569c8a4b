"""Filters of the templates: how a sum, a range or a list is said in the words of a language."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from careerbot.knowledge.base import Pay

FILTERS = ("money", "range", "listed", "either", "number", "start", "inner", "a")


def filters_of(words: Mapping[str, Any]) -> dict[str, Callable[[Any], str]]:
    """`words`: "and", "or", the numbers, the ranges, how money is written, "a", "an"."""
    made: tuple[Callable[[Any], str], ...] = (
        lambda value: money(value, words),
        lambda pay: said_range(pay, words),
        lambda items: joined(items, words["and"]),
        lambda items: joined(items, words["or"]),
        lambda value: words["numbers"][value] if 0 <= value < len(words["numbers"]) else str(value),
        capital,
        lambda text: text.removesuffix("."),
        lambda title: f"{words['an' if title[:1] in 'AEIOU' else 'a']} {title}",
    )
    return dict(zip(FILTERS, made, strict=True))


def capital(text: str) -> str:
    """As at the beginning of a sentence; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def money(value: float, words: Mapping[str, Any]) -> str:
    """As "$150,000" or "150.000 $"."""
    return str(words["money"]).format(amount=f"{value:,.0f}".replace(",", words["thousands"]))


def said_range(pay: Pay, words: Mapping[str, Any]) -> str:
    """As "$140,000 to $185,000"."""
    pattern = words["open_range"] if pay.open_ended else words["range"]
    return str(pattern).format(low=money(pay.low, words), high=money(pay.high, words))


def joined(items: Iterable[str], word: str) -> str:
    """As "a, b and c"."""
    every = list(items)
    return "".join(every) if len(every) < 2 else f"{', '.join(every[:-1])} {word} {every[-1]}"
