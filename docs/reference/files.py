"""The files an author edits, field by field, from the models they are checked against."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from reference.tables import table

from careerbot.intents.language_file import CommonFile, LanguageFile
from careerbot.knowledge.schema import RolesFile, SourcesFile, Vocabulary

FILES: dict[str, type[BaseModel]] = {
    "knowledge/roles.yaml": RolesFile,
    "knowledge/sources.yaml": SourcesFile,
    "knowledge/vocabulary/en.yaml": Vocabulary,
    "intents/en.yaml": CommonFile,
    "intents/<question type>/en.yaml": LanguageFile,
}
_KINDS = {"string": "text", "integer": "a whole number", "boolean": "true or false", "null": "nothing"}


def fields() -> str:
    parts: list[str] = []
    for path, model in FILES.items():
        schema = model.model_json_schema()
        parts += [f"## {path}", _about(schema), *_fields(schema)]
        for name, either in schema.get("$defs", {}).items():
            part = either.get("anyOf", [either])[0]  # a name may also be written in short
            if part.get("properties"):
                parts += [f"### {name} {{: #{path.replace('/', '-')}-{name.lower()} }}", _about(part), *_fields(part)]
    return "\n\n".join(part for part in parts if part)


def _about(schema: dict[str, Any]) -> str:
    return str(schema.get("description", ""))


def _fields(schema: dict[str, Any]) -> Iterator[str]:
    needed = schema.get("required", ())
    rows = [
        (f"`{name}`" + (" *" if name in needed else ""), _type(field), field.get("description", ""))
        for name, field in schema.get("properties", {}).items()
    ]
    if rows:
        yield table(("field", "is", "what it is for"), rows)


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        return f"a `{field['$ref'].rpartition('/')[2]}`"
    if "enum" in field or "const" in field:
        return "one of " + ", ".join(f"`{each}`" for each in field.get("enum", [field.get("const")]))
    if "anyOf" in field:
        return " or ".join(_type(each) for each in field["anyOf"])
    kind = str(field.get("type", ""))
    if kind == "array":
        return f"a list, each {_type(field['items'])}" if "items" in field else "a list"
    if kind == "object" and isinstance(field.get("additionalProperties"), dict):
        return f"a mapping, each {_type(field['additionalProperties'])}"
    return {"string": "text", "integer": "a whole number", "boolean": "true or false", "null": "nothing"}.get(
        kind, kind
    )
