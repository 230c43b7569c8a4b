"""What the YAML parser stumbles over, in words for somebody who does not know YAML."""

import re
from typing import NamedTuple

import yaml

from careerbot.knowledge.yaml_text import quoted

ANCHOR = "anchors and aliases are not used here"
_KEY = re.compile(r"\s*(?:- +)*[^\s{\[\"'].*?:\s")
_NO_SPACE = re.compile(r"\s*(?:- +)*[\w-]+:[^\s/]")
_NEIGHBORS = "this line is indented differently from its neighbors"
_ALIGN = "Begin it exactly below the entries beside it, or one step further in to put it under the one above."


class Slip(NamedTuple):
    line: int
    column: int
    what: str
    fix: str


def slip(error: yaml.MarkedYAMLError, text: str) -> Slip:
    """Where the slip is, what it is, and what to do."""
    mark = error.problem_mark or error.context_mark
    begun = error.context_mark or mark
    if mark is None or begun is None:
        return Slip(1, 1, f"this is not valid YAML ({error.problem})", "Look for brackets and quotes without an end.")
    lines = text.splitlines() or [""]
    line = lines[min(mark.line, len(lines) - 1)]
    problem = error.problem or ""
    at, start = (mark.line + 1, mark.column + 1), (begun.line + 1, begun.column + 1)
    match problem:
        case _ if problem == ANCHOR:
            fix = "Write the value out where it is needed, or put text that starts with & or * in quotes."
            return Slip(*at, ANCHOR, fix)
        case _ if "another document" in problem:
            return Slip(*at, "another document begins here", "Keep one document in the file: remove the line ---.")
        case _ if "'\\t'" in problem:
            return Slip(*at, "a tab stands before the text", "Indent with spaces, not with tabs.")
        case _ if "cannot start any token" in problem:
            char = line[mark.column : mark.column + 1]
            return Slip(*at, f"text cannot begin with {char}", _quotes(line[mark.column :]))
        case _ if "mapping values are not allowed" in problem:
            return Slip(*at, *_second_colon(lines, mark.line, mark.column))
        case _ if "expected ','" in problem:
            return _in_brackets(problem, lines, at, start)
        case "found unexpected end of stream":
            return Slip(*start, "there is no end to this quote", "Write the same quote after the last word.")
        case "could not find expected ':'":
            return Slip(*start, "there is no colon after this", "Write key: value, or indent it if it goes on above.")
        case _ if "found '<scalar>'" in problem:
            return Slip(*at, "the text goes on after a quote or bracket that ends it", _quotes(_value(line)))
        case _ if "found '<block" in problem:
            return Slip(*at, _NEIGHBORS, _ALIGN)
        case _ if "found '-'" in problem:
            return Slip(*at, "an item of a list stands beside entries with a key", "Indent it below the key it is of.")
    fix = "Check the quotes, brackets and indentation here and on the line above."
    return Slip(*at, f"this is not valid YAML ({problem})", fix)


def _in_brackets(problem: str, lines: list[str], at: tuple[int, int], start: tuple[int, int]) -> Slip:
    """Between [ or {, at `start`, and its end."""
    if "got ':'" in problem and (example := _example(lines[at[0] - 1])):
        return Slip(*at, "there is a colon in this text", f"Put the text in quotes: {example}.")
    if "<stream end>" not in problem and start[0] == at[0]:
        return Slip(*at, "a comma is missing here", "Separate entries by commas; put a whole text in quotes.")
    bracket = lines[start[0] - 1][start[1] - 1]
    end = {"[": "]", "{": "}"}[bracket]
    return Slip(*start, f"there is no end to this {bracket}", f"Write {end} where the list of entries ends.")


def _second_colon(lines: list[str], number: int, column: int) -> tuple[str, str]:
    """A colon where none may be: in a text, or because the line is not where it belongs."""
    before = lines[number][:column]
    if _KEY.match(before):
        return "there is a colon in this text", _quotes(_value(lines[number]))
    above = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), 0)
    if _NO_SPACE.match(lines[above]):
        return f"on line {above + 1} there is no space after the colon", "Write key: value, with a space."
    return _NEIGHBORS, _ALIGN


def _value(line: str) -> str:
    """What stands after the key, or after the dash."""
    key = _KEY.match(line)
    return line[key.end() :] if key else line.strip().removeprefix("- ")


def _quotes(text: str) -> str:
    return f"Put all of it in quotes: {quoted(text.strip())}."


def _example(line: str) -> str:
    """Of the text with a colon in a line such as {id: x, text: one: two}; empty if there is none."""
    found = re.search(r"(?:^|[{,])\s*([\w-]+):\s+([^,{}\"']*:[^,}]*)", line)
    return f"{found[1]}: {quoted(found[2].strip())}" if found else ""
