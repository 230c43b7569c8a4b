"""One phrase more in a language file, as an author would add it: a line at the end of the list, all else untouched."""

from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from careerbot.knowledge.yaml_text import quoted

KEY = "phrases"


class PhraseNotAddedError(Exception):
    """The file has no list that a line could be added to. The message is a sentence that says what to do."""


def with_phrase(text: str, phrase: str) -> tuple[str, int]:
    """The text of a language file with the phrase at the end of its list, and the number of the new line.

    Comments, order and line ends stay; read back, only that phrase is new. Raises PhraseNotAddedError.
    """
    last = _last_phrase(text)
    lines = text.splitlines(keepends=True)  # at the same ends as YAML: others may not stand in it
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    after = last.end_mark.line + (1 if last.end_mark.column else 0)
    indent = lines[last.start_mark.line][: last.start_mark.column]
    if indent.strip() != "-":
        raise PhraseNotAddedError(f"The last phrase is not on a line of its own. Put it on one: - {phrase}")
    line = f"{indent}{_written(phrase, last)}{end}"
    if after and not lines[after - 1].endswith("\n"):
        lines[after - 1] += end
        line = line.removesuffix(end)
    changed = "".join([*lines[:after], line, *lines[after:]])
    _compare(text, changed, phrase)
    return changed, after + 1


def _last_phrase(text: str) -> Node:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise PhraseNotAddedError(f"The file is not valid YAML ({error}). Mend it first.") from None
    entries = root.value if isinstance(root, MappingNode) else []
    found = next((value for key, value in entries if key.value == KEY), None)
    if not isinstance(found, SequenceNode) or not found.value or found.flow_style:
        raise PhraseNotAddedError(f"The file has no {KEY}: with a line for each. Write {KEY}: and - … below it.")
    last: Node = found.value[-1]
    return last


def _written(phrase: str, beside: Node) -> str:
    """In quotes, unless its neighbor does without and it can, too."""
    plain = isinstance(beside, ScalarNode) and beside.style is None
    return phrase if plain and _reads_back(phrase) else quoted(phrase)


def _reads_back(phrase: str) -> bool:
    try:
        return bool(yaml.safe_load(f"- {phrase}") == [phrase])
    except yaml.YAMLError:
        return False


def _compare(text: str, changed: str, phrase: str) -> None:
    before: dict[str, Any] = yaml.safe_load(text)
    before[KEY].append(phrase)
    if yaml.safe_load(changed) != before or list(yaml.safe_load(changed)) != list(before):
        raise PhraseNotAddedError("The file would read differently with it. Add the phrase by hand.")
