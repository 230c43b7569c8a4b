"""Putting an entry into a YAML file that somebody else writes: all else stays as it is, comments and order included."""

import re


class InsertionError(ValueError):
    """The file has no room for an entry there."""


def inserted(text: str, key: str, entry: str) -> str:
    """The text with `entry`, indented lines, at the end of the block under the top-level `key`, made if missing.

    Raises InsertionError where the key has its value on its own line: `roles: []`.
    """
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if re.match(rf"{key}:", line)), None)
    if start is None:
        head = text if not text or text.endswith("\n") else f"{text}\n"
        return f"{head}{key}:\n{entry.rstrip()}\n"
    if re.match(rf"{key}:\s*[^#\s]", lines[start]):
        raise InsertionError(key)
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line and not line[0].isspace() and not line.startswith(("#", "-")):
            break
        if line.strip() and not line.startswith("#"):
            end = number + 1
    return "\n".join([*lines[:end], *entry.rstrip().splitlines(), *lines[end:]]) + "\n"
