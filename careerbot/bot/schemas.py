"""JSON Schemas of the files that authors write, made from the models they are checked against: for editors.

What only shows between entries or files is not in them; `careerbot check` tells that.
"""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from careerbot.intents.language_file import CommonFile, LanguageFile
from careerbot.knowledge.overlay import ADD, NOT
from careerbot.knowledge.schema import RolesFile, SourcesFile, Vocabulary

FILES: dict[str, tuple[type[BaseModel], str]] = {
    "roles": (RolesFile, "roles.yaml"),
    "sources": (SourcesFile, "sources.yaml"),
    "vocabulary": (Vocabulary, "vocabulary/<language>.yaml"),
    "intent": (LanguageFile, "intents/<question type>/<language>.yaml"),
    "common": (CommonFile, "intents/<language>.yaml"),
}
_COMPLETE_ENTRIES = frozenset({"roles", "sources"})
"""Of these files an own folder has whole entries; of the others it may have parts."""


def schema(name: str) -> str:
    """The schema of a complete file, as JSON text. `name`: a key of FILES."""
    return _text(_named(name))


def own_schema(name: str) -> str:
    """The schema of a file in an own folder, which has only what is added: nothing is required, and null takes out."""
    made = _named(name)
    made.pop("required", None)
    for entry in made.get("$defs", {}).values():
        if name not in _COMPLETE_ENTRIES and entry.get("title") in (
            "RoleNames",
            "TitleEntry",
            "SkillEntry",
            "UnlistedSkill",
        ):
            entry.pop("required", None)
    if name not in _COMPLETE_ENTRIES:
        for part in made["properties"].values():
            inner = part.get("additionalProperties")
            if isinstance(inner, dict):
                part["additionalProperties"] = {"anyOf": [inner, {"type": "null"}]}
        for owner in (made, *made.get("$defs", {}).values()):
            properties = owner.get("properties", {})
            properties.update({key: _changeable(part) for key, part in properties.items()})
    return _text(made)


def _changeable(part: dict[str, Any]) -> dict[str, Any]:
    """A list may also be changed: what goes, and what comes."""
    if part.get("type") != "array":
        return part
    names = {"type": "array", "items": {"type": "string"}}
    change = {"type": "object", "properties": {NOT: names, ADD: part}, "additionalProperties": False}
    return {"anyOf": [part, change]}


def write_all(folder: Path) -> list[Path]:
    """Write <name>.json for each, and own/<name>.json for own folders. The files that were written."""
    written = []
    for name in FILES:
        for path, text in (
            (folder / f"{name}.json", schema(name)),
            (folder / "own" / f"{name}.json", own_schema(name)),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written


def _named(name: str) -> dict[str, Any]:
    model, file = FILES[name]
    made = model.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": file}


def _text(made: dict[str, Any]) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
