"""A small world to check: two roles, three question types without Python, laid out as a folder that stands alone."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careerbot.knowledge.load import load
from careerbot.knowledge.translation import MADE

SMALL = Path(__file__).parents[1] / "knowledge" / "small"
COMMON = """\
language: en
words: {and: and, or: or, a: a, an: an, range: "{low} to {high}", open_range: "{low} and up"}
numbers: ["no", one, two]
replies: {}
"""
FILES = {
    "pay": [
        "what does [a] {role} (earn|make)",
        "how much does [a] {role} (make|get|bring home)",
        "how much money does [a] {role} get",
        "salary of [a] {role}",
        "{role} (salary|pay)",
    ],
    "skills": [
        "which skills does [a] {role} need",
        "which tools does [a] {role} need",
        "skills of [a] {role}",
        "{role} (skills|tools)",
    ],
}
GERMAN = {
    "of_pay": ["was verdient {role}", "wie viel verdient {role}", "gehalt von {role}", "{role} gehalt"],
    "of_skills": ["welche skills braucht {role}", "welche werkzeuge braucht {role}", "{role} skills"],
}
TEXTS = """\
language: de
pay: "{low} bis {high}"
pay_open: "ab {low}"
unlimited: "{high} und mehr"
position: "Platz {place} von {of}"
texts:
"""
Write = Callable[..., Path]


def language_file(phrases: list[str], example: str = "", replies: str = "reply: It is so.") -> str:
    listed = "\n".join(f'  - "{phrase}"' for phrase in phrases)
    return f'example: "{example or phrases[0]}"\nphrases:\n{listed}\nsuggestion: "Ask me"\nreplies:\n  {replies}\n'


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Call it with further question types as `name=phrases`: the folder, which is the current one."""

    def write(**types: list[str]) -> Path:
        folder = tmp_path / "small"
        shutil.copytree(SMALL, folder / "knowledge")
        for name, phrases in {**{f"of_{kind}": listed for kind, listed in FILES.items()}, **types}.items():
            file = folder / "intents" / name / "en.yaml"
            file.parent.mkdir(parents=True)
            file.write_text(language_file(phrases), encoding="utf-8")
        (folder / "intents" / "en.yaml").write_text(COMMON, encoding="utf-8")
        monkeypatch.chdir(folder)
        return folder

    return write


@pytest.fixture
def german(small: Write) -> Write:
    """Call it with further German question types as `name=phrases`: the small world in two languages."""

    def write(**types: list[str]) -> Path:
        folder = small(**{name: ["tell me a joke", "make me laugh"] for name in types})
        for name, phrases in {**GERMAN, **types}.items():
            (folder / "intents" / name / "de.yaml").write_text(language_file(phrases), encoding="utf-8")
        (folder / "intents" / "de.yaml").write_text(COMMON.replace("language: en", "language: de"), encoding="utf-8")
        names = "language: de\nroles:\n  data_scientist: {safe: [datenwissenschaftler]}\n"
        names += "  devops_engineer: {safe: [devops ingenieur]}\n"
        (folder / "knowledge" / "vocabulary" / "de.yaml").write_text(names, encoding="utf-8")
        facts = [fact for fact in load(folder / "knowledge").knowledge.facts.values() if fact.kind not in MADE]
        texts = TEXTS + "".join(f"  {fact.id}: auf Deutsch\n" for fact in facts)
        (folder / "knowledge" / "texts").mkdir()
        (folder / "knowledge" / "texts" / "de.yaml").write_text(texts, encoding="utf-8")
        return folder

    return write
