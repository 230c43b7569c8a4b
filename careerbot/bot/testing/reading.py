"""How what a person reads is compared with what an author wrote: "a|b" is any of them, 150k is $150,000."""

import re
import unicodedata

_MONEY = re.compile(r"\$?\s?(\d[\d,]*(?:\.\d+)?)\s?([kK]?)\b")


def contains(text: str, wanted: str) -> bool:
    """Whether one of the alternatives in `wanted` stands in the text."""
    return (
        any(_contains_one(text, alternative.strip()) for alternative in wanted.split("|") if alternative.strip())
        or wanted == "|"
    )


def _contains_one(text: str, wanted: str) -> bool:
    if re.fullmatch(r"\$?\d[\d,]*[kK]?", wanted):
        return _dollars(wanted)[0] in _dollars(text)
    if len(wanted) <= 3 and wanted.isalpha():
        flags = 0 if wanted.isupper() else re.IGNORECASE
        return re.search(rf"(?<![A-Za-z]){re.escape(wanted)}s?(?![A-Za-z])", text, flags) is not None
    return _folded(wanted) in _folded(text)


def _dollars(text: str) -> list[float]:
    found = []
    for digits, thousand in _MONEY.findall(text):
        value = float(digits.replace(",", ""))
        found.append(value * 1_000 if thousand else value)
    return found


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    return " ".join(re.sub(r"[-–_]", " ", text).split())
