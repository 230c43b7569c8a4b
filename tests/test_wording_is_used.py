"""Wording and code fit together: no reply is written for nobody."""

from pathlib import Path

import pytest
import yaml

INTENTS = Path(__file__).parents[1] / "careerbot" / "intents"
SHARED = [INTENTS / "turn.py", INTENTS / "not_covered.py", INTENTS.parent / "bot" / "answering.py"]
BUILT = {
    "rank": ("by_", "least_by_", "leader_", "order_", "place_"),
    "compare": ("shared", "nothing_shared", "suggestion_kept"),
    "quiz": ("ask_", "answer_", "said_"),
    "export": ("offer_", "as_"),
    "language": ("name_",),
}
"""Beginnings of names that a handler puts together."""


@pytest.mark.parametrize("file", sorted(INTENTS.glob("*/en.yaml")), ids=lambda file: file.parent.name)
def test_every_reply_is_used(file: Path) -> None:
    """Each wording of a question type is named by its handler or by what all handlers share."""
    code = "".join(path.read_text(encoding="utf-8") for path in (*SHARED, *file.parent.glob("*.py")))
    replies = yaml.safe_load(file.read_text(encoding="utf-8"))["replies"]

    unused = [
        name for name in replies if f'"{name}"' not in code and not name.startswith(BUILT.get(file.parent.name, ("-",)))
    ]

    assert unused in ([], ["suggestion_skill"])
