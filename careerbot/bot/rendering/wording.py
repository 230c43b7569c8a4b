"""The words of a channel or a renderer: a flat YAML file, name -> text."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def wording(file: Path) -> Mapping[str, str]:
    """The texts of this file by name. Raises KnowledgeErrors for a file that an author has broken."""
    # Imported here, because answering one question needs no YAML.
    from careerbot.knowledge.problems import KnowledgeErrors
    from careerbot.knowledge.yaml_nodes import read_yaml

    document = read_yaml(file, file.name)
    words = {name: text for (name,), text in document.each("*") if isinstance(name, str) and isinstance(text, str)}
    wrong = [
        document.problem(place, "one text is expected here", "Write a text in quotes.")
        for place, text in document.each("*")
        if not isinstance(text, str)
    ]
    if document.problems or wrong:
        raise KnowledgeErrors([*document.problems, *wrong])
    return words
