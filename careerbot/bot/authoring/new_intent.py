"""`careerbot new intent`: a question type without Python, and a conversation that fails until both are filled in."""

import re
from pathlib import Path

from careerbot.bot.authoring.new_role import NotWrittenError, write_schema
from careerbot.bot.authoring.words import WORDS, stub
from careerbot.bot.built_in import INTENTS, LANGUAGE
from careerbot.bot.folders import called

OWN_TESTS = Path("tests") / "conversations"
"""Where conversations stand in a checkout of this program."""


def new_intent(name: str, folder: Path, option: str) -> list[str]:
    """Write the stub into the own question types in `folder`. What was done, a line each. Raises NotWrittenError."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise NotWrittenError(WORDS["no_id"].format(id=name))
    file = folder / name / f"{LANGUAGE}.yaml"
    built_in = folder.resolve() == INTENTS.resolve()
    conversations = INTENTS.parent.parent / OWN_TESTS if built_in else folder.parent / "conversations"
    conversation = conversations / f"{name}.yaml"
    for path in (INTENTS / name / f"{LANGUAGE}.yaml", file, conversation):
        if path.exists():
            raise NotWrittenError(WORDS["intent_exists"].format(id=name, place=called(path)))
    schema = "# yaml-language-server: $schema=../../.schemas/intent.json"
    text = stub("intent").safe_substitute(schema=schema, name=name)
    if not built_in:
        write_schema(folder.parent, "intent")
    for path, content in ((file, text), (conversation, stub("conversation").substitute(name=name))):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    said = {file: WORDS["an_intent"].format(id=name), conversation: WORDS["a_conversation"]}
    lines = [WORDS["written"].format(file=called(path), what=what) for path, what in said.items()]
    return [*lines, *(WORDS[name].format(option=option) for name in ("next", "then_test"))]
