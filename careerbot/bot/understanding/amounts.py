"""Money, counts and positions in a sentence: "at least 180k", "top 3", "the second one".

Money comes first of all entities: "150k" is not Kubernetes. US dollars a year.
"""

import re
from typing import NamedTuple

from careerbot.bot.understanding.grammar import Grammar
from careerbot.bot.understanding.text import Token
from careerbot.intents.base import Amount

_NUMBER = re.compile(r"(\$)? ?(\d[\d,]*(?:\.\d+)?) ?(k|m|lpa)?(\+)?$")
MOST_COUNTED = 10
SMALLEST_SALARY = 10_000
SMALLEST_THOUSANDS = 60
"""Least plain number that may be pay in thousands."""
LARGEST = 10**12
"""Dollars: what is larger is no pay, and is not read as a figure."""


class Figure(NamedTuple):
    """A number in the message, with the words it covers."""

    start: int
    end: int
    """First and one past the last word."""
    kind: str
    """amount, foreign, count, ordinal, number"""
    amount: Amount | None = None
    number: int = 0

    @property
    def places(self) -> range:
        return range(self.start, self.end)


def figures(words: list[Token], grammar: Grammar) -> list[Figure]:
    found: list[Figure] = []
    texts = [word.text for word in words]
    place = 0
    while place < len(words):
        figure = _figure(texts, place, grammar)
        if figure is None:
            place += 1
            continue
        found.append(figure)
        place = figure.end
    return _compared(found, texts, grammar)


def _figure(texts: list[str], place: int, grammar: Grammar) -> Figure | None:
    return _spoken(texts, place, grammar) or _ordinal(texts, place, grammar) or _written(texts, place, grammar)


def _spoken(texts: list[str], place: int, grammar: Grammar) -> Figure | None:
    """Such as "six figures"."""
    if texts[place] not in grammar.figure_starts:
        return None
    for phrase, value in grammar.figures.items():
        end = place + len(phrase.split())
        if texts[place:end] == phrase.split():
            return Figure(place, end, "amount", Amount(value, None), value)
    return None


def _ordinal(texts: list[str], place: int, grammar: Grammar) -> Figure | None:
    """Such as "second", "#4" and small numbers in words; "my first job" counts nothing."""
    text = texts[place]
    if text.startswith("#") and text[1:].isdigit():
        return Figure(place, place + 1, "ordinal", None, int(text[1:6]))
    ordinal = grammar.ordinals.get(text)
    after = "".join(texts[place + 1 : place + 2])
    counts = after not in (grammar.not_counted if ordinal in (1, -1) else grammar.year_words)  # "in my 2nd year"
    if ordinal is not None and counts:
        return Figure(place, place + 1, "ordinal", None, ordinal)
    before = texts[place - 1] if place else ""
    if text in grammar.numbers and (grammar.numbers[text] > 1 or before in grammar.ordinal_before):
        return _small(grammar.numbers[text], place, before, grammar)
    return None


def _written(texts: list[str], place: int, grammar: Grammar) -> Figure | None:
    """Digits: money by their sign, unit or size, else a position or a count."""
    match = _NUMBER.fullmatch(texts[place])
    if not match:
        return None
    dollars, digits, unit, plus = match.groups()
    before = texts[place - 1] if place else ""
    after = texts[place + 1] if place + 1 < len(texts) else ""
    end = place + 1
    if unit is None and after in grammar.thousand | grammar.million | grammar.foreign:
        unit, end = after, end + 1
    if unit in grammar.foreign or (before in grammar.foreign and unit is None):
        return Figure(place, end, "foreign")
    factor = 1_000 if unit in grammar.thousand else 1_000_000 if unit in grammar.million else 1
    exact = float(digits.replace(",", "") or 0) * factor
    if exact > LARGEST:
        return None
    whole = int(exact)
    by_the = _by_the(texts, end, grammar)
    if not (dollars or unit or by_the or whole >= SMALLEST_SALARY):
        return _small(whole, place, before, grammar)
    if unit is None and whole < 1_000 and "." not in digits and not by_the:
        whole *= 1_000  # "$150" a year is meant in thousands
    if texts[end : end + 1] == ["+"]:
        plus, end = "+", end + 1
    return Figure(place, end, "amount", Amount(whole, None if plus else whole), whole)


def _by_the(texts: list[str], end: int, grammar: Grammar) -> bool:
    """What follows makes it a sum by the hour or month, which is no matter of thousands."""
    after = f"{' '.join(texts[end : end + 2])} "
    return any(after.startswith(f"{phrase} ") for phrase in grammar.by_the)


def _small(value: int, place: int, before: str, grammar: Grammar) -> Figure:
    if before in grammar.ordinal_before:
        return Figure(place if before == "no" else place - 1, place + 1, "ordinal", None, value)
    return Figure(place, place + 1, "count" if value <= MOST_COUNTED else "number", None, value)


def _compared(found: list[Figure], texts: list[str], grammar: Grammar) -> list[Figure]:
    """Comparisons around amounts, and plain numbers that a range makes money ("between 150 and 190")."""
    result: list[Figure] = []
    skip = False
    for index, figure in enumerate(found):
        if skip:
            skip = False
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following and _is_range(figure, following, texts, grammar):
            low, high = _thousands(figure.number), _thousands(following.number)
            start = (
                figure.start - 1
                if texts[max(figure.start - 1, 0)] in grammar.comparisons["between"] and figure.start
                else figure.start
            )
            result.append(Figure(start, following.end, "amount", Amount(min(low, high), max(low, high)), low))
            skip = True
        elif figure.kind == "amount" and figure.amount:
            result.append(_bounded(figure, figure.amount, texts, grammar))
        elif figure.kind == "number" and _is_pay(figure, texts, grammar):
            value = _thousands(figure.number)
            result.append(
                _bounded(
                    Figure(figure.start, figure.end, "amount", Amount(value, value), value),
                    Amount(value, value),
                    texts,
                    grammar,
                )
            )
        else:
            result.append(figure)
    return result


def _is_range(one: Figure, other: Figure, texts: list[str], grammar: Grammar) -> bool:
    between = texts[one.end : other.start]
    if between not in ([word] for word in grammar.comparisons["and"]):
        return False
    kinds = {one.kind, other.kind}
    opened = one.start > 0 and texts[one.start - 1] in grammar.comparisons["between"]
    if kinds == {"amount"}:
        return opened or between != ["and"]
    return (
        kinds <= {"amount", "number"}
        and (opened or "amount" in kinds)
        and min(one.number, other.number) >= SMALLEST_THOUSANDS
    )


def _is_pay(figure: Figure, texts: list[str], grammar: Grammar) -> bool:
    """A plain number where only pay can stand, in thousands: "under 150", "i make 120", "an offer of 160"."""
    if not SMALLEST_THOUSANDS <= figure.number < 1_000:
        return figure.number >= 1_000 and bool(_before(figure.start, texts, grammar))
    if _before(figure.start, texts, grammar):
        return True
    after = texts[figure.end : figure.end + 1]
    if after and after[0] not in grammar.after_pay:
        return False
    before = texts[: figure.start]
    while before and before[-1] in grammar.roughly:
        before = before[:-1]
    begins = not before or (len(before) == 1 and before[0] in grammar.yes_no)
    said = f" {' '.join(before[-3:])} "
    return (begins and bool(after)) or any(said.endswith(f" {phrase} ") for phrase in grammar.before_pay)


def _thousands(value: int) -> int:
    return value * 1_000 if value < 1_000 else value


def _before(start: int, texts: list[str], grammar: Grammar) -> str:
    words = f" {' '.join(texts[max(0, start - 3) : start])} "
    return next(
        (
            kind
            for kind in ("at_least", "at_most", "over", "under")
            for phrase in grammar.comparisons[kind]
            if words.endswith(f" {phrase} ")
        ),
        "",
    )


def _bounded(figure: Figure, amount: Amount, texts: list[str], grammar: Grammar) -> Figure:
    value = amount.low or 0
    before = f" {' '.join(texts[max(0, figure.start - 3) : figure.start])} "
    after = f" {' '.join(texts[figure.end : figure.end + 3])} "
    # "no more than" must win over "more than": the longest phrase that ends here decides.
    best = max(
        (
            (len(phrase), kind)
            for kind in ("at_least", "over", "under", "at_most")
            for phrase in grammar.comparisons[kind]
            if before.endswith(f" {phrase} ")
        ),
        default=(0, ""),
    )[1]
    if not best:
        best = next(
            (
                kind
                for kind in ("after_at_least", "after_at_most")
                for phrase in grammar.comparisons[kind]
                if after.startswith(f" {phrase} ")
            ),
            "",
        )
    if amount.high is None:
        best = "over" if best == "over" else "at_least"
    bounds = {
        "at_least": Amount(value, None),
        "after_at_least": Amount(value, None),
        "over": Amount(value, None, strict=True),
        "under": Amount(None, value, strict=True),
        "at_most": Amount(None, value),
        "after_at_most": Amount(None, value),
    }
    return Figure(figure.start, figure.end, "amount", bounds.get(best, amount), figure.number)
