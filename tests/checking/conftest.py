"""A small world to check: two roles, three question types without Python, laid out as a folder that stands alone."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

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
