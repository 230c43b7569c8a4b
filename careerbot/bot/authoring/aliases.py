"""Names that follow from a title: "Data Engineer" is also a data eng, and works in data engineering."""

from collections.abc import Mapping
from typing import NamedTuple


class Aliases(NamedTuple):
    safe: tuple[str, ...]
    """Mean exactly the role."""
    fields: tuple[str, ...]
    """The field that stands for it."""


def aliases(title: str, short: Mapping[str, str], field: Mapping[str, str]) -> Aliases:
    """`short` and `field`: last word of a title -> its short form, the name of its field."""
    name = " ".join(title.lower().split())
    *before, last = name.split()
    shortened = [" ".join((*before, short[last]))] if last in short and before else []
    fields = [" ".join((*before, field[last]))] if last in field and before else []
    return Aliases((name, *shortened), tuple(fields))
