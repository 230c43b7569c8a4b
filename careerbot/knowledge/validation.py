"""A document held against a pydantic model, and what pydantic finds said in words an author can act on."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from pydantic import BaseModel, ValidationError

from careerbot.knowledge.problems import Problem, did_you_mean
from careerbot.knowledge.yaml_nodes import Document, Place, Plain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)
Shape: TypeAlias = Mapping[str, object]
"""A piece of a JSON schema: what may stand at one place."""

_EXPECTED = {
    "string_type": ("text", "Write text; put it in quotes if it looks like a number."),
    "int_type": ("a whole number", "Write digits only, without quotes."),
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "tuple_type": ("a list", "Write [one, two], or one item per line after a dash."),
    "dict_type": ("a mapping", "Write each entry as key: value."),
    "model_type": ("a mapping", "Write each entry as key: value."),
}


def validated(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """The document as a model, or None with every problem that is not already in `document.problems`."""
    if document.data is None:
        return None, []
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        shape = cast("Shape", model.model_json_schema())
        details = error.errors(include_url=False)
        problems = [
            _problem(detail, document, shape)
            for detail in details
            if not _follows(detail, document) and not _is_misspelt(detail, details)
        ]
        return None, problems


def _follows(detail: "ErrorDetails", document: Document) -> bool:
    """Whether an error only repeats another: a doubtful value, or a list that pydantic emptied of its bad items."""
    place = detail["loc"]
    if detail["type"] == "too_short" and document.at(place):
        return True
    return any(place[:length] in document.doubtful for length in range(len(place) + 1))


def _is_misspelt(detail: "ErrorDetails", details: Sequence["ErrorDetails"]) -> bool:
    """Whether a missing key is there, but misspelt: the key that is not known is told, with the right one."""
    *around, missing = detail["loc"]
    return detail["type"] == "missing" and any(
        each["type"] == "extra_forbidden"
        and each["loc"][:-1] == tuple(around)
        and did_you_mean(str(each["loc"][-1]), [str(missing)])
        for each in details
    )


def _problem(detail: "ErrorDetails", document: Document, whole: Shape) -> Problem:
    place: Place = detail["loc"]
    context = detail.get("ctx", {})
    match detail["type"]:
        case "refused":
            return document.problem(_existing(document, place), context["what"], context["fix"])
        case "missing" if isinstance(place[-1], str):
            allowed = _properties(_shape(whole, place[:-1]), whole)
            missing = f'the key "{place[-1]}" is missing'
            return document.problem(place[:-1], missing, f"Add it. The keys here are {_listed(allowed)}.")
        case "missing" | "too_long":
            return document.problem(
                _existing(document, place[:-1] if detail["type"] == "missing" else place),
                "a pair is expected here",
                "Give it exactly two items: [one, other].",
            )
        case "extra_forbidden":
            return _unknown_key(place, document, whole)
        case "too_short":
            optional = str(place[-1]) not in _required(_shape(whole, place[:-1]))
            fix = "Add an item, or leave the key out." if optional else "Add at least one item."
            return document.problem(place, "the list is empty", fix)
        case "literal_error":
            given = str(detail["input"])
            allowed = _choices(_shape(whole, place), whole)
            fix = f"{did_you_mean(given, allowed)}Allowed: {_listed(allowed)}."
            return document.problem(place, f'"{given}" is not allowed here', fix)
        case "greater_than":
            return document.problem(place, f"{detail['input']} is too small", f"Write a number above {context['gt']}.")
        case kind if kind in _EXPECTED:
            expected, fix = _EXPECTED[kind]
            what = f"{expected} is expected here, and this is {_called(detail['input'])}"
            if kind == "int_type" and (digits := _digits(detail["input"])):
                fix = f"Write {digits}."
            return document.problem(_existing(document, place), what, fix)
        case _:
            return document.problem(_existing(document, place), f"this is not valid ({detail['msg']})", "Correct it.")


def _digits(value: Plain) -> str:
    """The digits of a number that was written with something else: $60,000. Empty if it is none."""
    is_number = isinstance(value, str) and re.fullmatch(r"\W?[0-9]{1,3}([,.'’ ]?[0-9]{3})*\W?", value)
    return re.sub(r"\D", "", str(value)) if is_number else ""


def _existing(document: Document, place: Place) -> Place:
    """A model may look for a part that the file writes in short: the text itself for `name:`."""
    return place if place in document.positions else place[:-1]


def _unknown_key(place: Place, document: Document, whole: Shape) -> Problem:
    allowed = _properties(_shape(whole, place[:-1]), whole)
    given = str(place[-1])
    fix = f"{did_you_mean(given, allowed)}Allowed: {_listed(allowed)}."
    if document.at(place) is None:
        # In {text: one, two} YAML takes "two" for a key of its own.
        fix = f"If it belongs to the text before it, put that text in quotes. {fix}"
    return document.problem(place, f'the key "{given}" is not known here', fix)


def _called(value: Plain) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case list():
            return "a list"
    return "a mapping"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)


def _shape(whole: Shape, place: Place) -> Shape:
    """What the JSON schema says of a place; empty where it says nothing."""
    shape: Shape = _resolved(whole, whole)
    for step in place:
        inner: object
        if isinstance(step, int):
            inner = shape.get("items", {})
        else:
            properties = cast("Shape", shape.get("properties", {}))
            inner = properties.get(step, shape.get("additionalProperties", {}))
        shape = _resolved(cast("Shape", inner) if isinstance(inner, Mapping) else {}, whole)
    return shape


def _resolved(shape: Shape, whole: Shape) -> Shape:
    for choice in cast("list[Shape]", shape.get("anyOf", [])):
        if choice.get("type") != "null":
            return _resolved(choice, whole)
    reference = shape.get("$ref")
    if isinstance(reference, str):
        return _resolved(cast("Mapping[str, Shape]", whole["$defs"])[reference.removeprefix("#/$defs/")], whole)
    return shape


def _properties(shape: Shape, whole: Shape) -> list[str]:
    return list(cast("Shape", _resolved(shape, whole).get("properties", {})))


def _required(shape: Shape) -> Sequence[str]:
    return cast("Sequence[str]", shape.get("required", ()))


def _choices(shape: Shape, whole: Shape) -> list[str]:
    shape = _resolved(shape, whole)
    return [str(choice) for choice in cast("list[object]", shape.get("enum", [shape.get("const")]))]
