"""Messages, and what is to be understood of each: the project's own, labelled files, and a public set."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).parents[2] / "tests"
LABELS = Path(__file__).parent / "labels.yaml"
STRANGERS = Path(__file__).parent / "strangers.jsonl"
"""Messages of people who knew what careerbot is for and nothing of how it works, in English and German."""
DECLINED = frozenset({"out_of_scope", "not_covered"})


@dataclass(frozen=True)
class Asked:
    text: str
    intents: tuple[frozenset[str], ...]
    """Each of the questions in it, with the question types that answer it. None: any will do."""
    roles: frozenset[str] | None = None
    """None: nothing is said of roles."""
    skills: frozenset[str] | None = None
    in_scope: bool = True
    outcomes: frozenset[str] = frozenset()
    """Outcomes that are right as well, whatever the question type."""


def own() -> list[Asked]:
    """The messages of tests/intents and tests/cases/traps.yaml."""
    files = [*sorted((TESTS / "intents").glob("*.yaml")), TESTS / "cases" / "traps.yaml"]
    return [
        _own(message) for file in files for message in yaml.safe_load(file.read_text("utf-8")) if _says_what(message)
    ]


def _says_what(message: dict[str, Any]) -> bool:
    return bool({"intents", "outcome", "roles"} & set(message))


def _own(message: dict[str, Any]) -> Asked:
    outcomes = frozenset(message.get("outcome", "").split("|")) - {""}
    roles = message.get("roles", message.get("roles_include"))
    return Asked(
        message["ask"],
        tuple(frozenset(each.split("|")) for each in message.get("intents", [])),
        None if roles is None else frozenset(roles),
        frozenset(message["skills"]) if "skills" in message else None,
        in_scope="out_of_scope" not in outcomes,
        outcomes=outcomes if "intents" not in message else frozenset(),
    )


def strangers(looked_at: bool) -> list[Asked]:
    """Every second one was looked at while phrases and rules were written; the others only ever counted."""
    lines = map(json.loads, STRANGERS.read_text("utf-8").splitlines())
    answers: dict[str, list[str]] = yaml.safe_load(LABELS.read_text("utf-8"))
    return [_labelled(line, answers) for line in lines if line["looked_at"] == looked_at]


def labelled(file: Path) -> list[Asked]:
    """Lines of JSON with `text`, `intent` ("a|b": either will do) and `roles`; labels.yaml says what answers it."""
    answers: dict[str, list[str]] = yaml.safe_load(LABELS.read_text("utf-8"))
    return [_labelled(json.loads(line), answers) for line in file.read_text("utf-8").splitlines()]


def _labelled(line: dict[str, Any], answers: dict[str, list[str]]) -> Asked:
    labels = line["intent"].split("|")
    intents = frozenset(intent for label in labels for intent in answers.get(label, [label]))
    return Asked(
        " ".join(line["text"].split()),
        (intents,),
        frozenset(line["roles"]) if line.get("roles") else None,
        in_scope=intents != {"out_of_scope"},
        outcomes=DECLINED | {"small_talk"}
        if "out_of_scope" in intents
        else DECLINED - {"out_of_scope"}
        if "not_covered" in intents
        else frozenset(),
    )


def foreign(clinc: Path) -> list[Asked]:
    """CLINC150's out-of-scope messages of its test part: nearly none is about careers."""
    return list(_foreign(json.loads(clinc.read_text("utf-8"))["oos_test"]))


def _foreign(lines: list[list[str]]) -> Iterator[Asked]:
    for text, _ in lines:
        yield Asked(text, (frozenset({"out_of_scope"}),), in_scope=False)
