"""What careerbot brings with it: its own knowledge, question types and languages."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent
KNOWLEDGE = PACKAGE / "knowledge"
INTENTS = PACKAGE / "intents"
UNDERSTANDING = PACKAGE / "bot" / "understanding"
LANGUAGE = "en"
"""The usual one; which others there are, a file each in UNDERSTANDING says."""
LANGUAGES = (LANGUAGE, *sorted(path.stem for path in UNDERSTANDING.glob("??.yaml") if path.stem != LANGUAGE))
