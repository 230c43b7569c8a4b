"""Knowledge of any number of roles as the files that an author would write: today's ten, and made-up ones.

YAML that is written in JSON's notation, so that it is quick to write; it is read by the same code as any other.
"""

import json
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import yaml

from careerbot.bot.built_in import INTENTS, KNOWLEDGE, UNDERSTANDING
from careerbot.bot.understanding.names import key
from growing.occupations import LONGEST_FIELD, SHORTEST_FIELD, Occupation, occupations

VERBS = (
    "planning", "checking", "repairing", "measuring", "drafting", "leading", "sorting", "teaching", "testing",
    "pricing", "mapping", "moving", "recording", "reviewing", "selling", "shaping", "storing", "tracing", "tuning",
    "weighing",
)  # fmt: skip
LINES = 4
"""Duties, and lines of skills, of each role."""
NEW_SKILLS = 0.5
"""Skills that no other role has, for each role."""


class Catalogue:
    """Today's knowledge with made-up roles added, `roles` in all, with `aliases` names beside their titles."""

    def __init__(self, roles: int, aliases: int, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311  no secrets are made here
        self._roles: dict[str, Any] = _read(KNOWLEDGE / "roles.yaml")
        self._vocabulary: dict[str, Any] = _read(KNOWLEDGE / "vocabulary" / "en.yaml")
        named = _strings(self._vocabulary) | {role["title"] for role in self._roles["roles"]}
        said = {word for text in named for word in key(text).split()}
        said |= {word for path in INTENTS.glob("*/en.yaml") for word in _words(path)}
        said |= _words(UNDERSTANDING / "en.yaml")
        english = [
            word
            for word in (UNDERSTANDING / "words.en.txt").read_text("utf-8").split("\n")
            if word.isalpha() and SHORTEST_FIELD <= len(word) <= LONGEST_FIELD and word not in said
        ]
        self._english = english
        made = max(roles - len(self._roles["roles"]), 0)
        self.occupations: list[Occupation] = (
            occupations(made, aliases, english, {key(text) for text in named}, seed) if made else []
        )
        self._add()

    @property
    def not_covered(self) -> dict[str, Any]:
        """Titles that no role covers, with their nearest roles."""
        titles: dict[str, Any] = self._vocabulary["titles"]
        return titles

    def names(self, least: int) -> list[tuple[str, str]]:
        """What roles are called, with their ids: titles and unguarded names of at least so many letters."""
        called = [(role["title"].lower(), role["id"]) for role in self._roles["roles"]]
        for role, names in self._vocabulary["roles"].items():
            called += [(name, role) for name in names["safe"] if isinstance(name, str)]
        return [(name, role) for name, role in dict(called).items() if len(name) >= least]

    def write(self, folder: Path) -> Path:
        """The knowledge folder, below `folder`."""
        knowledge = folder / "knowledge"
        (knowledge / "vocabulary").mkdir(parents=True)
        (knowledge / "sources.yaml").write_bytes((KNOWLEDGE / "sources.yaml").read_bytes())
        (knowledge / "roles.yaml").write_text(_lines(self._roles), "utf-8")
        (knowledge / "vocabulary" / "en.yaml").write_text(_lines(self._vocabulary), "utf-8")
        return knowledge

    def _add(self) -> None:
        skills = list(self._vocabulary["skills"])
        for number, occupation in enumerate(self.occupations):
            if number % 2 < 2 * NEW_SKILLS:
                name = f"{self._random.choice(self._english)} {self._random.choice(self._english)}"
                id = f"made_{number}"
                self._vocabulary["skills"][id] = {"name": f"{name} {number}", "also": []}
                skills.append(id)
            self._roles["roles"].append(self._role(occupation, skills))
            self._vocabulary["roles"][occupation.id] = {"safe": list(occupation.aliases) or [f"the {occupation.title}"]}

    def _role(self, occupation: Occupation, skills: list[str]) -> dict[str, Any]:
        random, words = self._random, self._english
        low = random.randrange(40, 180) * 1_000
        listed = [skills[-1], *random.sample(skills, LINES - 1)]
        return {
            "id": occupation.id,
            "title": occupation.title,
            "source": self._roles["roles"][0]["source"],
            "position": len(self._roles["roles"]) + 1,
            "pay": {"low": low, "high": low + random.randrange(10, 60) * 1_000, "currency": "USD"},
            "duties": [
                {"id": f"d{n}", "text": f"{random.choice(VERBS)} {random.choice(words)} {random.choice(words)}"}
                for n in range(LINES)
            ],
            "skills": [
                {"id": f"s{n}", "text": self._vocabulary["skills"][id]["name"], "requirement": "all", "skills": [id]}
                for n, id in enumerate(dict.fromkeys(listed))
            ],
            "reasons": [
                {"id": "scarce", "text": f"Few people know {random.choice(words)} and {random.choice(words)}."}
            ],
        }


def phrases_added(folder: Path, count: int, seed: int = 1) -> Path:
    """The intents folder with made-up ways of asking added to those of today, until there are `count`."""
    intents = folder / "intents"
    copytree(INTENTS, intents)
    random = Random(seed)  # noqa: S311
    files = {path: _read(path) for path in sorted(intents.glob("*/en.yaml"))}
    today = sum(len(entry["phrases"]) for entry in files.values())
    for number, (path, entry) in enumerate(files.items()):
        share = (count - today) * (number + 1) // len(files) - (count - today) * number // len(files)
        spoken = {
            word
            for phrase in entry["phrases"]
            for word in phrase.split()
            if word.isalpha() or word[0] + word[-1] == "{}"
        }
        words, known = sorted(spoken), set(entry["phrases"])
        while share > 0:
            phrase = " ".join(random.choices(words, k=random.randrange(3, 8)))
            if phrase not in known:
                known.add(phrase)
                entry["phrases"].append(phrase)
                share -= 1
        path.write_text(_lines(entry), "utf-8")
    return intents


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return data


def _lines(data: dict[str, Any]) -> str:
    """A line for each top-level entry: JSON is YAML."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items())


def _strings(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return {text for pair in value.items() for each in pair for text in _strings(each)}
    return {text for each in value for text in _strings(each)} if isinstance(value, list) else set()


def _words(path: Path) -> set[str]:
    return {word for text in _strings(_read(path)) for word in "".join(c if c.isalpha() else " " for c in text).split()}
