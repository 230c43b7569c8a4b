"""Reads what is deployed: YAML with its variables filled in, the Dockerfile, and the settings that careerbot knows."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from careerbot.bot.service_settings import FILE, FILE_NAMES, NAMES

ROOT = Path(__file__).parents[2]
VARIABLE = re.compile(r"\$\{(\w+):-([^}]*)\}")


def filled(file: Path, env: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A compose file with `${NAME:-default}` replaced as compose does."""
    text = VARIABLE.sub(lambda found: (env or {}).get(found[1]) or found[2], file.read_text())
    assert "${" not in text, "a variable without default"
    return yaml.safe_load(text)  # type: ignore[no-any-return]


def documents(file: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(file.read_text()))


def instructions(name: str) -> list[str]:
    """The arguments of each such instruction of the Dockerfile, lines joined."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\s*\\\n\s*", " ", text).splitlines()
    return [line.removeprefix(name).strip() for line in lines if line.startswith(f"{name} ")]


def instruction(name: str) -> str:
    (only,) = instructions(name)
    return only


def settings_named() -> set[str]:
    """Every environment variable that careerbot knows."""
    return {*NAMES, *FILE_NAMES, FILE}
