"""The language files of the outer edge, against the code that uses them."""

import re
from pathlib import Path
from typing import get_args

import pytest

from careerbot.bot import memory
from careerbot.bot.channels.terminal.commands import COMMANDS
from careerbot.bot.cli import WORDING
from careerbot.bot.misses.miss import WHYS
from careerbot.bot.rendering.wording import wording
from careerbot.bot.stores.errors import Reason
from careerbot.bot.understanding.settling import Stage
from careerbot.intents.base import Move
from careerbot.knowledge.problems import KnowledgeErrors

BOT = Path(memory.__file__).parent


def used(name: str, *folders: str) -> set[str]:
    """Texts that the Python files of these folders look up in the mapping of this name."""
    source = "".join(path.read_text(encoding="utf-8") for folder in folders for path in (BOT / folder).glob("*.py"))
    return set(re.findall(rf"""\b{name}\[['"](\w+)['"]\]""", source))


def test_terminal_words() -> None:
    """The terminal's language file has every text that is used, one for each command, and no other."""
    expected = used("WORDS", "channels/terminal", ".") | {f"command_{name}" for name in COMMANDS}

    assert set(wording(BOT / "channels/terminal/en.yaml")) == expected


def test_command_line_words() -> None:
    """The command line's language file has every text that is used, and no other."""
    assert set(wording(WORDING)) == used("words", ".") | {"first_start"}


def test_testing_words() -> None:
    """So have conversation tests."""
    assert set(wording(BOT / "testing/en.yaml")) == used("WORDS", "testing")


def test_misses_words() -> None:
    """And misses, with words for each reason, and for each kind of change."""
    changes = {"broken", "mended", "line_before", "line_after", "writes", "writes_new"}
    whys = {f"why_{why}" for why in WHYS if why != "good"}
    verdicts = {"now", "surer", "no_surer", "too_unlike"}

    assert set(wording(BOT / "misses/en.yaml")) == used("WORDS", "misses") | whys | changes | verdicts


def test_explanation_words() -> None:
    """And explanations, with a name for each stage of settling that is no rule."""
    built = {f"stage_{stage}" for stage in get_args(Stage)} | {"step", "kept"}
    built |= {"careers", "no_careers", "some_facts", "no_facts"}

    assert set(wording(BOT / "explanation.en.yaml")) == used("LABELS", ".") | built


def test_rendering_words() -> None:
    """The renderers' language file has every text that is used, and no other."""
    assert set(wording(BOT / "rendering/en.yaml")) == used("words", "rendering")


def test_picture_words() -> None:
    """The language file of the pictures has every text that is used, a file name for each kind, and no other."""
    kinds = get_args(Move.__annotations__["kind"])
    names = {"title_pay", "title_beside", "title_moves", "file_pay", "file_beside", "file_moves", "file_card"}
    expected = used("WORDS", "rendering/pictures") | {*kinds, *(f"means_{kind}" for kind in kinds)} | names

    assert set(wording(BOT / "rendering/pictures/en.yaml")) == expected


def test_store_words() -> None:
    """Every reason for which a store can fail has its sentence."""
    assert {*get_args(Reason), "set_aside"} == set(wording(BOT / "stores/en.yaml"))


def test_broken_language_file(tmp_path: Path) -> None:
    """A slip in a language file is told with its line, as in every file that an author edits."""
    file = tmp_path / "en.yaml"
    file.write_text('prompt: no\nlines:\n  - "a"\n')

    with pytest.raises(KnowledgeErrors) as caught:
        wording(file)

    slip, wrong_kind = str(caught.value).splitlines()
    assert slip.startswith("en.yaml:1:1: prompt: YAML reads no as true or false.")
    assert wrong_kind == "en.yaml:2:1: lines: one text is expected here. Write a text in quotes."
