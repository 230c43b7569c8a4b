"""Text as YAML has it, for the lines that this program writes itself."""

import re

_TRAPS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that YAML takes for something else."""
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def quoted(text: str) -> str:
    """The text in double quotes, on one line, whatever characters it has."""
    return f'"{"".join(_SHORT.get(char) or _written(char) for char in text)}"'


def quoted_if_needed(text: str) -> str:
    """As it may stand in a line: plain where it is only words."""
    return text if re.fullmatch(r"[^\W\d_][\w .+-]*", text) and text.lower() not in _TRAPS else quoted(text)


def in_line(value: object) -> str:
    """Lists and mappings of texts as they may stand in one line: {name: Kafka, also: [apache kafka]}."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {in_line(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(in_line, value))}]"
    return quoted_if_needed(str(value))


def _written(char: str) -> str:
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
