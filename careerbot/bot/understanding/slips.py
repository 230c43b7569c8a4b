"""How fingers slip on a keyboard."""

_NEAR, _FAR = 0.8, 1.3
_EXTRA, _STRAY = 0.8, 1.1
_MISSED = 0.9
_SWAPPED = 0.7
_KEYS = {
    key: (row, column + 0.3 * row)
    for row, keys in enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
    for column, key in enumerate(keys)
}
_NEIGHBORS = frozenset(
    (one, other)
    for one, (row, column) in _KEYS.items()
    for other, (other_row, other_column) in _KEYS.items()
    if abs(row - other_row) <= 1 and abs(column - other_column) < 1.5
)


def slips(typed: str, meant: str) -> float:
    """Edits between two words, each weighed by how easily it happens on a keyboard."""
    typed, meant = _apart(typed, meant)
    before_last: list[float] = []
    last = [_MISSED * place for place in range(len(meant) + 1)]
    for row, letter in enumerate(typed, 1):
        line = [last[0] + 1]
        for column, right in enumerate(meant, 1):
            if letter == right:
                cost = last[column - 1]
            else:
                cost = last[column - 1] + (_NEAR if (letter, right) in _NEIGHBORS else _FAR)
            slipped = (
                letter == right or (letter, right) in _NEIGHBORS or (letter, meant[column : column + 1]) in _NEIGHBORS
            )
            cost = min(cost, last[column] + (_EXTRA if slipped else _STRAY), line[column - 1] + _MISSED)
            if row > 1 and column > 1 and letter == meant[column - 2] != right and typed[row - 2] == right:
                cost = min(cost, before_last[column - 2] + _SWAPPED)
            line.append(cost)
        before_last, last = last, line
    return last[-1]


def _apart(one: str, other: str) -> tuple[str, str]:
    """Without the common beginning and end, but for one letter of each: letters beside a slip have a say in it."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    start, end = max(start - 1, 0), max(end - 1, 0)
    return one[start : len(one) - end], other[start : len(other) - end]
