"""What nothing reads, and what only whoever holds conversations reads: told with the nearest right name."""

from pathlib import Path

import pytest
from checking_small import Write, quick


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_files(small: Write) -> None:
    """A file that nothing reads is most likely misspelt."""
    folder = small()
    write(folder / "knowledge" / "role.yaml", "roles: []\n")
    write(folder / "knowledge" / "texts" / "ed.yaml", "texts: {}\n")
    write(folder / "intents" / "of_pay" / "en.yml", "phrases: []\n")
    read = "Files that are read here: roles.yaml, sources.yaml, vocabulary/en.yaml, vocabulary/de.yaml, texts/de.yaml."
    assert quick() == [
        (
            "intents/of_pay/en.yml:1:1: warning: nothing reads this file. "
            'Did you mean "en.yaml"? Files that are read here: en.yaml.'
        ),
        f'knowledge/role.yaml:1:1: warning: nothing reads this file. Did you mean "roles.yaml"? {read}',
        f'knowledge/texts/ed.yaml:1:1: warning: nothing reads this file. Did you mean "texts/de.yaml"? {read}',
    ]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("intent/open_day/en.yaml", 'intent:1:1: warning: nothing reads this folder. Did you mean "intents"? '),
        ("vocabular/en.yaml", 'vocabular:1:1: warning: nothing reads this folder. Did you mean "vocabulary"? '),
        ("conversation/x.yaml", 'conversation:1:1: warning: nothing reads this folder. Did you mean "conversations"? '),
        ("questions/open_day/en.yaml", "questions:1:1: warning: nothing reads this folder. "),
    ],
)
@pytest.mark.parametrize("within", ["", "knowledge/"])
def test_folders(small: Write, file: str, told: str, within: str) -> None:
    """So is a folder that nothing reads: in the folder of knowledge, or beside it."""
    folder = small()
    write(folder / within / file, "name: x\n")
    read = "Folders that are read here: vocabulary, texts, intents, conversations."
    assert quick() == [f"{within}{told}{read}"]


@pytest.mark.parametrize(
    "file", ["deploy/compose.yaml", ".github/en.yaml", "tests/conversations/en.yaml", "intent/x.py"]
)
def test_what_is_not_meant_for_us(small: Write, file: str) -> None:
    """Other things may stand beside ours."""
    folder = small()
    write(folder / file, "name: x\n")
    assert quick() == []


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        (
            "intent: [of_pay]",
            ':3:15: turns.intent: there is no key "intent" here. Did you mean "intents"? Keys are: say, ',
        ),
        ("intents: [of_pai]", ':3:15: turns.intents: there is no question type "of_pai". Did you mean "of_pay"? '),
        (
            "roles: sre",
            ':3:15: turns.roles: a list of texts is expected here. Write roles: ["…", "…"], even of a single one.',
        ),
    ],
)
def test_conversations(small: Write, turn: str, told: str) -> None:
    """Their shape is checked as `careerbot test` does."""
    folder = small()
    write(folder / "conversations" / "x.yaml", f"name: x\nturns:\n  - {{say: hi, {turn}}}\n")
    (line,) = quick()
    assert line.startswith(f"conversations/x.yaml{told}")
