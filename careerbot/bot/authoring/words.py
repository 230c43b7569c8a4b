"""What `careerbot new` writes and says, from the files beside this one."""

from pathlib import Path
from string import Template
from typing import Any

from careerbot.knowledge.yaml_nodes import read_yaml

_HERE = Path(__file__).parent
WORDS: Any = read_yaml(_HERE / "en.yaml", "en.yaml").data


def stub(name: str) -> Template:
    return Template((_HERE / f"{name}.en.txt").read_text(encoding="utf-8"))
