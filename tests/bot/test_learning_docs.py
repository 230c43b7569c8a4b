"""docs/learning.md and docs/privacy.md say what the program does."""

import re
from pathlib import Path

import yaml

from careerbot.bot.conversation import Adviser
from careerbot.bot.testing.files import KEYS, USUAL, read_scripts
from careerbot.bot.testing.trial import hold

DOCS = Path(__file__).parents[2] / "docs"
LEARNING = (DOCS / "learning.md").read_text(encoding="utf-8")


def test_expectations() -> None:
    """The table has every expectation, and no other."""
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", LEARNING, re.MULTILINE)
    told = {name.strip("` ") for row in rows for name in row.split(",")}

    assert told == set(KEYS)


def test_example(adviser: Adviser, tmp_path: Path) -> None:
    """The conversation shown there holds."""
    (example,) = re.findall(r"```yaml\n(.*?)```", LEARNING, re.DOTALL)
    (tmp_path / "an_sre.yaml").write_text(example, encoding="utf-8")
    read = read_scripts([tmp_path / "an_sre.yaml"])

    assert read.problems == ()
    assert [held.wrong for held in hold(read.scripts, adviser) if held.wrong] == []
    assert yaml.safe_load(example)["name"] == "an sre"


def test_usual_places() -> None:
    """The folders that are looked at are named."""
    assert all(place in LEARNING for place in USUAL)
