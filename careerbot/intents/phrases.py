"""The grammar of phrases: "(how much|what) does [a] {role} earn" stands for four ways of asking."""

LIMIT = 200
"""Expansions of one phrase; more means that the phrase should be split."""


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says why."""


def expand(phrase: str) -> list[str]:
    """Every way of asking that the phrase stands for, in a fixed order.

    Raises PhraseError on unbalanced brackets, nesting deeper than one level, or more than LIMIT expansions.
    """
    if phrase.count("(") != phrase.count(")") or phrase.count("[") != phrase.count("]"):
        raise PhraseError("brackets do not match")
    ways = _expand(phrase, 0)
    if len(ways) > LIMIT:
        raise PhraseError(f"stands for {len(ways)} ways of asking, at most {LIMIT} are allowed: split it")
    return list(dict.fromkeys(" ".join(way.split()) for way in ways))


def _expand(phrase: str, depth: int) -> list[str]:
    if depth > 2:
        raise PhraseError("brackets are nested too deep")
    ways = [""]
    for piece in _pieces(phrase):
        if piece[0] == "(":
            options = [way for option in _options(piece[1:-1]) for way in _expand(option, depth + 1)]
        elif piece[0] == "[":
            options = ["", *(way for option in _options(piece[1:-1]) for way in _expand(option, depth + 1))]
        else:
            options = [piece]
        ways = [f"{way} {option} " if piece[0] in "([" else way + option for way in ways for option in options]
        if len(ways) > 20 * LIMIT:
            break
    return ways


def _pieces(phrase: str) -> list[str]:
    """Top-level groups and the plain text between them."""
    pieces: list[str] = []
    start = depth = 0
    for place, char in enumerate(phrase):
        if char in "([":
            if depth == 0 and place > start:
                pieces.append(phrase[start:place])
            if depth == 0:
                start = place
            depth += 1
        elif char in ")]":
            depth -= 1
            if depth < 0:
                raise PhraseError("brackets do not match")
            if depth == 0:
                pieces.append(phrase[start : place + 1])
                start = place + 1
    if start < len(phrase):
        pieces.append(phrase[start:])
    return pieces


def _options(inside: str) -> list[str]:
    options: list[str] = []
    start = depth = 0
    for place, char in enumerate(inside):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            options.append(inside[start:place])
            start = place + 1
    return [*options, inside[start:]]
