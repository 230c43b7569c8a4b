"""JSON Schemas are those of the models, and what we ship fits them."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from careerbot.bot.schemas import FILES, own_schema, schema, write_all

ROOT = Path(__file__).parents[1]
CAREERBOT = ROOT / "careerbot"
OURS = {
    "roles": [CAREERBOT / "knowledge" / "roles.yaml"],
    "sources": [CAREERBOT / "knowledge" / "sources.yaml"],
    "vocabulary": [CAREERBOT / "knowledge" / "vocabulary" / "en.yaml"],
    "intent": sorted((CAREERBOT / "intents").glob("*/en.yaml")),
    "common": [CAREERBOT / "intents" / "en.yaml"],
}


def test_published_ones_are_up_to_date(tmp_path: Path) -> None:
    """`make schemas` was run after the last change of a model."""
    for path in write_all(tmp_path):
        published = ROOT / "schemas" / path.relative_to(tmp_path)
        assert published.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), published


@pytest.mark.parametrize("name", sorted(FILES))
def test_ours_fit(name: str) -> None:
    """Our files are right by both: the schema of a complete file, and that of an own folder."""
    for text in (schema(name), own_schema(name)):
        validator = Draft202012Validator(json.loads(text))
        for file in OURS[name]:
            errors = list(validator.iter_errors(yaml.safe_load(file.read_text(encoding="utf-8"))))
            assert errors == [], file


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("roles", {"roles": [{"id": "Not An Id"}]}),
        ("vocabulary", {"roles": {"sre": {"save": ["sre"]}}}),
        ("vocabulary", {"roles": {"sre": {"safe": [{"name": "sre", "guard": "cap"}]}}}),
        ("intent", {"phrases": []}),
    ],
)
def test_slips_show_in_an_editor(name: str, wrong: object) -> None:
    assert not Draft202012Validator(json.loads(own_schema(name))).is_valid(wrong)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("vocabulary", {"titles": {"data engineer": None}, "roles": {"sre": {"fields": ["reliability"]}}}),
        ("vocabulary", {"titles": {"data engineer": {"also": {"not": ["etl developer"], "add": ["etl dev"]}}}}),
        ("intent", {"phrases": ["how much dough does {role} make"]}),
        ("intent", {"phrases": {"not": ["{role} salary"]}}),
        ("roles", {"judgement": {"clusters": {}, "patterns": {}, "similar_skills": [["a", "b"]]}}),
    ],
)
def test_parts_are_enough_in_an_own_folder(name: str, part: object) -> None:
    assert Draft202012Validator(json.loads(own_schema(name))).is_valid(part)


@pytest.mark.parametrize("name", ["roles", "sources", "vocabulary", "common"])
def test_our_files_name_their_schema(name: str) -> None:
    """An editor finds it by the first line, from where the file is."""
    (file,) = OURS[name]
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (file.parent / first.partition("=")[2]).resolve() == ROOT / "schemas" / f"{name}.json"
