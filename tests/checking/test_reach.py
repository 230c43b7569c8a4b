"""Examples and suggestions are tried out, and every fact is asked for."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from careerbot.bot.built_in import INTENTS, KNOWLEDGE
from careerbot.bot.checking.reach import Reach
from careerbot.bot.conversation import Adviser
from careerbot.intents import catalogue
from careerbot.intents.template import compile_template
from careerbot.knowledge.load import read_files
from careerbot.knowledge.problems import KnowledgeErrors


@pytest.fixture(scope="module")
def index(adviser: Adviser) -> dict[str, Any]:
    return dict(adviser._mind.data)


def found(index: dict[str, Any], intents: Path = INTENTS, language: str = "en", below: Path | None = None) -> list[str]:
    documents = catalogue.read_files(intents, language, below).intents
    reach = Reach(Adviser(index), read_files(KNOWLEDGE, language), documents)
    return [str(problem) for problem in KnowledgeErrors(reach.problems()).problems]


def test_ours_lead_where_they_should(index: dict[str, Any]) -> None:
    """What we ship offers nothing that is understood otherwise, and knows nothing that cannot be asked for."""
    assert found(index) == []


@pytest.fixture(scope="module")
def before(index: dict[str, Any]) -> set[str]:
    """What is found without a slip: nothing, or the tests here would say the same of it as of their own slips."""
    return set(found(index))


def test_an_example_that_leads_elsewhere(index: dict[str, Any], before: set[str], tmp_path: Path) -> None:
    folder = shutil.copytree(INTENTS, tmp_path / "intents")
    file = folder / "thanks" / "en.yaml"
    text = file.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("example:"))
    file.write_text(text.replace(line, "example: hello there"), encoding="utf-8")
    place = text.splitlines().index(line) + 1
    assert [line for line in found(index, folder) if line not in before] == [
        (
            f'thanks/en.yaml:{place}:1: example: the example "hello there" is taken for greeting, not thanks. '
            "List ways of asking like it under phrases:, or give an example that is asked like those."
        )
    ]


def test_a_suggestion_that_leads_elsewhere(index: dict[str, Any], before: set[str]) -> None:
    wording = {**index["wording"], "rank": {**index["wording"]["rank"], "suggestion": compile_template("Hello there")}}
    told = [line for line in found({**index, "wording": wording}) if line not in before]
    assert len(told) == 1
    assert told[0].startswith("rank/en.yaml:")
    assert told[0].endswith(
        'suggestion: "Hello there" is offered for rank, and taken for greeting when typed. '
        "Word it like a phrase of its question type, or list it there."
    )


def test_a_fact_that_nobody_can_ask_for(index: dict[str, Any], before: set[str]) -> None:
    knowledge = index["knowledge"]
    odd = ("general.theme.odd", "theme", "Quorfle blitters zorp.", None, knowledge["facts"][0][4])
    changed = {**index, "knowledge": {**knowledge, "facts": (*knowledge["facts"], odd)}}
    (told,) = (line for line in found(changed) if line not in before)
    assert told.endswith(
        "warning: general: no question leads to the fact general.theme.odd. Add words that people use for it to "
        "vocabulary/en.yaml, under topics: general.theme.odd: [...]."
    )


def test_an_example_in_german(adviser: Adviser, tmp_path: Path) -> None:
    """Each language is asked in its own words."""
    index = dict(adviser.mind("de").data)
    assert found(index, language="de") == []
    thanks = tmp_path / "thanks" / "de.yaml"
    thanks.parent.mkdir()
    thanks.write_text("example: hallo\n", encoding="utf-8")
    assert found(index, tmp_path, "de", INTENTS) == [
        (
            'thanks/de.yaml:1:1: example: the example "hallo" is taken for greeting, not thanks. '
            "List ways of asking like it under phrases:, or give an example that is asked like those."
        )
    ]


def test_a_phrase_that_takes_what_is_offered(index: dict[str, Any], tmp_path: Path) -> None:
    """An author is shown the line of theirs that did it, not one of this program."""
    (tmp_path / "thanks").mkdir()
    (tmp_path / "thanks" / "en.yaml").write_text(
        'phrases:\n  - thank you very much\n  - "{role} salary"\n', encoding="utf-8"
    )
    wording = {**index["wording"], "pay": {**index["wording"]["pay"], "suggestion": compile_template("thank you")}}
    (told,) = found({**index, "wording": wording}, tmp_path, below=INTENTS)
    assert re.fullmatch(
        r'thanks/en\.yaml:2:5: phrases: since this phrase, what pay offers is taken for thanks: "thank you" '
        r"\(pay/en\.yaml, line \d+\)\. Leave it out, or say it in words that pay does not use\.",
        told,
    )
